"""Words of other languages that exclude each other, as ``opposites`` has them of English. Data.

Own compilation, base forms: inflections share their stems. A word that is its own opposite in
another sense, or that stands beside its opposite as often, is left out. Languages without a
stemmer here (Polish) are left out too: they would be met in one form alone. Of Korean, Chinese
and Japanese there are words of two characters, as texts are read in pairs of them.
"""

OPPOSITES_OF: dict[str, str] = {
    "de": """steigen sinken; steigen fallen; ansteigen sinken; ansteigen zurückgehen;
        anstieg rückgang; steigen zurückgehen; zunehmen abnehmen; zunahme abnahme;
        zunahme rückgang; wachsen schrumpfen; wachsen sinken; erhöhen senken; erhöhen kürzen;
        erhöhung senkung; erhöhung kürzung; anheben senken; gewinn verlust; gewinnen verlieren;
        überschuss defizit; mehr weniger; höher niedriger; größer kleiner; stärker schwächer;
        besser schlechter; länger kürzer; früher später; schneller langsamer; teurer billiger;
        teurer günstiger; mindestens höchstens; über unter; vor nach; maximal minimal;
        annehmen ablehnen; billigen ablehnen; zustimmen ablehnen; beschließen ablehnen;
        zustimmung ablehnung; befürworten ablehnen; befürworter gegner; unterstützen ablehnen;
        begrüßen kritisieren; begrüßen bedauern; loben kritisieren; loben tadeln;
        kritisieren würdigen; lob kritik; bestätigen dementieren; bestätigen bestreiten;
        zugeben bestreiten; einräumen bestreiten; verurteilen freisprechen;
        verurteilung freispruch; schuldig unschuldig; festnehmen freilassen;
        verhaften freilassen; anklage verteidigung; kläger angeklagte; erlauben verbieten;
        zulassen verbieten; gestatten verbieten; erlaubnis verbot; öffnen schließen;
        eröffnen schließen; öffnung schließung; eröffnung schließung; eröffnen beenden;
        beginnen enden; beginnen beenden; anfang ende; starten stoppen; aufnehmen einstellen;
        bauen abreißen; aufbauen abbauen; ausbauen abbauen; schaffen streichen;
        schaffen abbauen; einstellen entlassen; einstellung entlassung; kaufen verkaufen;
        käufer verkäufer; kauf verkauf; erwerben verkaufen; einfuhr ausfuhr; import export;
        importieren exportieren; fordern ablehnen; verlängern verkürzen; verschieben vorziehen;
        beschleunigen bremsen; verbessern verschlechtern; stärken schwächen; schützen gefährden;
        retten töten; überleben sterben; gesund krank; leicht schwer; arm reich; jung alt;
        neu alt; warm kalt; wärmer kälter; groß klein; hoch niedrig; lang kurz; stark schwach;
        gut schlecht; positiv negativ; öffentlich privat; öffentlich geheim;
        kostenlos kostenpflichtig; freiwillig verpflichtend; vorläufig endgültig;
        vorübergehend dauerhaft; befristet unbefristet; legal illegal; sicher unsicher;
        sicher gefährlich; möglich unmöglich; bekannt unbekannt; erster letzter; mann frau;
        männer frauen; junge mädchen; sohn tochter; bruder schwester; vater mutter;
        einschalten ausschalten; eingeschaltet ausgeschaltet; alle keine; immer nie;
        erfolgreich erfolglos; erfolg misserfolg; sieg niederlage; gewinner verlierer;
        inland ausland; vielversprechend enttäuschend; optimistisch pessimistisch;
        zufrieden unzufrieden; ankommen abfahren; einreise ausreise; belohnen bestrafen;
        mitglied nichtmitglied""",
    "fr": """augmenter diminuer; augmenter baisser; augmenter réduire; augmentation diminution;
        augmentation baisse; augmentation réduction; hausse baisse; hausse recul;
        progresser reculer; progression recul; croître décroître; croissance décroissance;
        croissance récession; monter descendre; accroître réduire; relever abaisser;
        gagner perdre; gain perte; bénéfice perte; bénéfice déficit; excédent déficit;
        plus moins; supérieur inférieur; maximum minimum; premier dernier; meilleur pire;
        avant après; début fin; commencer finir; commencer terminer; commencer achever;
        ouvrir fermer; ouverture fermeture; agrandir réduire; agrandir fermer;
        construire démolir; construire détruire; créer supprimer; création suppression;
        embaucher licencier; embauche licenciement; recruter licencier; acheter vendre;
        acheteur vendeur; achat vente; acquérir vendre; acquérir céder; importer exporter;
        importation exportation; emprunter prêter; percevoir rembourser; toucher rembourser;
        approuver rejeter; adopter rejeter; accepter refuser; accepter rejeter; adoption rejet;
        valider annuler; autoriser interdire; autorisation interdiction; permettre interdire;
        permettre empêcher; favoriser empêcher; confirmer démentir; confirmer infirmer;
        admettre nier; reconnaître nier; condamner acquitter; condamner relaxer;
        condamnation acquittement; condamnation relaxe; coupable innocent; arrêter libérer;
        interpeller relâcher; défense accusation; saluer critiquer; saluer dénoncer;
        saluer condamner; louer critiquer; applaudir critiquer; soutenir combattre;
        soutenir critiquer; partisan opposant; partisan adversaire; favorable défavorable;
        favorable hostile; allié ennemi; renforcer affaiblir; améliorer aggraver;
        amélioration aggravation; amélioration dégradation; accélérer ralentir;
        accélérer freiner; avancer retarder; avancer reculer; prolonger raccourcir;
        prolonger écourter; maintenir annuler; maintenir supprimer; maintenir lever;
        reprendre suspendre; reprise suspension; victoire défaite; succès échec;
        réussir échouer; majorité minorité; public privé; gratuit payant; provisoire définitif;
        temporaire permanent; obligatoire facultatif; légal illégal; possible impossible;
        certain incertain; grave léger; lourd léger; fort faible; haut bas; élevé faible;
        grand petit; long court; nouveau ancien; jeune vieux; riche pauvre; chaud froid;
        rapide lent; bon mauvais; proche éloigné; positif négatif; excessif raisonnable;
        optimiste pessimiste; satisfait mécontent; vivant mort; survivre mourir; homme femme;
        fils fille; frère sœur; père mère; mari femme; toujours jamais; tous aucun;
        entrer sortir; entrée sortie; arriver partir; arrivée départ; national étranger;
        intérieur extérieur; protéger menacer; suffisant insuffisant; rural urbain;
        célèbre inconnu; voter abstenir; nommer révoquer; nommer limoger; restituer conserver;
        rendre garder""",
    "es": """subir bajar; subida bajada; subida caída; aumentar disminuir; aumentar reducir;
        aumentar caer; aumentar bajar; aumento disminución; aumento reducción; aumento descenso;
        aumento caída; crecer caer; crecer disminuir; crecer decrecer; crecimiento caída;
        crecimiento recesión; incrementar reducir; incremento descenso; incremento reducción;
        elevar reducir; elevar bajar; ganar perder; ganancia pérdida; beneficio pérdida;
        superávit déficit; más menos; mayor menor; mejor peor; superior inferior; máximo mínimo;
        primero último; antes después; inicio fin; principio final; comenzar terminar;
        comenzar acabar; empezar terminar; empezar acabar; iniciar concluir; abrir cerrar;
        apertura cierre; construir demoler; construir derribar; crear suprimir; crear eliminar;
        contratar despedir; contratación despido; comprar vender; comprador vendedor;
        compra venta; adquirir vender; importar exportar; importación exportación;
        aprobar rechazar; aprobación rechazo; aceptar rechazar; aceptar rehusar;
        ratificar rechazar; autorizar prohibir; autorización prohibición; permitir prohibir;
        permitir impedir; facilitar dificultar; confirmar desmentir; confirmar negar;
        admitir negar; reconocer negar; condenar absolver; condena absolución;
        culpable inocente; detener liberar; detención liberación; fiscalía defensa;
        acusación defensa; elogiar criticar; alabar criticar; celebrar lamentar;
        agradecer reprochar; agradecer criticar; apoyar rechazar; apoyar criticar;
        apoyo rechazo; partidario detractor; partidario opositor; favor contra; aliado enemigo;
        reforzar debilitar; fortalecer debilitar; mejorar empeorar; mejora empeoramiento;
        acelerar frenar; acelerar ralentizar; adelantar retrasar; adelantar aplazar;
        adelanto retraso; alargar acortar; ampliar reducir; ampliar recortar;
        ampliación reducción; mantener cancelar; mantener suspender; convocar desconvocar;
        reanudar suspender; impulsar paralizar; victoria derrota; éxito fracaso;
        lograr fracasar; mayoría minoría; público privado; gratuito pagado;
        provisional definitivo; temporal permanente; obligatorio voluntario; legal ilegal;
        posible imposible; seguro inseguro; seguro peligroso; grave leve; fuerte débil;
        alto bajo; grande pequeño; largo corto; nuevo antiguo; nuevo viejo; joven viejo;
        rico pobre; caliente frío; rápido lento; bueno malo; cercano lejano; positivo negativo;
        optimista pesimista; satisfecho insatisfecho; vivo muerto; sobrevivir morir;
        hombre mujer; padre madre; marido mujer; siempre nunca; todos ninguno; entrar salir;
        entrada salida; llegar partir; llegada salida; nacional extranjero; interior exterior;
        terrestre marino; proteger amenazar; suficiente insuficiente; rural urbano;
        conocido desconocido; conocido perdido; nombrar destituir; nombrar cesar;
        ignorar atender; desoír atender; digno indigno; digno vergonzoso; encarecer abaratar;
        caro barato""",
    "it": """salire scendere; aumentare diminuire; aumentare ridurre; aumentare calare;
        aumento diminuzione; aumento calo; aumento riduzione; crescere calare;
        crescere diminuire; crescita calo; crescita recessione; alzare abbassare;
        guadagnare perdere; guadagno perdita; utile perdita; avanzo disavanzo; più meno;
        maggiore minore; migliore peggiore; superiore inferiore; massimo minimo; primo ultimo;
        prima dopo; inizio fine; iniziare finire; cominciare finire; aprire chiudere;
        aperto chiuso; apertura chiusura; costruire demolire; creare eliminare;
        assumere licenziare; assunzione licenziamento; comprare vendere; acquistare vendere;
        acquisto vendita; importare esportare; approvare respingere; approvare bocciare;
        accettare rifiutare; accettare respingere; autorizzare vietare; permettere vietare;
        consentire vietare; aperto vietato; confermare smentire; ammettere negare;
        condannare assolvere; condanna assoluzione; colpevole innocente; arrestare liberare;
        arrestare scarcerare; accusa difesa; elogiare criticare; lodare criticare;
        sostenere criticare; favorevole contrario; rafforzare indebolire; migliorare peggiorare;
        miglioramento peggioramento; accelerare rallentare; anticipare rinviare;
        prolungare accorciare; confermare annullare; vittoria sconfitta; successo fallimento;
        maggioranza minoranza; pubblico privato; gratuito pagamento; provvisorio definitivo;
        temporaneo permanente; obbligatorio facoltativo; legale illegale; possibile impossibile;
        grave lieve; forte debole; alto basso; grande piccolo; lungo corto; nuovo vecchio;
        giovane vecchio; ricco povero; caldo freddo; buono cattivo; critico buono;
        vicino lontano; positivo negativo; vivo morto; sopravvivere morire; uomo donna;
        fratello sorella; padre madre; sempre mai; entrare uscire; entrata uscita;
        arrivare partire; arrivo partenza; sufficiente insufficiente; nominare rimuovere;
        caro economico""",
    "pt": """subir descer; subir cair; subida descida; subida queda; aumentar diminuir;
        aumentar reduzir; aumentar cair; aumento diminuição; aumento redução; aumento queda;
        crescer cair; crescer diminuir; crescimento queda; crescimento recessão; elevar reduzir;
        ganhar perder; ganho perda; lucro prejuízo; superávit défice; excedente défice;
        mais menos; maior menor; melhor pior; superior inferior; máximo mínimo; primeiro último;
        antes depois; início fim; começar terminar; começar acabar; abrir fechar;
        abertura encerramento; abertura fechamento; construir demolir; construir desativar;
        criar extinguir; contratar despedir; contratar demitir; contratação despedimento;
        contratação demissão; comprar vender; adquirir vender; compra venda; importar exportar;
        aprovar rejeitar; aprovar chumbar; aprovação rejeição; aceitar rejeitar;
        aceitar recusar; autorizar proibir; permitir proibir; permitir impedir;
        confirmar desmentir; admitir negar; reconhecer negar; condenar absolver;
        condenação absolvição; culpado inocente; deter libertar; prender soltar;
        acusação defesa; elogiar criticar; louvar criticar; celebrar lamentar;
        comemorar lamentar; apoiar criticar; favorável contrário; reforçar enfraquecer;
        fortalecer enfraquecer; endurecer abrandar; duro brando; melhorar piorar;
        melhoria agravamento; acelerar abrandar; antecipar adiar; prolongar encurtar;
        manter cancelar; vitória derrota; sucesso fracasso; maioria minoria; público privado;
        gratuito pago; provisório definitivo; temporário permanente; obrigatório facultativo;
        legal ilegal; possível impossível; grave leve; grave ligeiro; forte fraco; alto baixo;
        grande pequeno; longo curto; novo antigo; novo velho; jovem velho; rico pobre;
        quente frio; bom mau; próximo distante; positivo negativo; vivo morto;
        sobreviver morrer; homem mulher; pai mãe; sempre nunca; entrar sair; entrada saída;
        chegar partir; chegada partida; suficiente insuficiente; nomear exonerar; caro barato""",
    "nl": """stijgen dalen; stijging daling; toenemen afnemen; toename afname; groeien krimpen;
        groei krimp; verhogen verlagen; verhoging verlaging; winst verlies; winnen verliezen;
        overschot tekort; meer minder; hoger lager; groter kleiner; beter slechter;
        sterker zwakker; langer korter; eerder later; sneller langzamer; duurder goedkoper;
        minstens hoogstens; boven onder; voor na; aannemen verwerpen; aannemen afwijzen;
        goedkeuren afkeuren; goedkeuren verwerpen; instemmen afwijzen; steunen afwijzen;
        steunen bestrijden; voorstander tegenstander; prijzen bekritiseren;
        toejuichen betreuren; bevestigen ontkennen; bevestigen tegenspreken; toegeven ontkennen;
        veroordelen vrijspreken; veroordeling vrijspraak; schuldig onschuldig;
        arresteren vrijlaten; toestaan verbieden; openen sluiten; opening sluiting;
        beginnen eindigen; begin einde; starten stoppen; bouwen slopen; aannemen ontslaan;
        kopen verkopen; koper verkoper; aankoop verkoop; invoer uitvoer; importeren exporteren;
        verlengen verkorten; vervroegen uitstellen; versnellen vertragen;
        verbeteren verslechteren; verbetering verslechtering; versterken verzwakken;
        beschermen bedreigen; overleven overlijden; overleven sterven; doden redden;
        gezond ziek; licht zwaar; arm rijk; jong oud; nieuw oud; warm koud; groot klein;
        hoog laag; lang kort; sterk zwak; goed slecht; positief negatief; openbaar privé;
        gratis betaald; vrijwillig verplicht; voorlopig definitief; tijdelijk permanent;
        legaal illegaal; veilig gevaarlijk; mogelijk onmogelijk; bekend onbekend;
        eerste laatste; man vrouw; jongen meisje; zoon dochter; broer zus; vader moeder;
        alle geen; altijd nooit; succes mislukking; overwinning nederlaag;
        binnenland buitenland; voldoende onvoldoende; toegestaan verboden;
        zorgelijk geruststellend; onwerkbaar werkbaar""",
    "ar": """ارتفع انخفض; ارتفع تراجع; ارتفاع انخفاض; ارتفاع تراجع; زيادة انخفاض; زيادة تراجع;
        زاد انخفض; زاد تراجع; نما انكمش; نمو انكماش; ربح خسارة; فائض عجز; أكثر أقل; أكبر أصغر;
        أعلى أدنى; قبل بعد; أول آخر; بداية نهاية; بدء انتهاء; بدأ انتهى; استمرار انتهاء;
        استمر انتهى; فتح إغلاق; وافق رفض; قبل رفض; موافقة رفض; قبول رفض; تأييد رفض; أيد عارض;
        مؤيد معارض; أكد نفى; تأكيد نفي; اعترف أنكر; أدان برأ; إدانة براءة; مذنب بريء;
        اعتقل أفرج; اعتقال إفراج; سمح منع; سماح منع; أشاد انتقد; رحب ندد; رحب أدان; باع اشترى;
        بيع شراء; استيراد تصدير; واردات صادرات; تعيين إقالة; عين أقال; فوز خسارة; فاز خسر;
        نجاح فشل; نجح فشل; نصر هزيمة; أغلبية أقلية; عام خاص; مجاني مدفوع; مؤقت دائم; قانوني غير;
        ممكن مستحيل; خطير طفيف; قوي ضعيف; كبير صغير; طويل قصير; جديد قديم; غني فقير; ساخن بارد;
        جيد سيئ; إيجابي سلبي; حي ميت; رجل امرأة; أخ أخت; شمال جنوب; شرق غرب; شمالي جنوبي;
        شرقي غربي; دخول خروج; وصول مغادرة; كاف ناقص; تسريع إبطاء; تقوية إضعاف""",
    "ru": """вырасти снизиться; вырасти упасть; расти падать; рост падение; рост снижение;
        увеличить уменьшить; увеличить сократить; увеличение сокращение;
        увеличиться сократиться; повысить снизить; повышение снижение; прибыль убыток;
        профицит дефицит; больше меньше; выше ниже; лучше хуже; раньше позже; первый последний;
        начало конец; начать закончить; начать завершить; начало завершение; открыть закрыть;
        открытие закрытие; построить снести; принять отклонить; одобрить отклонить;
        согласиться отказаться; согласие отказ; поддержать осудить; сторонник противник;
        похвалить раскритиковать; подтвердить опровергнуть; признать отрицать;
        осудить оправдать; виновный невиновный; задержать освободить; разрешить запретить;
        разрешение запрет; нанять уволить; купить продать; покупка продажа; импорт экспорт;
        продлить сократить; ускорить замедлить; улучшить ухудшить; улучшение ухудшение;
        усилить ослабить; победа поражение; выиграть проиграть; успех провал;
        большинство меньшинство; государственный частный; бесплатный платный;
        временный постоянный; законный незаконный; возможный невозможный; тяжелый легкий;
        сильный слабый; высокий низкий; большой маленький; длинный короткий; новый старый;
        молодой старый; богатый бедный; теплый холодный; хороший плохой;
        положительный отрицательный; живой мертвый; мужчина женщина; сын дочь; брат сестра;
        отец мать; всегда никогда; север юг; восток запад; северный южный; восточный западный""",
    "ko": """인상 인하; 증가 감소; 상승 하락; 확대 축소; 흑자 적자; 이익 손실; 승리 패배;
        찬성 반대; 허용 금지; 승인 거부; 수락 거절; 통과 부결; 채용 해고; 임명 해임;
        수출 수입; 구매 판매; 매수 매도; 시작 종료; 개시 종료; 개막 폐막; 개장 폐장;
        개통 폐쇄; 유죄 무죄; 체포 석방; 구속 석방; 인정 부인; 시인 부인; 칭찬 비판;
        환영 비판; 강화 약화; 완화 강화; 개선 악화; 연장 단축; 철회 강행; 철회 추진;
        폐지 유지; 최고 최저; 최대 최소; 다수 소수; 이상 이하; 이상 미만; 초과 미만;
        이전 이후; 남성 여성; 남자 여자; 국내 해외; 국내 국외; 북부 남부; 동부 서부;
        북쪽 남쪽; 동쪽 서쪽; 유료 무료; 합법 불법; 안전 위험; 성공 실패; 임시 영구;
        공공 민간; 생존 사망; 오른 내린; 올린 내린; 오를 내릴; 올릴 내릴; 올랐 내렸;
        늘었 줄었; 늘어 줄어; 늘린 줄인; 높은 낮은; 많은 적은""",
    "zh": """增加 减少; 上升 下降; 上涨 下跌; 增长 下降; 提高 降低; 扩大 缩小; 延长 缩短;
        盈利 亏损; 顺差 逆差; 胜利 失败; 成功 失败; 同意 拒绝; 同意 反对; 支持 反对;
        赞成 反对; 批准 否决; 批准 驳回; 通过 否决; 接受 拒绝; 允许 禁止; 买入 卖出;
        购买 出售; 收购 出售; 进口 出口; 雇用 解雇; 招聘 裁员; 任命 免职; 开始 结束;
        开放 关闭; 开业 停业; 开通 关闭; 有罪 无罪; 逮捕 释放; 承认 否认; 证实 否认;
        表扬 批评; 赞扬 批评; 欢迎 谴责; 加强 削弱; 增强 减弱; 改善 恶化; 加快 放缓;
        提前 推迟; 恢复 暂停; 保留 取消; 建造 拆除; 最高 最低; 最大 最小; 最多 最少;
        多数 少数; 以上 以下; 超过 不足; 之前 之后; 男性 女性; 男子 女子; 儿子 女儿;
        国内 国外; 北部 南部; 东部 西部; 城市 农村; 公立 私立; 免费 收费; 合法 非法;
        安全 危险; 临时 永久; 罚款 奖励; 生还 遇难; 乐观 悲观""",
    "ja": """増加 減少; 上昇 下落; 上昇 低下; 拡大 縮小; 延長 短縮; 黒字 赤字; 利益 損失;
        勝利 敗北; 成功 失敗; 賛成 反対; 支持 反対; 承認 否決; 承認 却下; 可決 否決;
        容認 拒否; 受諾 拒否; 許可 禁止; 購入 売却; 買収 売却; 輸入 輸出; 採用 解雇;
        就任 辞任; 任命 解任; 開始 終了; 開始 中止; 開店 閉店; 開館 閉館; 有罪 無罪;
        逮捕 釈放; 称賛 批判; 歓迎 批判; 評価 批判; 強化 緩和; 改善 悪化; 加速 減速;
        撤回 推進; 継続 中止; 再開 中断; 建設 解体; 新設 廃止; 最高 最低; 最大 最小;
        最多 最少; 多数 少数; 以上 以下; 以上 未満; 以前 以後; 男性 女性; 男子 女子;
        長男 長女; 国内 国外; 国内 海外; 北部 南部; 東部 西部; 都市 農村; 公立 私立;
        国立 私立; 無料 有料; 合法 違法; 安全 危険; 楽観 悲観; 増え 減っ; 増え 減り;
        早め 遅ら; 上げ 下げ; 値上 値下; 全額 半額""",
}  # fmt: skip

# Two members of a class exclude each other; months and days of the week are read as dates.
CLASSES_OF: dict[str, tuple[str, ...]] = {
    "de": (
        "norden süden osten westen",
        "nördlich südlich östlich westlich",
        "frühling frühjahr sommer herbst winter",
        "euro dollar pfund franken yen",
        "täglich wöchentlich monatlich jährlich",
    ),
    "fr": (
        "nord sud est ouest",
        "printemps été automne hiver",
        "euro dollar livre yen",
        "quotidien hebdomadaire mensuel annuel",
    ),
    "es": (
        "norte sur este oeste",
        "primavera verano otoño invierno",
        "euro dólar libra yen",
        "diario semanal mensual anual",
    ),
    "it": ("nord sud est ovest", "primavera estate autunno inverno", "euro dollaro sterlina yen"),
    "pt": ("norte sul leste oeste", "primavera verão outono inverno", "euro dólar real libra"),
    "nl": (
        "noorden zuiden oosten westen",
        "lente zomer herfst winter",
        "dagelijks wekelijks maandelijks jaarlijks",
    ),
}
