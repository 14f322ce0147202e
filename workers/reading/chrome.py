"""The wording of site chrome in English, German, French and Spanish. Pure data."""

import re

from workers.language.patterns import LatePattern

_PLATFORM = (
    r"(?:facebook|twitter|x|whats ?app|linkedin|telegram|reddit|e-?mail|pinterest|threads|"
    r"bluesky|mastodon|instagram|tiktok|youtube|flipboard|messenger|signal|pocket|xing)"
)
_EN = (
    r"skip to (?:main )?(?:content|navigation|search|footer)",
    r"(?:become|join as) an? (?:\w+ )?(?:member|subscriber|supporter|patron)[.!]?",
    (
        r"(?:subscribe|sign up|sign in|log in|log out|register|join)(?: (?:now|today|here|free|"
        r"for free|to continue|to read more|to our newsletter|"
        r"for our (?:\w+ ){0,3}newsletters?))*[.!]?"
    ),
    r"already (?:a|an) (?:member|subscriber)\?.{0,60}",
    r"unlock (?:the )?(?:full|whole|this) (?:analysis|article|story|report).{0,40}",
    r"(?:members|subscribers|readers) are reading\b.{0,200}",
    (
        r"(?:this (?:article|story|post|content) is )?(?:for|only for|exclusive to) "
        r"(?:paying )?(?:members|subscribers)(?: only)?[.!]?"
    ),
    r"cta(?: image| button)?",
    (
        r"(?:see|view|show|browse|read|load) (?:all|more)(?: (?:stories|articles|posts|"
        r"news|comments|"
        r"from .{1,60}|about .{1,60}|in .{1,60}|on .{1,60}))?"
    ),
    r"(?:more|most) (?:popular|read|viewed|shared)(?: (?:stories|articles))?",
    r"(?:read|learn|find out|discover) more(?: (?:here|about our .{1,60}))?[.!]?",
    (
        r"(?:read (?:more|next|also)|related|see also|also read|recommended|watch|listen|up next|"
        r"don't miss|more on this(?: story)?)\s*[:|].{1,200}"
    ),
    r"continue reading(?: (?:below|the main story|.{1,80}))?",
    r"(?:advertisement|sponsored(?: content)?|promoted(?: content)?|ad)(?: \d+)?",
    r"(?:story|article) continues (?:below|after).{0,40}",
    r"(?:scroll|click|tap) (?:down )?(?:here|to|for) .{1,80}",
    (
        rf"(?:share|follow|like|tweet|post|send|copy|print|save|bookmark)(?: (?:this|the|"
        rf"us|it|a|link|url|"
        rf"article|story|page|post|on|via|by|to|at|&|and|or|{_PLATFORM}))*[.!]?"
    ),
    rf"{_PLATFORM}(?:[ ,|/&]+{_PLATFORM})*",
    r"(?:we|this (?:web)?site|our partners) (?:use|uses|store|stores).{0,40}cookies?\b.{0,160}",
    r"(?:accept|reject|allow|manage|decline)(?: all)?(?: (?:cookies|preferences|settings))?",
    (
        r"(?:cookie|privacy|terms)(?: (?:policy|notice|settings|preferences|of (?:use|service)))?"
        r"(?: (?:and|&) .{1,40})?"
    ),
    r"by (?:signing up|subscribing|clicking|continuing).{0,30}you (?:agree|accept|consent).{0,160}",
    r"enter your e-?mail(?: address)?.{0,60}|your e-?mail(?: address)?",
    r"get (?:the|our) .{0,60}(?:newsletter|briefing|inbox|app).{0,60}",
    r"(?:sign up|subscribe) (?:for|to) (?:our|the|my) .{0,80}",
    (
        r"(?:support|donate|contribute|give|chip in)(?: (?:us|now|today|here|"
        r"our (?:work|journalism|"
        r"reporting|newsroom)))*[.!]?"
    ),
    r"(?:©|\(c\)|copyright)\s.{0,160}|all rights reserved\.?",
    (
        r"(?:menu|home|search|close|open|next|previous|back|back to top|newsletters?|comments?|"
        r"contact(?: us)?|about(?: us)?|careers|advertise|faq|help|tags?|topics?|latest|trending|"
        r"rss|podcasts?|video|videos|live|opinion|sections?|account|my account|edition|"
        r"table of contents|loading)"
    ),
    r"(?:leave|post|add|write) a (?:comment|reply)|\d+ (?:comments?|shares?|likes?|views?)",
    r"\d{1,2}[ -]min(?:ute)?s? read",
    r"download (?:the|our) app.{0,60}",
    r"ai[- ]generated (?:illustration|image|picture|photo)\b.{0,200}",
    r"(?:photo|image|picture|illustration|graphic|video)(?: (?:by|credit|courtesy)| ?:).{1,160}",
    r".{0,120}(?:getty images|shutterstock|ap photo|afp via getty)[^.]{0,60}",
)
_DE = (
    r"(?:zum|direkt zum) (?:haupt)?inhalt(?: springen)?|zur navigation(?: springen)?",
    r"(?:jetzt )?(?:mitglied|abonnent|unterstützer)(?:in)? werden|mitglied werden",
    (
        r"(?:jetzt )?(?:abonnieren|anmelden|registrieren|einloggen|abmelden|testen|spenden|"
        r"unterstützen|kommentieren|teilen|drucken|merken|weiterlesen|lesen|ansehen)[.!]?"
    ),
    (
        r"(?:alle|mehr|weitere) (?:artikel|beiträge|meldungen|nachrichten|themen|anzeigen|ansehen|"
        r"kommentare|infos)(?: (?:anzeigen|ansehen|lesen|zum thema .{1,60}|aus .{1,60}|"
        r"von .{1,60}))?"
    ),
    (
        r"(?:lesen sie auch|lesen sie mehr|mehr (?:zum thema|dazu)|siehe auch|auch interessant|"
        r"das könnte sie (?:auch )?interessieren|passend dazu)\s*[:|].{1,200}"
    ),
    (
        r"anzeige|werbung|gesponsert|menü|startseite|suche|impressum|datenschutz(?:erklärung)?|agb|"
        r"kontakt|kommentare?|newsletter|nach oben|schließen"
    ),
    r"newsletter (?:abonnieren|bestellen).{0,60}|.{0,60}newsletter (?:abonnieren|anmelden).{0,40}",
    rf"(?:auf|per|über|via) {_PLATFORM} (?:teilen|senden|folgen)|artikel (?:teilen|drucken|merken)",
    r"(?:wir|diese (?:web)?seite)\b.{0,60}cookies\b.{0,160}",
    r"(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|zustimmen)",
    r"ihre e-?mail(?:-adresse)?.{0,60}|alle rechte vorbehalten\.?",
    r"(?:foto|bild|grafik|quelle)\s?:.{1,160}",
    r"dieser (?:artikel|text|beitrag) ist (?:nur )?für (?:abonnenten|mitglieder).{0,60}",
)
_FR = (
    r"(?:aller|passer|accéder) (?:directement )?au (?:contenu|menu)(?: principal)?",
    r"(?:devenir|devenez) (?:membre|abonnée?|adhérent)",
    (
        r"(?:s'abonner|abonnez-vous|s'inscrire|inscrivez-vous|se connecter|"
        r"connectez-vous|je m'abonne|"
        r"partager|imprimer|commenter|faire un don|soutenez-nous)(?: (?:maintenant|"
        r"gratuitement|ici|"
        r"à .{1,60}|sur .{1,40}|pour .{1,60}))?[.!]?"
    ),
    r"(?:voir|lire|afficher) (?:tout|tous|plus|la suite|tous les .{1,40}|plus d'articles)",
    (
        r"(?:lire aussi|à lire aussi|voir aussi|à lire|sur le même sujet|"
        r"lire également)\s*[:|].{1,200}"
    ),
    (
        r"publicité|sponsorisé|menu|accueil|rechercher|mentions légales|contact|commentaires?|"
        r"newsletters?|fermer|haut de page|politique de confidentialité|réservé aux abonnés"
    ),
    rf"partager (?:sur|par|via) {_PLATFORM}|suivez-nous.{{0,60}}",
    r"(?:nous|ce site)\b.{0,60}cookies\b.{0,160}",
    r"(?:tout )?(?:accepter|refuser)(?: les cookies)?|tous droits réservés\.?",
    r"(?:votre )?adresse e-?mail.{0,40}|(?:photo|crédit|image)\s?:.{1,160}",
    r"(?:cet )?article (?:est )?réservé aux abonnés.{0,60}",
)
_ES = (
    r"(?:ir|saltar|pasar) al (?:contenido|menú)(?: principal)?",
    r"(?:hazte|conviértete en) (?:socio|socia|miembro|suscriptor|suscriptora)",
    (
        r"(?:suscríbete|suscribirse|suscríbase|regístrate|registrarse|iniciar sesión|inicia sesión|"
        r"compartir|imprimir|comentar|donar|dona|apóyanos)(?: (?:ahora|aquí|gratis|a .{1,60}|"
        r"en .{1,40}|por .{1,40}))?[.!]?"
    ),
    r"(?:ver|leer|mostrar) (?:todo|todos|todas|más)(?: (?:noticias|artículos|sobre .{1,60}))?",
    (
        r"(?:lee también|leer también|te puede interesar|lea también|ver también|más información|"
        r"relacionado)\s*[:|].{1,200}"
    ),
    (
        r"publicidad|patrocinado|menú|inicio|buscar|aviso legal|contacto|comentarios?|boletín|"
        r"cerrar|volver arriba|política de (?:privacidad|cookies)|solo para suscriptores"
    ),
    rf"compartir (?:en|por) {_PLATFORM}|síguenos.{{0,60}}",
    r"(?:utilizamos|usamos|este sitio)\b.{0,60}cookies\b.{0,160}",
    r"(?:aceptar|rechazar)(?: todas?)?(?: las cookies)?|todos los derechos reservados\.?",
    r"(?:tu|su) correo electrónico.{0,40}|(?:foto|imagen|crédito)\s?:.{1,160}",
)
CHROME_LINES = LatePattern("|".join(f"(?:{p})" for p in (*_EN, *_DE, *_FR, *_ES)), re.IGNORECASE)

# Headings that take with them headlines of other articles.
TEASER_HEADINGS = LatePattern(
    r"more (?:from|in|on|about|by) .{1,60}|(?:related|recommended|similar|popular|latest|trending|"
    r"most read|other|more)(?: (?:stories|articles|posts|news|topics|reading|content|"
    r"coverage|for you))+"
    r"|related|recommended(?: for you)?|read (?:next|more|also)|up next|you (?:may|might) also like"
    r"|what to read next|editors'? picks|most popular|in this series"
    r"|mehr (?:zum thema|aus|von) ?.{0,60}|das könnte sie (?:auch )?interessieren|meistgelesen"
    r"|ähnliche artikel|weitere (?:artikel|themen|beiträge)|lesen sie auch"
    r"|(?:à lire aussi|lire aussi|sur le même sujet|les plus lus|articles (?:liés|similaires))"
    r"|te puede interesar|lo más (?:leído|visto)|noticias relacionadas|"
    r"más (?:noticias|sobre .{1,60})",
    re.IGNORECASE,
)

# Headings under which the publication speaks of itself.
PUBLICATION_HEADINGS = LatePattern(
    r"(?:source|sourcing|editorial) (?:transparency|standards|policy)|our (?:sources and )?"
    r"(?:process|methods|standards|mission|editorial (?:process|policy))"
    r"|how (?:this|we) (?:analysis|article|story|report|work|reported|made).{0,60}"
    r"|about (?:the|this) (?:author|writer|reporter|article|story|newsroom|site)s?|about us"
    r"|support (?:our|independent) (?:work|journalism|reporting|newsroom)|support us|stay informed"
    r"|why (?:you can )?trust (?:us|.{1,40})|(?:corrections|ethics)(?: policy)?"
    r"|so arbeiten wir|über (?:den autor|die autorin|uns|diesen artikel)|transparenz(?:hinweis)?"
    r"|unterstützen sie uns(?:ere arbeit)?|wie dieser (?:artikel|text) entstand"
    r"|(?:à propos (?:de l'auteur|de nous)|qui sommes-nous|soutenez-nous|notre (?:méthode|charte))"
    r"|(?:sobre (?:el autor|la autora|nosotros)|quiénes somos|apóyanos|cómo trabajamos)",
    re.IGNORECASE,
)

# Within such a section: the publication, its readers, its craft.
PUBLICATION_TALK = LatePattern(
    r"\b(?:we|our|us|you|your|I|I'm|my|wir|unsere?n?|uns|sie|ihre?|nous|notre|nos|vous|votre|"
    r"nosotros|nuestr[oa]s?|tu|su)\b.*\b(?:newsletter|subscri\w+|sources?|editors?|journalis\w+|"
    r"reporting|investigat\w+|contribut\w+|donat\w+|support|members?|AI|verif\w+|process|analysis|"
    r"article|readers?|redaktion|quellen|leser\w*|abonn\w+|spenden?|rédaction|lecteurs?|redacción|"
    r"lectores|suscri\w+)\b"
    r"|\b(?:AI|newsletter|sources?|editors?|journalis\w+|analysis|reporting)\b.*\b(?:we|our|us|you|"
    r"your|I|I'm)\b"
    r"|\b(?:is an? (?:\w+ ){0,3}(?:reporter|writer|journalist|editor|correspondent|columnist))\b",
    re.IGNORECASE | re.DOTALL,
)

# Anywhere: wording that only a publication uses, and only of itself.
ABOUT_PUBLICATION = LatePattern(
    r"^(?:subscribe|sign up) (?:to|for) (?:our|the) (?:[\w-]+ ){0,4}newsletters?\b"
    r"|\bI(?:'|’)?(?:m| am) an? AI[- ](?:powered|generated|driven) (?:journalist|reporter|writer)"
    r"|\bthis (?:article|story|analysis|report|text) was (?:automatically |partly |originally )?"
    r"(?:generated|produced|written|created|translated) (?:by|with|using)\b"
    r"|\b(?:an earlier|a previous) version of this (?:article|story|report|post)\b"
    r"|^(?:editor'?s|author'?s) note\b"
    r"|\byour (?:contribution|donation|support|subscription) (?:helps|allows|enables|keeps) us\b"
    r"|\bdieser (?:artikel|text|beitrag) wurde (?:automatisch |mit hilfe |maschinell )"
    r"|\bcet article a été (?:généré|rédigé|traduit|produit) (?:par|avec)\b"
    r"|\beste artículo (?:fue|ha sido) (?:generado|escrito|traducido|producido) (?:por|con)\b",
    re.IGNORECASE | re.MULTILINE,
)
