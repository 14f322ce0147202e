"""Words of other languages than English whose inflection no stemmer undoes. Data.

Own compilation of the verbs of news: base form, then forms, and for German and Dutch the parts
from which a verb with a prefix takes its own ("an" and "kündigen": "angekündigt").
"""

from collections.abc import Iterator

# German and Dutch: infinitive, third person, past, participle.
_STRONG = {
    "de": """\
befehlen befiehlt befahl befohlen; beginnen beginnt begann begonnen; bieten bietet bot geboten;
bitten bittet bat gebeten; bleiben bleibt blieb geblieben; brechen bricht brach gebrochen;
bringen bringt brachte gebracht; denken denkt dachte gedacht; empfehlen empfiehlt empfahl
empfohlen; essen isst aß gegessen; fahren fährt fuhr gefahren; fallen fällt fiel gefallen;
fangen fängt fing gefangen; finden findet fand gefunden; fliegen fliegt flog geflogen; fliehen
flieht floh geflohen; fließen fließt floss geflossen; geben gibt gab gegeben; gehen geht ging
gegangen; gelingen gelingt gelang gelungen; gelten gilt galt gegolten; genießen genießt genoss
genossen; geschehen geschieht geschah geschehen; gewinnen gewinnt gewann gewonnen; gleichen
gleicht glich geglichen; graben gräbt grub gegraben; greifen greift griff gegriffen; halten hält
hielt gehalten; heben hebt hob gehoben; heißen heißt hieß geheißen; helfen hilft half geholfen;
hängen hängt hing gehangen; kennen kennt kannte gekannt; kommen kommt kam gekommen; laden lädt
lud geladen; laufen läuft lief gelaufen; leiden leidet litt gelitten; leihen leiht lieh
geliehen; lesen liest las gelesen; liegen liegt lag gelegen; lügen lügt log gelogen; meiden
meidet mied gemieden; messen misst maß gemessen; nehmen nimmt nahm genommen; nennen nennt nannte
genannt; raten rät riet geraten; reißen reißt riss gerissen; rufen ruft rief gerufen; scheiden
scheidet schied geschieden; scheinen scheint schien geschienen; schieben schiebt schob
geschoben; schießen schießt schoss geschossen; schlagen schlägt schlug geschlagen; schließen
schließt schloss geschlossen; schneiden schneidet schnitt geschnitten; schreiben schreibt
schrieb geschrieben; schwimmen schwimmt schwamm geschwommen; schwören schwört schwor geschworen;
sehen sieht sah gesehen; singen singt sang gesungen; sinken sinkt sank gesunken; sitzen sitzt
saß gesessen; sprechen spricht sprach gesprochen; springen springt sprang gesprungen; stechen
sticht stach gestochen; stehen steht stand gestanden; stehlen stiehlt stahl gestohlen; steigen
steigt stieg gestiegen; sterben stirbt starb gestorben; stoßen stößt stieß gestoßen; streichen
streicht strich gestrichen; streiten streitet stritt gestritten; tragen trägt trug getragen;
treffen trifft traf getroffen; treiben treibt trieb getrieben; treten tritt trat getreten;
trinken trinkt trank getrunken; trügen trügt trog getrogen; tun tut tat getan; vergessen
vergisst vergaß vergessen; verlieren verliert verlor verloren; verzeihen verzeiht verzieh
verziehen; wachsen wächst wuchs gewachsen; weichen weicht wich gewichen; weisen weist wies
gewiesen; wenden wendet wandte gewandt; werben wirbt warb geworben; werfen wirft warf geworfen;
wiegen wiegt wog gewogen; wissen weiß wusste gewusst; ziehen zieht zog gezogen; zwingen zwingt
zwang gezwungen""",
    "nl": """\
beginnen begint begon begonnen; bieden biedt bood geboden; blijven blijft bleef gebleven; breken
breekt brak gebroken; brengen brengt bracht gebracht; denken denkt dacht gedacht; doen doet deed
gedaan; dragen draagt droeg gedragen; drijven drijft dreef gedreven; eten eet at gegeten; geven
geeft gaf gegeven; grijpen grijpt greep gegrepen; hangen hangt hing gehangen; helpen helpt hielp
geholpen; houden houdt hield gehouden; kiezen kiest koos gekozen; komen komt kwam gekomen; kopen
koopt kocht gekocht; krijgen krijgt kreeg gekregen; lezen leest las gelezen; liggen ligt lag
gelegen; lopen loopt liep gelopen; nemen neemt nam genomen; overlijden overlijdt overleed
overleden; rijden rijdt reed gereden; roepen roept riep geroepen; schrijven schrijft schreef
geschreven; sluiten sluit sloot gesloten; spreken spreekt sprak gesproken; springen springt
sprong gesprongen; staan staat stond gestaan; stellen stelt stelde gesteld; sterven sterft
stierf gestorven; stijgen stijgt steeg gestegen; treffen treft trof getroffen; trekken trekt
trok getrokken; vallen valt viel gevallen; vangen vangt ving gevangen; varen vaart voer gevaren;
verbieden verbiedt verbood verboden; verdwijnen verdwijnt verdween verdwenen; vergeten vergeet
vergat vergeten; verliezen verliest verloor verloren; vinden vindt vond gevonden; vliegen vliegt
vloog gevlogen; vragen vraagt vroeg gevraagd; weten weet wist geweten; wijzen wijst wees
gewezen; winnen wint won gewonnen; worden wordt werd geworden; zeggen zegt zei gezegd; zien ziet
zag gezien; zitten zit zat gezeten; zoeken zoekt zocht gezocht""",
}
_WEAK = {
    "de": """\
arbeiten bauen bessern beugen bilden buchen danken dauern decken dienen doppeln drohen drucken
duldigen dächtigen ehren eignen eilen einbaren einigen enden ernten fehlen feiern fertigen
folgen fordern formen fragen fristen fördern führen füllen fürchten glauben grenzen größern
gründen grüßen haften handeln haupten hindern hoffen holen hören impfen innern jubeln kaufen
kehren klagen kleinern klemmen klären knüpfen koppeln kosten kreuzen kämpfen kümmern kündigen
kürzen lagern landen langen lasten lauben leben leeren legen lehnen lehren leisten leiten lenken
liefern loben lockern lohnen längern löschen lösen machen mahnen melden merken mieten mindern
mischen mitteln muten mängeln mühen neigen nutzen nötigen obachten obern ordnen pachten packen
passen pendeln pflanzen pflegen pflichten planen prägen prüfen rasen rauben rechnen reden regeln
regnen reichen reichern reinigen reisen retten richten ringern räumen rücken rühren rüsten sagen
sammeln schaden schaffen schalten scheitern schenken schicken schildern schlechtern schleppen
schleunigen schmuggeln schmücken schonen schrumpfen schränken schulden schuldigen schwächen
schädigen schäftigen schätzen schüttern schützen seitigen senden senken setzen sichern sichtigen
siedeln siegen sorgen spalten sparen speichern spenden sperren spielen spotten spüren stammen
starten steigern stellen steuern stiften stimmen stoppen strafen strecken streiken stufen
ständigen stärken stätigen stören stürzen stützen suchen tadeln tagen tarnen tauchen tauschen
teidigen teilen teiligen testen trauen trennen treuen trotzen täuschen töten urteilen wagen
wandeln warnen warten wechseln weigern weiten weitern werten wickeln willigen winken wirken
wirtschaften wohnen wählen wünschen würdigen zahlen zeichnen zeigen zerren zichten zielen
zweifeln zählen zögern zünden ändern äußern öffnen üben""",
}
# German verbs whose participle has no "ge" of its own, beside all in "-ieren".
_WHOLE = """\
beantragen beauftragen beabsichtigen berücksichtigen genehmigen gehören gewähren gefährden
gestalten verabschieden veranstalten verursachen"""
_APART = {
    "de": """\
ab an auf aus bei ein fest frei her hin mit nach nieder statt still teil um unter vor weg weiter
wieder zu zurück zusammen""",
    "nl": "aan af bij door in mee na om onder op over terug toe uit vast voor weg",
}
_JOINED = {"de": "be ent er ver zer über unter miss", "nl": "be er her ont ver over onder"}

# Base form, then forms.
_LISTED = {
    "fr": """\
aller allé allée allés allées; venir vient viennent vint venu venue venus venues; tenir tient
tiennent tint tenu tenue tenus tenues; obtenir obtient obtenu obtenue; soutenir soutient soutenu
soutenue; maintenir maintient maintenu maintenue; devenir devient deviennent devenu devenue;
revenir revient revenu revenue; intervenir intervient intervenu; prendre prend prennent prit
pris prise prises; apprendre apprend appris apprise; comprendre comprend compris comprise;
reprendre reprend repris reprise; mettre met mettent mit mis mise mises; admettre admet admis
admise; permettre permet permis permise; promettre promet promis promise; remettre remet remis
remise; soumettre soumet soumis soumise; transmettre transmet transmis; dire dit disent dite
dits; interdire interdit interdite interdits interdites; écrire écrit écrite écrits écrivent;
inscrire inscrit inscrite; décrire décrit décrite; faire fit firent faite faits faites; voir
voit voient vu vue vus vues; prévoir prévoit prévoient prévu prévue prévus prévues; savoir sait
savent su sue; recevoir recevra recevront reçoit reçoivent reçu reçue reçus reçues; percevoir
perçoit perçu perçue; décevoir déçoit déçu; croire croit croient cru; lire lisent lu lue lus;
élire élit élu élue élus; vivre vit vivent vécu; mourir meurt meurent mourut mort morte morts
mortes; naître naît naquit né née nés; connaître connaît connaissent connu connue connus;
paraître paraît paru parue; disparaître disparaît disparu disparue disparus; construire
construit construite construits construisent; détruire détruit détruite détruits détruites;
conduire conduit conduite conduits; réduire réduit réduite réduits réduites; produire produit
produite produits; traduire traduit traduite; introduire introduit introduite; ouvrir ouvre
ouvrent ouvert ouverte ouverts; offrir offre offrent offert offerte; souffrir souffre souffert;
découvrir découvre découvert découverte; couvrir couvre couvert couverte; courir court courent
couru; craindre craint craignent; atteindre atteint atteinte atteignent; rejoindre rejoint
rejointe; contraindre contraint contrainte; éteindre éteint éteinte; vendre vend vendent vendu
vendue vendus; perdre perd perdent perdu perdue perdus; rendre rend rendent rendu rendue rendus;
attendre attend attendent attendu attendue; entendre entend entendu; défendre défend défendu
défendue; répondre répond répondent répondu; suspendre suspend suspendu suspendue; descendre
descend descendu; battre bat battent battu battue; suivre suit suivent suivi suivie; sortir sort
sortent sorti sortie; partir partent parti partie; servir sert servent servi; sentir sent
sentent senti; acquérir acquiert acquis acquise; conclure conclut conclu conclue; exclure exclut
exclu exclue; vouloir voulu""",
    "es": """\
decir dice dicen dijo dijeron dicho dicha; hacer hace hacen hará harán hizo hicieron hecho hecha
hechos; poner pone ponen puso pusieron puesto puesta; proponer propone propuso propuesto;
imponer impone impuso impuesto; suponer supone suponen supuso supusieron supuesto; disponer
dispone dispuso dispuesto; ver ve ven vio vieron visto vista; prever prevé prevén previó
previsto prevista; venir viene vienen vino vinieron vendrá vendrán; intervenir interviene
intervino; convenir conviene convino; mantener mantiene mantienen mantuvo mantuvieron; obtener
obtiene obtienen obtuvo obtuvieron; detener detiene detuvo detuvieron; contener contiene
contuvo; traer trae trajo trajeron; conducir conduce condujo condujeron; reducir reduce redujo
redujeron; producir produce produjo produjeron; introducir introduce introdujo; saber sabe saben
supo supieron; dar da dan dio dieron dará darán; morir muere mueren murió murieron muerto muerta
muertos muertas; dormir duerme durmió; pedir pide piden pidiendo pidió pidieron; impedir impide
impidió; despedir despide despidió despidieron; medir mide midió; seguir sigue siguen siguió
siguieron; conseguir consigue consiguió consiguieron; perseguir persigue; elegir elige eligen
eligió eligieron electo; corregir corrige corrigió; servir sirve sirvió; vestir viste; sentir
siente sintió; mentir miente mintió; preferir prefiere prefirió; herir hiere hirió; advertir
advierte advirtió advirtieron; invertir invierte invirtió invirtieron; convertir convierte
convierten convirtió; abrir abre abren abrió abrieron abierto abierta abiertos; cubrir cubre
cubierto; descubrir descubre descubierto descubierta; escribir escribe escrito escrita; romper
rompe roto rota; volver vuelve vuelven vuelto; devolver devuelve devuelto; resolver resuelve
resuelto resuelta; caer cae caen cayó cayeron caído; oír oye oyó; leer lee leyó; creer cree
creyó; construir construye construyen construyó construyeron; destruir destruye destruyó;
incluir incluye incluyó; contribuir contribuye contribuyó; atribuir atribuye atribuyó; huir huye
huyó; empezar empieza empiezan; comenzar comienza comienzan; cerrar cierra cierran; negar niega
niegan; pensar piensa piensan; perder pierde pierden; defender defiende; entender entiende;
contar cuentan; mostrar muestran; costar cuesta cuestan; encontrar encuentra; aprobar aprueba
aprueban; probar prueban; recordar recuerda; mover mueve; llover llueve; jugar juega; salir
saldrá saldrán; anunciar anunció; denunciar denunció; renunciar renunció; pronunciar pronunció;
iniciar inició; negociar negoció; beneficiar benefició; sostener sostiene sostienen sostuvo;
querer quiso quisieron""",
    "it": """\
dire dice dicono disse dissero detto detta; fare fece fecero fatto fatta fatti; mettere mise
misero messo; permettere permesso; promettere promise promesso promessa; ammettere ammise
ammesso; prendere prese presero preso presi; chiedere chiese chiesero chiesto chiesta chieste;
chiudere chiuse chiusero chiuso chiusa chiusi chiuse; decidere decise decisero deciso decisa;
uccidere uccise ucciso uccisa; ridurre riduce ridusse ridotto ridotta; produrre produce produsse
prodotto; condurre conduce condusse condotto; scrivere scrisse scritto scritta; leggere lesse;
eleggere elesse eletto eletta; correggere corretto; vedere vide videro visto vista visti;
prevedere previde previsto prevista previsti; vincere vinse vinsero vinto; perdere perse persero
perso persa; correre corse; rimanere rimane rimase rimasto rimasta; nascere nacque nato nata;
morire muore muoiono morì morirono morto morta morti; vivere visse vissuto; venire viene vengono
venne vennero venuto; tenere tiene tengono tenne tenuto; ottenere ottiene ottenne ottenuto;
sostenere sostiene sostengono sostenne; aprire aperto aperta aperti; offrire offerto offerta;
coprire coperto; scoprire scoperto; rispondere rispose risposto; porre pone; proporre propone
propose proposto proposta; esporre espone esposto; rompere ruppe rotto; scegliere sceglie scelse
scelto; togliere toglie tolse tolto; accogliere accoglie accolse accolto; raccogliere raccolse
raccolto; spingere spinse spinto; stringere strinse; raggiungere raggiunse raggiunto; aggiungere
aggiunse aggiunto; spiegare spiegato; uscire esce escono; salire salgono; difendere difese
difeso; spendere speso; accendere accese acceso; offendere offeso; concludere concluse concluso;
includere incluso; escludere escluse escluso; discutere discusse discusso; esprimere espresse
espresso; assumere assunse assunto""",
    "pt": """\
dizer diz dizem disse disseram dito dita; fazer faz fazem fez fizeram feito feita; trazer traz
trouxe trouxeram; pôr põe põem pôs puseram posto; propor propõe propôs proposto; impor impõe
impôs imposto; supor supõe supôs; dispor dispõe dispôs; ver vê veem viu viram visto; prever
prevê preveem previu previsto; vir vem vêm veio vieram vindo; intervir intervém interveio;
manter mantém mantêm manteve mantiveram; obter obtém obteve obtiveram obtido; deter detém deteve
detido; conter contém conteve; saber sabe soube souberam; dar dá dão deu deram; morrer morto
morta mortos; abrir aberto aberta abertos; cobrir cobre coberto; descobrir descobre descoberto;
escrever escrito escrita; pagar pago paga pagos; eleger elege eleito eleita; aceitar aceite;
entregar entregue; cair cai caem caiu caíram; sair sai saem saiu saíram; construir constrói
construiu; destruir destrói destruiu; incluir inclui incluiu; reduzir reduz reduziu; produzir
produz produziu; pedir pede pedem pediu; medir mede; despedir despede; perder perde; seguir
segue; conseguir consegue; servir serve; sentir sente; preferir prefere; ferir fere; ler lê leu
leram; crer crê""",
}


def list_forms(language: str) -> Iterator[tuple[str, str]]:
    """Give the forms of a language with their base forms; none of a language that is not listed."""
    for row in _LISTED.get(language, "").split(";"):
        base, *forms = row.split() or [""]
        yield from ((form, base) for form in forms)
    if language in _STRONG:
        yield from _with_prefixes(language, list(_principal_parts(language)))
    if language == "de":
        yield from _whole()


def _principal_parts(language: str) -> Iterator[list[str]]:
    """Give infinitive, third person, past and participle of each verb without a prefix."""
    yield from (row.split() for row in _STRONG[language].split(";"))
    for verb in _WEAK.get(language, "").split():
        stem = _weak_stem(verb)
        yield [verb, f"{stem}t", f"{stem}te", f"ge{stem}t"]


def _weak_stem(verb: str) -> str:
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    return f"{stem}e" if stem.endswith(("t", "d", "dn", "fn", "gn", "chn")) else stem


def _whole() -> Iterator[tuple[str, str]]:
    for verb in _WHOLE.split():
        stem = _weak_stem(verb)
        yield from ((stem + ending, verb) for ending in ("t", "te", "ten"))


def _with_prefixes(language: str, verbs: list[list[str]]) -> Iterator[tuple[str, str]]:
    for base, third, past, participle in verbs:
        plural = f"{past}n" if past.endswith("e") else f"{past}en"
        yield from ((form, base) for form in (third, past, plural, participle))
        for prefix in _APART[language].split():
            whole = (prefix + form for form in (third, past, plural, participle))
            yield from ((form, prefix + base) for form in whole)
        for prefix in _JOINED[language].split():
            forms = (third, past, plural, participle.removeprefix("ge"))
            yield from ((prefix + form, prefix + base) for form in forms)
