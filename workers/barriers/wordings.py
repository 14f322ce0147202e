"""How the world's sites head the pages that they show in place of what was asked for. Data.

Regular expressions over normalised text: case folded, punctuation and symbols turned into
single spaces, so that "can't" is "can t". They are matched against a whole title or heading,
or a whole part of one ("Page not found | The Gull"), never looked for inside a sentence.
"""

_THING = (
    r"(?:(?:the|this|that|your|our) )?(?:requested )?(?:web ?page|page|article|story|document|file"
    r"|content|url|resource|post|item|video|address|link)"
    r"(?: (?:that )?you(?: re| are| were| have)?"
    r" (?:requested|looking for|asked for|trying to \w+))?"
)
MISSING = (
    rf"{_THING} (?:(?:was|is|could|can) )?not (?:be )?found",
    rf"{_THING} (?:can t|cannot|couldn t) be found",
    rf"{_THING} (?:(?:is|has been|was) )?(?:missing|gone|removed|deleted|unavailable|expired)",
    rf"{_THING} (?:(?:is|are) )?no longer (?:available|exists?|here|online)",
    rf"{_THING} (?:does not|doesn t) (?:\w+ )?exist",
    rf"{_THING} (?:is not|isn t) (?:available|here|there)",
    rf"(?:we )?(?:can t|can not|cannot|couldn t|could not)(?: seem to)? find {_THING}",
    r"nothing (?:was )?found(?: here)?|this is not the (?:web ?)?page you are looking for",
    (
        r"(?:die |diese |der |dieser |das )?(?:\w+te )?"
        r"(?:seite|artikel|beitrag|inhalt|dokument|datei)"
        r"(?: (?:wurde|konnte|ist))?(?: leider)? nicht(?: mehr)? "
        r"(?:gefunden(?: werden)?|verfügbar|vorhanden)"
    ),
    r"(?:die |diese )?seite existiert(?: leider)? nicht(?: mehr)?",
    (
        r"(?:la |cette |l )?(?:page|article|contenu)(?: \w+e| que vous \w+)? (?:est |n est )?"
        r"(?:introuvable|n existe (?:pas|plus)|n a pas été trouvée?|non trouvée?|plus disponible)"
    ),
    (
        r"(?:la )?página(?: solicitada| que buscas)? (?:no (?:se ha |fue )?encontrada|no existe"
        r"|no se (?:encuentra|encontró|ha encontrado)|no (?:está )?disponible)"
    ),
    r"(?:contenido|artículo) no (?:encontrado|disponible)",
    r"(?:a )?página (?:não (?:foi )?encontrada|não existe|inexistente)|conteúdo não encontrado",
    (
        r"(?:la )?pagina(?: richiesta)? (?:non (?:è stata )?trovata|non esiste|inesistente"
        r"|non (?:è )?disponibile)"
    ),
    r"(?:de )?pagina (?:is )?niet (?:meer )?(?:gevonden|beschikbaar)|pagina bestaat niet(?: meer)?",
    r"siden (?:blev |ble )?ikke (?:fundet|funnet)|siden (?:findes|finnes) ikke|fant ikke siden",
    r"sidan (?:kunde inte hittas|hittades inte|finns inte)|sivua ei (?:löytynyt|löydy)",
    r"strona nie (?:została znaleziona|istnieje)|nie znaleziono(?: strony)?",
    r"stránka (?:nenalezena|nebyla nalezena|neexistuje)|az? oldal nem található",
    r"pagina nu (?:a fost găsită|există)|η σελίδα δεν (?:βρέθηκε|υπάρχει)",
    r"(?:запрашиваемая )?страница не (?:найдена|существует)",
    r"сторінк[уа] не (?:знайдено|знайдена|існує)",
    r"(?:\w+ )?sayfa bulunamadı",
    r"(?:お探しの|ご指定の|指定された)?(?:ページ|記事)(?:が|は)?見つかりません(?:でした)?",
    r"(?:お探しの|ご指定の|指定された)?(?:ページ|記事)(?:が|は)?存在しません",
    r"(?:您访问的|您要查找的)?(?:页面|頁面|网页|網頁|文章)(?:不存在|未找到|找不到|已删除)",
    r"找不到(?:页面|頁面|网页|網頁)",
    r"(?:요청하신 )?페이지를 찾을 수 없(?:습니다|음)|존재하지 않는 페이지(?:입니다)?",
    r"الصفحة غير موجودة|لم يتم العثور على الصفحة|ה?(?:דף|עמוד) (?:לא נמצא|אינו קיים)",
    r"(?:पृष्ठ|पेज) नहीं मिला|halaman tidak ditemukan|không tìm thấy trang",
)
# Too common to be looked for beside other words.
MISSING_ALONE = (
    r"not found|gone|404|410|nicht gefunden|introuvable|no encontrad[ao]|non trovat[ao]"
    r"|niet gevonden|não encontrad[ao]|не найдено|未找到|見つかりません"
)
AROUND_MISSING = (
    r"(?:http|error|err|oops|ooops|whoops|oh no|uh oh|sorry|we re sorry|hmm+|fehler|erreur|erro"
    r"|errore|fout|błąd|ошибка|помилка|エラー|错误|hata|status|code|page|that|40[34]|410)"
)
CHALLENGE = (
    r"just a moment|attention required|one more step|pardon our interruption|client challenge",
    r"checking (?:if the site connection is secure|your browser(?: .{1,40})?)",
    (
        r"(?:please )?(?:verify|confirm|prove)(?:ing)?(?: that)? you(?: a)? ?re (?:a |not a )?"
        r"(?:human|robot|bot)(?: .{1,30})?"
    ),
    r"verifying you are human(?: .{1,40})?|are you (?:a )?(?:human|robot|bot)(?: or .{1,20})?",
    r"(?:i m |i am |make |making )?(?:sure )?(?:you re )?not a (?:ro)?bot",
    r"access (?:to this page has been )?(?:denied|restricted|blocked)|forbidden|403(?: forbidden)?",
    r"(?:security|robot|bot|human|browser) (?:check|checkpoint|verification|challenge)|captcha",
    r"(?:our systems have detected )?unusual traffic(?: .{1,60})?|vercel security checkpoint",
    r"(?:your |the )?request (?:has been |was )?(?:blocked|rejected|unsuccessful)",
    r"(?:sorry )?you have been blocked|ddos protection(?: .{1,30})?|blocked|please wait",
    r"zugriff verweigert|sicherheits(?:über)?prüfung",
    r"bist du ein mensch|sind sie ein (?:mensch|roboter)",
    r"accès (?:refusé|interdit)|vérification de sécurité|êtes vous (?:un )?(?:humain|robot)",
    r"acceso denegado|verificación de seguridad|acesso negado|accesso negato|toegang geweigerd",
    r"доступ (?:запрещен|запрещён|ограничен)|(?:подтвердите что )?вы не робот|доступ заборонено",
    r"安全验证|人机验证|访问被拒绝|アクセスが拒否されました|로봇이 아닙니다|تم رفض الوصول",
)
LOGIN = (
    (
        r"(?:please )?(?:log|sign) ?(?:in|on)(?: (?:or|and) .{1,25})?(?: (?:to|with|at) .{1,40})?"
        r"(?: required)?"
    ),
    r"(?:\w+ )?login(?: .{1,25})?|authentication required|you must (?:log|sign) in(?: .{1,40})?",
    r"(?:bitte )?(?:anmelden|einloggen)|anmeldung|bitte melden sie sich an|jetzt anmelden",
    r"(?:se )?connexion|se connecter|(?:identifiez|connectez) vous(?: .{1,30})?",
    r"iniciar sesión|inicia(?:r)? sesión(?: .{1,30})?|iniciar sessão|entrar|fazer login|accedi",
    r"inloggen|aanmelden|log ind|logg inn?|logga in|kirjaudu(?: sisään)?",
    r"zaloguj(?: się)?|logowanie|přihlášení|přihlásit se|bejelentkezés|autentificare|σύνδεση",
    r"войти|вход(?: в (?:систему|аккаунт))?|авторизация|увійти|вхід|giriş(?: yap)?|oturum aç",
    r"ログイン|サインイン|登录|登入|用户登录|로그인|تسجيل الدخول|התחברות|đăng nhập|masuk",
)
CONSENT = (
    r"before you continue(?: to .{1,40})?|bevor (?:sie|du) .{1,50}",
    r"we (?:value|respect|care about) your privacy|your privacy(?: (?:choices|settings|matters))?",
    r"(?:manage |your |about )?cookies?(?: (?:consent|settings|preferences|notice|choices))",
    r"(?:accept|we use)(?: all)? cookies|privacy (?:gate|settings|consent|manager|preferences)",
    r"zustimmung(?: .{1,40})?|datenschutz ?einstellungen|einwilligung",
    r"wir (?:verwenden|nutzen) cookies",
    r"(?:.{1,20} )?mit werbung (?:weiter)?lesen|ihre privatsphäre(?: .{1,30})?",
    r"(?:nous )?respect(?:ons|er)?(?: de)? votre vie privée",
    r"gestion des cookies|(?:le )?respect .{0,12}vie privée",
    r"(?:valoramos |respetamos )?tu privacidad(?: .{1,30})?|(?:la tua|la sua) privacy(?: .{1,30})?",
    r"(?:respeitamos )?(?:a )?sua privacidad?e(?: .{1,30})?",
    r"uw privacy(?: .{1,30})?|cookie ?instellingen",
    r"(?:szanujemy )?(?:twoj[aą]|państwa) prywatność(?: .{1,30})?|muokkaa evästeitä",
)
# In a whole sentence of a page that says next to nothing else.
GONE = (
    r"\b(?:page|article|story|document|file|content|post|video|link)\b.{0,60}"
    r"\b(?:has been|was|were|have been) (?:removed|deleted|taken down|moved)\b"
    r"|\b(?:page|article|story|content)\b.{0,60}\bno longer (?:available|exists?|online)\b"
    r"|\b(?:seite|artikel|beitrag|inhalt)\b.{0,60}"
    r"\b(?:gelöscht|entfernt|nicht mehr (?:verfügbar|online))"
    r"|\b(?:page|article|contenu)\b.{0,60}"
    r"\b(?:supprimée?|n existe plus|n est plus (?:disponible|en ligne))"
    r"|\b(?:página|artículo|artigo|contenido|conteúdo)\b.{0,60}"
    r"\b(?:eliminad[ao]|removid[ao]|ya no (?:existe|está)|não está mais)"
    r"|\b(?:pagina|articolo)\b.{0,60}\b(?:rimoss[ao]|non è più)"
    r"|(?:страница|статья|материал).{0,60}(?:удал[её]н|больше не)"
    r"|(?:页面|文章|内容).{0,20}(?:已被?删除|已下架)"
    r"|(?:ページ|記事).{0,30}(?:削除され|公開を終了)"
)
# Words of whoever sells or hands out access. They decide nothing alone.
OFFER = (
    r"subscri|subscription|continue reading|unlock|become a member|free trial|per month|already a"
    r"|create (?:a |your )?(?:free )?account|sign up|register|abonn|\babo\b|weiterlesen|testen"
    r"|registrier|lire la suite|s inscrire|suscr|suscripci|registr|assin|abbona|iscri|prenumer"
    r"|tilaa|předplat|subskryb|подпис|підпис|購読|会員|订阅|訂閱|구독|اشترك|abone"
)
FREE = (
    r"\bfree\b|kostenlos|gratis|gratuit|grátis|gratuita|darmow|zdarma|бесплатн|безкоштовн|ücretsiz"
    r"|無料|免费|무료|مجان"
)
NEEDS_SCRIPT = (
    r"(?:enable|turn on|activate) java ?script|(?:requires?|needs?|without) java ?script"
    r"|java ?script (?:is|must be|to be) (?:disabled|required|enabled|turned on)"
    r"|java ?script (?:in ihrem|aktivieren|ist deaktiviert)|aktivieren sie java ?script"
    r"|activer (?:le )?java ?script|active java ?script|habilit\w+ (?:el )?java ?script"
    r"|ative o java ?script|abilita\w* java ?script|schakel java ?script"
    r"|включите java ?script|увімкніть java ?script|javascriptを有効|启用 ?javascript|javascript를"
)
