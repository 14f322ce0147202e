"""Abbreviations of the news, by what may follow their stop. Pure data."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name or a number always follows: the stop never ends a sentence.
TITLES: dict[str, frozenset[str]] = {
    "en": _words(
        "Mr Mrs Ms Mx Dr Prof Sen Sens Rep Reps Gov Govs Gen Lt Col Maj Capt Cmdr Cpl Sgt Pvt "
        "Adm Brig Cdr Rev Fr Sr Hon Pres Supt Insp Det Ofc Atty Asst Assoc Amb Sec Msgr St Ste "
        "Mt Ft vs v cf viz e.g i.e ca approx est Messrs Mmes Spc Dist Treas Secy"
    ),
    "de": _words(
        "Dr Prof Hr Fr Frl St Mag Ing Dipl Hrsg bzw ca evtl ggf inkl exkl sog vgl z.B z.b d.h u.a "
        "i.d.R o.g s.o s.u u.U z.T v.a B Abs Art Nr Nrn S Bd Kap Ziff Tel Str gegr geb verh gest "
        "jun sen max min Mio Mrd Tsd"
    ),
    "fr": _words("art M MM Mme Mmes Mlle Mlles Me Dr Pr St Ste Mgr cf ex env av apr p pp"),
    "es": _words(
        "sr sra dr dra prof lic Sr Sra Sres Sras Srta D Dña Da Dr Dra Dres Prof Profa Lic Ing "
        "Gral Cnel Cap Tte Mons Fr "
        "Pdte Pte Excmo Excma Ilmo Ilma Sto Sta Ud Uds Vd Vds núm núms pág págs art aprox tel "
        "Av Avda ej EE"
    ),
    "it": _words(
        "sig sigg sig.ra dott dott.ssa avv ing on sen mons geom Sig Sigg Sig.ra Dott Dott.ssa "
        "Prof Prof.ssa Avv Ing Arch Geom On Sen Gen Col Cap Mons "
        "Don S SS Card pag pagg art artt n nn ca cfr es ad.es"
    ),
    "pt": _words(
        "sr sra dr dra prof Sr Sra Srs Sras Srta Dr Dra Drs Prof Profa Eng Enga Gen Cel Cap "
        "Maj Dep Sen Gov Pe D St "
        "Sto Sta séc nº núm pág págs art Av Exmo Exma ex Min Des"
    ),
    "nl": _words(
        "dhr mevr mw Kon dr drs mr ir ing prof ds St jhr bv bijv o.a m.b.t d.w.z t.a.v i.v.m ca "
        "nr nrs blz pag art resp incl excl max min zgn z.g vgl"
    ),
    "ru": _words(
        "г-н г-жа им ул пл просп д корп кв стр с см ср т п т.е т.н т.к напр акад проф "
        "доц ген полк кап лейт о св обл р-н пос дер"
    ),
    "pl": _words(
        "prof dr hab inż mgr lek dyr wicemin wiceprem sekr św ul al pl gen płk "
        "kpt por ks bp abp red nr str art ust pkt tzw "
        "np m.in tj ok wg godz dot zob s rys tys mln mld im ur zm woj pow gm ww"
    ),
    "uk": _words("ім вул пл просп буд д с див см т п напр акад проф доц ген полк св обл м пос"),
    "hi": _words("डॉ श्री प्रो सुश्री पं स्व कि.मी रु नं सं पृ"),
    "ar": _words("د أ م ص ج"),
    "tr": _words("Dr Prof Doç Av Sn Gen Alb Yrd Op Uzm vb vs örn bkz No Cad Sok Mah"),
}

# A number follows, else the stop may well end the sentence ("the answer was no.").
BEFORE_NUMBER: dict[str, frozenset[str]] = {
    "en": _words(
        "No Nos no nos Art Arts art Fig Figs fig Sec sec Ch ch Vol vol vols p pp Pp para paras "
        "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Op op Rte Hwy Bldg Rm ed c ca Pt pt "
        "Eq Ex Tab No"
    ),
    "fr": _words("n no nos art vol chap fig janv févr avr juil sept oct nov déc"),
    "es": _words("n no nos vol cap fig ene feb abr jun jul ago sept oct nov dic p pp"),
    "it": _words("vol cap fig gen feb mar apr giu lug ago set ott nov dic p pp"),
    "pt": _words("n no vol cap fig jan fev abr jun jul ago set out nov dez p pp"),
    "nl": _words("jan feb apr aug sept okt nov dec p pp hfst afb"),
    "de": _words("Jan Feb Apr Aug Sept Okt Nov Dez Abb Tab Fig Aufl"),
    "ru": _words("янв февр фев мар апр июн июл авг сент сен окт нояб ноя дек рис табл гл п ст ч"),
    "uk": _words("січ лют бер квіт трав черв лип серп верес вер жовт листоп груд рис табл гл ст ч"),
    "pl": _words("sty lut mar kwi maj cze lip sie wrz paź lis gru tab"),
    "tr": _words("Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara s md sy m f"),
}

# These stand in the middle of a name or at the end of a sentence alike.
INSIDE_NAMES: dict[str, frozenset[str]] = {
    "en": _words(
        "U.S U.K U.N E.U D.C L.A N.Y N.J U.S.A Inc Corp Co Cos Ltd LLC Bros Jr Sr Esq Ph.D M.D "
        "B.A M.A J.D Ave Blvd St Rd Calif Ariz Ark Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass "
        "Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo N.C S.C N.D S.D "
        "N.H N.M R.I W.Va Dept Univ Natl Intl Assn Gov't Mfg Mt Pty Plc"
    ),
    "de": _words("Co U.S U.N St Inc Corp Ltd usw etc"),
    "fr": _words("Inc Cie U.S Corp Ltd Jr"),
    "es": _words("S.A Inc Corp Cía Ltda EE.UU U.S Jr"),
    "it": _words("S.p.A Inc Corp Ltd Jr"),
    "pt": _words("S.A Inc Ltda Cia Corp Jr EUA"),
    "nl": _words("B.V N.V Inc Corp Ltd"),
    # A year or a town ("2020 г.", "г. Москва"), thousands and millions.
    "ru": _words("г гг др пр тыс млн млрд трлн н.э"),
    "uk": _words("р рр ін тис млн млрд трлн н.е"),
    "pl": _words("r w"),
    "tr": _words("A.Ş Ltd Şti"),
}

# Words that, with a capital, begin a sentence far more often than they go on with a name.
STARTERS: dict[str, frozenset[str]] = {
    "en": _words(
        "The A An This That These Those He She It They We You I His Her Its Their Our My Your But "
        "And Or So Yet For Nor If When While After Before Since Because Although Though As At By "
        "In On From With Without Under Over During Until Despite Among Between Through However "
        "Meanwhile Moreover Still Then There Here Now Today Yesterday Later Earlier What Who Why "
        "How Where Which Not No Yes One Two Some Many Most More All Both Each Every Only Also Even "
        "Once To Of Officials Police Critics Experts Analysts According Such Several Another Other "
        "Shares It's He's She's They're We're I'm That's There's Don't Let Let's Nobody Nothing "
        "Everyone Instead Thus Therefore"
    ),
    "de": _words(
        "Der Die Das Den Dem Des Ein Eine Einer Einem Einen Er Sie Es Wir Ihr Ich Man Dies Diese "
        "Dieser Dieses Damit Dabei Dazu Danach Dort Da Dann Doch Aber Und Oder Auch Als Wenn Weil "
        "Nach Vor Bei Mit In Im Am An Auf Aus Für Zu Zum Zur Von Vom Seit Bis Nun Jetzt Heute "
        "Gestern Später Zuvor Zudem Außerdem Allerdings Laut So Wie Was Wer Wo Warum Kein Keine "
        "Seine Ihre Alle Viele Nur Noch Insgesamt Trotz Während Hier"
    ),
    "fr": _words(
        "Le La Les Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Mais Et Ou Or Car "
        "Donc Si Quand Lorsque Pour Par Dans En Au Aux À Avec Sans Sous Sur Après Avant Depuis "
        "Selon Son Sa Ses Leur Leurs C'est Cela Alors Ainsi Puis Hier Aujourd'hui Toutefois "
        "Cependant Ensuite De Du Qui Que Pourquoi Comment Tous Plusieurs"
    ),
    "es": _words(
        "El La Los Las Un Una Unos Unas Él Ella Ellos Ellas Se Su Sus Este Esta Estos Estas Ese "
        "Esa Eso Esto Pero Y O Si Cuando Aunque Porque Para Por En Con Sin Sobre Tras Desde Hasta "
        "Según Entre Al De Del No Sí Ya Ahora Hoy Ayer Luego Después Además Así Como Qué Quién "
        "Todos Muchos También Lo Les Le Es Son Era Fue Está Están Ha Han Hay Tiene"
    ),
    "it": _words(
        "Il Lo La I Gli Le Un Uno Una Egli Lui Lei Loro Noi Voi Io Questo Questa Questi Queste "
        "Quello Ma E O Se Quando Perché Per In Nel Nella Con Senza Su Sul Dopo Prima Da Dal Di Del "
        "Della Non Sì Ora Oggi Ieri Poi Inoltre Così Come Chi Che Secondo Tra Fra A Al Alla "
        "Tutti È Sono Era Ha Hanno Ci"
    ),
    "pt": _words(
        "O A Os As Um Uma Ele Ela Eles Elas Nós Eu Isso Isto Este Esta Esse Essa Mas E Ou Se "
        "Quando Porque Para Por Em No Na Nos Nas Com Sem Sobre Após Desde Até Segundo Entre Ao De "
        "Do Da Não Sim Já Agora Hoje Ontem Depois Além Assim Como Quem Que Todos Muitos "
        "Também É São Era Foi Está Tem Há"
    ),
    "nl": _words(
        "De Het Een Hij Zij Ze Wij We Ik Je Jij U Dit Dat Deze Die Maar En Of Als Toen Omdat "
        "Hoewel Voor Door In Op Aan Bij Met Zonder Over Na Sinds Tot Volgens Tussen Van Niet Ja Nu "
        "Vandaag Gisteren Later Daarna Ook Zo Hoe Wie Wat Waarom Er Daar Hier Alle Veel"
    ),
    "ru": _words(
        "Он Она Оно Они Мы Вы Я Это Этот Эта Эти Но И А Или Если Когда Потому Для По В Во На С Со "
        "Без О Об После До От Из К У За При Не Да Нет Уже Сейчас Сегодня Вчера Потом Также Так Как "
        "Кто Что Все Многие По-прежнему Однако Затем Тогда Там Здесь Его Её Их Ему Ей Им"
    ),
    "uk": _words(
        "Він Вона Воно Вони Ми Ви Я Це Цей Ця Ці Але І Й Та А Або Якщо Коли Тому Для По У В На З "
        "Зі Із Без Про Після До Від Через За При Не Так Ні Вже Зараз Сьогодні Вчора Потім Також Як "
        "Хто Що Усі Всі Багато Однак Проте Згодом Тоді Там Тут Його Її Їх Йому Їй Їм"
    ),
    "pl": _words(
        "On Ona Ono Oni One My Wy Ja To Ten Ta Te Ci Ale I A Lub Albo Jeśli Gdy Kiedy Ponieważ Dla "
        "Po W We Na Z Ze Bez O Przed Do Od Przez Za Przy Nie Tak Już Teraz Dziś Dzisiaj Wczoraj "
        "Jest Są Był Była Było Byli Były Ma Mają Miał Miała "
        "Potem Również Jak Kto Co Wszyscy Wielu Jednak Następnie Wtedy Tam Tu Jego Jej Ich Według"
    ),
    "tr": _words(
        "O Onlar Biz Siz Ben Bu Şu Ama Ve Ancak Fakat Eğer Çünkü İçin Sonra Önce Daha Hayır Evet "
        "Artık Şimdi Bugün Dün Ayrıca Nasıl Kim Ne Herkes Birçok Orada Burada Bir Her Hiç"
    ),
}
