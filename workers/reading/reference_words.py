"""The words by which a text points back to a document that it named before. Pure data.

For each language: what documents are called, by kinds that do not stand for one another
("the report" is no ruling), and the phrases in which a definite name points back.
"""

import re
from dataclasses import dataclass

from workers.language.patterns import LatePattern


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """A language's patterns. ``phrases`` have the groups ``noun`` and, in some, ``mod``.

    ``pronouns`` point to a document of any kind in the sentence just before.
    """

    nouns: dict[str, LatePattern]  # kind of document -> its names
    phrases: tuple[LatePattern, ...]
    pronouns: LatePattern
    same: frozenset[str]  # modifiers that say it is the same one


def _nouns(kinds: dict[str, str], prefix: str = r"\b") -> dict[str, LatePattern]:
    return {
        kind: LatePattern(rf"{prefix}(?:{names})\b", re.IGNORECASE) for kind, names in kinds.items()
    }


def _any(kinds: dict[str, str]) -> str:
    return "|".join(kinds.values())


def _all(*patterns: str) -> tuple[LatePattern, ...]:
    return tuple(LatePattern(pattern) for pattern in patterns)


_MOD = r"(?:(?P<mod>[\w’'-]{1,30})\s)?"
_END = r"(?=\s?[,.;:!?)”\"»]|$)"

_EN = {
    "report": r"reports?|review|audit|assessment|dossier",
    "study": r"stud(?:y|ies)|papers?|research|analys[ei]s|preprint|experiment",
    "poll": r"polls?|surveys?|census",
    "ruling": r"rulings?|judge?ments?|decisions?|opinions?|verdicts?|orders?",
    "filing": r"lawsuits?|complaints?|indictments?|filings?|affidavits?|motion|petition",
    "statement": r"statements?|press release|announcement|news release",
    "letter": r"letters?|memos?|memorandum|e-?mails?",
    "law": r"bills?|laws?|acts?|regulations?|directive|treaty|statute",
    "data": r"data|figures|statistics|dataset|numbers",
    "article": r"articles?|story|newspaper|magazine|interview|editorial|op-ed|essay|column",
    "book": r"books?|memoirs?|biography",
    "post": r"tweets?|posts?|thread|video|clip",
    "document": r"documents?|files|records|transcripts?|minutes",
}
_EN_SAYS = (
    r"(?:says?|said|states?|stated|finds?|found|shows?|showed|notes?|noted|concludes?|concluded|"
    r"estimates?|estimated|warns?|warned|adds?|added|lists?|listed|recommends?|recommended|"
    r"reveals?|revealed|reports?|reported|describes?|described|cites?|cited|alleges?|alleged|"
    r"puts?|argues?|argued|suggests?|suggested|claims?|claimed|reads?|calls? for|called for)"
)
_EN_ALSO = r"(?:(?:also|further|then|itself|again|does|goes on to)\s){0,2}"
_ENGLISH = ReferenceWords(
    nouns=_nouns(_EN),
    phrases=_all(
        rf"\b[Aa]ccording to (?:the|that|this|its)\s{_MOD}(?P<noun>{_any(_EN)}){_END}",
        rf"^(?:But |And |Yet |However, |Still, )?(?:[Tt]he|[Tt]hat|[Tt]his)\s{_MOD}"
        rf"(?P<noun>{_any(_EN)})\s{_EN_ALSO}{_EN_SAYS}\b",
        rf"[,”\"]\s?the (?P<noun>{_any(_EN)})\s{_EN_ALSO}{_EN_SAYS}{_END}",
        rf"^The (?P<noun>{_any(_EN)})[’']s authors\s{_EN_ALSO}{_EN_SAYS}\b",
        rf"^The authors of the (?P<noun>{_any(_EN)})\s{_EN_ALSO}{_EN_SAYS}\b",
    ),
    pronouns=LatePattern(
        rf"^It (?:(?:also|further|then)\s(?:{_EN_SAYS})|found|finds|concluded|concludes|notes|"
        r"states|estimates|lists|shows|says)\b"
    ),
    same=frozenset({"same"}),
)

_DE = {
    "report": r"Berichte?s?|Reports?|Gutachtens?",
    "study": r"Studien?|Untersuchung(?:en)?|Analysen?|Arbeit",
    "poll": r"Umfragen?|Erhebung(?:en)?|Befragung(?:en)?",
    "ruling": r"Urteile?s?|Beschluss(?:es)?|Entscheidung",
    "filing": r"Klage|Anklage|Klageschrift|Anklageschrift|Antrags?",
    "statement": r"Mitteilung|Erklärung|Stellungnahme",
    "letter": r"Briefe?s?|Schreibens?|E-Mails?",
    "law": r"Gesetze?s?|Verordnung|Richtlinie|Entwurfs?",
    "data": r"Zahlen|Daten|Statistiken?",
    "article": r"Artikels?|Zeitung|Magazins?|Interviews?|Beitrags?",
    "document": r"Dokuments?|Dokumenten?|Unterlagen|Papiers?|Akten",
}
_DE_SAYS = (
    r"(?:zeigt?e?|nennt|nannte|warnte?|schätzte?|beziffert?e?|kommt|kam|stellt?e?|hält|hielt|"
    r"belegte?|ergab|ergibt|führt|verweist|empfiehlt|empfahl|besagte?|sagte?|fordert?e?)"
)
_GERMAN = ReferenceWords(
    nouns=_nouns(_DE, r"\b\w{0,30}?"),  # "Jahresbericht" is a report
    phrases=_all(
        rf"\b[Ll]aut (?:dem|der|den|diesem|dieser)\s{_MOD}(?P<noun>\w*?(?:{_any(_DE)}))\b",
        rf"\b(?:[Dd]em|[Dd]er|[Dd]en|[Dd]iesem|[Dd]ieser)\s{_MOD}(?P<noun>\w*?(?:{_any(_DE)}))"
        r" zufolge\b",
        rf"\bheißt es (?:\w+\s)?(?:im|in (?:dem|der|den))\s{_MOD}"
        rf"(?P<noun>\w*?(?:{_any(_DE)})){_END}",
        rf"^(?:Im|In (?:dem|der|den))\s{_MOD}(?P<noun>\w*?(?:{_any(_DE)})) (?:heißt|steht)\b",
        rf"^(?:Der|Die|Das|Dieser|Diese|Dieses)\s{_MOD}(?P<noun>\w*?(?:{_any(_DE)}))\s{_DE_SAYS}\b",
    ),
    pronouns=LatePattern(
        r"^(?:Darin|Dort) (?:heißt es|steht)\b|\bheißt es (?:darin|dort|weiter)\b"
    ),
    same=frozenset({"gleichen", "selben"}),
)

_FR = {
    "report": r"rapports?|bilan|audit",
    "study": r"études?|enquêtes?|recherches?|analyses?",
    "poll": r"sondages?|recensement",
    "ruling": r"arrêts?|jugements?|décisions?|ordonnance",
    "filing": r"plainte|requête|assignation",
    "statement": r"communiqués?|déclaration",
    "letter": r"lettres?|courriers?|courriels?",
    "law": r"lois?|décrets?|directive|traité|règlement|projet de loi",
    "data": r"données|chiffres|statistiques",
    "article": r"articles?|quotidien|journal|magazine|entretien",
    "document": r"documents?|texte|dossier",
}
_FR_SAYS = (
    r"(?:(?:a|ont)\s)?(?:montré|conclu|estimé|noté|précisé|indiqué|révélé|souligné|relevé|conclut|"
    r"montre(?:nt)?|estime(?:nt)?|note(?:nt)?|précise(?:nt)?|indique(?:nt)?|révèle(?:nt)?|souligne(?:nt)?|relève(?:nt)?|évoque|"
    r"affirme(?:nt)?|ajoute(?:nt)?|alerte(?:nt)?|recommande|cite|prévoit|dit)"
)
_FR_THE = r"(?:[Ll]e\s|[Ll]a\s|[Ll][’']|[Ll]es\s|[Cc]e\s|[Cc]et\s|[Cc]ette\s|[Cc]es\s)"
_FRENCH = ReferenceWords(
    nouns=_nouns(_FR),
    phrases=_all(
        rf"\b(?:[Ss]elon|[Dd][’']après)\s{_FR_THE}{_MOD}(?P<noun>{_any(_FR)}){_END}",
        rf"^{_FR_THE}{_MOD}(?P<noun>{_any(_FR)})\s{_FR_SAYS}\b",
        rf"[,»]\s?{_FR_SAYS} {_FR_THE}(?P<noun>{_any(_FR)}){_END}",
    ),
    pronouns=LatePattern(
        rf"^(?:Il|Elle) {_FR_SAYS} (?:aussi|également|en outre)\b|\b(?:y lit-on|peut-on y lire)\b"
    ),
    same=frozenset({"même"}),
)

_ES = {
    "report": r"informes?|reporte|auditoría",
    "study": r"estudios?|investigación|análisis",
    "poll": r"encuestas?|sondeos?|censo",
    "ruling": r"sentencias?|fallo|decisión|auto|resolución",
    "filing": r"demanda|querella|denuncia",
    "statement": r"comunicados?|declaración",
    "letter": r"cartas?|correos?",
    "law": r"ley(?:es)?|decretos?|directiva|tratado|reglamento",
    "data": r"datos|cifras|estadísticas",
    "article": r"artículos?|diario|periódico|revista|entrevista",
    "document": r"documentos?|texto|expediente",
}
_ES_SAYS = (
    r"(?:(?:ha|han)\s)?(?:señalado|concluido|mostrado|señalan?|señaló|concluye|concluyó|muestran?|"
    r"mostró|indican?|indicó|estiman?|estimó|revelan?|reveló|subraya|subrayó|advierte|advirtió|"
    r"añade|añadió|agrega|agregó|afirma|afirmó|dice|recoge|recomienda|cita|precisa|sostiene)"
)
_ES_THE = r"(?:[Ee]l|[Ll]a|[Ll]os|[Ll]as|[Ee]ste|[Ee]sta|[Ee]se|[Dd]icho|[Dd]icha)"
_SPANISH = ReferenceWords(
    nouns=_nouns(_ES),
    phrases=_all(
        rf"\b(?:[Ss]egún|[Dd]e acuerdo con)\s{_ES_THE}\s{_MOD}(?P<noun>{_any(_ES)}){_END}",
        rf"^{_ES_THE}\s{_MOD}(?P<noun>{_any(_ES)})\s(?:también\s|además\s)?{_ES_SAYS}\b",
        rf"[,»”]\s?{_ES_SAYS} {_ES_THE}\s(?P<noun>{_any(_ES)}){_END}",
    ),
    pronouns=LatePattern(rf"^(?:También|Además,?) {_ES_SAYS}\b"),
    same=frozenset({"mismo", "misma"}),
)

REFERENCE_WORDS = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
