"""How a text ties a name to words in quotation marks, as patterns. Pure data.

``AFTER`` matches right behind the closing mark, ``BEFORE`` and ``INTRODUCED`` end right before
the opening one; their groups hold the name. English, German, French, Spanish; of Italian,
Portuguese, Dutch and Russian the commonest verbs. Drafts without quotations ask none of them.
"""

import re

from workers.language.patterns import LatePattern

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-ЯЁІЇЄҐ"
# A point belongs to an initial or a short title, not to the end of a sentence.
_PART = rf"(?:[{UPPER}]\w{{0,2}}\.(?=\s)|[{UPPER}](?:[\w’'-]*\w)?)"
# Bounded, so that a run of capitals takes no time of its square.
_LINK = r"(?:(?:de|da|del|della|van|von|der|den|bin|al|la|le|di|y)\s+){0,3}"
NAME = rf"(?:{_PART}(?:\s+{_LINK}{_PART}){{0,7}})"


def _any(words: str) -> str:
    return "|".join(words.split())


_ENGLISH = _any(
    """said says told tells added adds wrote writes argued argues warned warns stated states
    declared declares replied replies responded responds answered explained explains insisted
    insists noted notes claimed claims announced announces continued tweeted posted recalled
    recalls testified admitted admits conceded concedes acknowledged acknowledges remarked
    remarks observed commented complained joked quipped stressed stresses emphasised emphasized
    promised pledged vowed predicted concluded countered lamented recounted reflected asserted
    contended maintained protested confessed boasted mused shouted opined fumed asked asks wondered
    reiterated cautioned alleged guessed joking"""
)
_GERMAN = _any(
    """sagte sagt erklärte erklärt meinte meint betonte betont schrieb schreibt warnte warnt
    kritisierte entgegnete ergänzte fügte teilte berichtete berichtet bekräftigte unterstrich
    gestand räumte bestätigte antwortete versicherte versprach klagte monierte forderte urteilte
    konstatierte erinnerte mahnte findet widersprach argumentierte"""
)
_FRENCH = (
    r"(?:a|ont)\s+(?:"
    + _any(
        """déclaré dit affirmé ajouté répliqué protesté répondu expliqué écrit reconnu souligné
        raconté rapporté résumé averti
        prévenu estimé assuré admis confié lancé rappelé précisé indiqué martelé insisté regretté
        jugé"""
    )
    + r")|s['’](?:est|était)\s+(?:indigné|félicité|défendu|étonné|emporté|réjoui|inquiété|exclamé|"
    + r"agacé|justifié|souvenu)e?|se\s+(?:souvient|réjouit|félicite|défend|justifie|désole)|"
    + _any(
        """explique affirme souligne lance estime assure déclare reconnaît raconte précise rappelle
        confie ajoute admet regrette juge insiste martèle soupire résume"""
    )
)
_SPANISH = _any(
    """dijo afirmó declaró aseguró añadió explicó escribió señaló reconoció admitió sostuvo indicó
    apuntó subrayó insistió recordó lamentó advirtió manifestó comentó respondió contó aseveró
    destacó agregó replicó relató denunció dice explica afirma asegura reconoce"""
)
_OTHERS = (
    r"disse|afirmou|declarou|ha\s+detto|ha\s+dichiarato|zei|zegt|сказал[аи]?|заявил[аи]?|"
    r"добавил[аи]?|отметил[аи]?|написал[аи]?|возразил[аи]?|рассказал[аи]?|ответил[аи]?|"
    r"пояснил[аи]?|сообщил[аи]?|подчеркнул[аи]?"
)
CUE = rf"(?:{_ENGLISH}|{_GERMAN}|{_FRENCH}|{_SPANISH}|{_OTHERS})"
_ROLE = r"(?:[\w'’-]+,?\s+){0,5}?"  # "said the envoy, Maria Keller"
_OFFICE = (
    rf"(?:(?!(?:he|she|they|it|and|but)\b|{CUE}\b)[^\W\dA-Z]+,?\s+){{0,3}}"  # "its president,"
)
_ASIDE = r"(?:,[^,.“„«\"\n]{1,80},|,)?"  # one comma: the name itself stood in commas
# They take the quoted words as what something is, or is said of, and so stand before them alone.
_CALLING = _any(
    """called calls described describes dubbed labelled labeled branded dismissed criticised
    criticized praised denounced condemned accused blamed likened hailed nannte nennt bezeichnete
    beschrieb qualifié qualifie calificó tachó llamó"""
)
_BY = (
    r"(?:(?:reads?|says?|said)\s+an?\s+\w+\s+(?:by|from)|according\s+to|so|laut|selon|"
    r"d['’]après|según|secondo|volgens)"
)
AFTER = LatePattern(
    rf"[\s,.—–»”“’'\"-]*(?:(?P<verb_first>{CUE}\s+{_ROLE}(?P<a>{NAME}))"
    rf"|(?P<by>{_BY}\s+{_ROLE}(?P<c>{NAME}))"
    rf"|(?:as\s+)?(?P<name_first>{_OFFICE}(?P<b>{NAME}){_ASIDE}\s+(?:{CUE}|put\s+it))\b)"
)
BEFORE = LatePattern(
    rf"(?P<a>{NAME}){_ASIDE}\s+(?:(?:who|qui|que|der|die)\s+)?(?:{CUE}|{_CALLING})"
    r"(?:\s+[^\s“„«\".!?]+){0,6}\s*[,:]?\s*'?$"
)
INTRODUCED = LatePattern(
    r"^\s*(?:In\s+the\s+words\s+of|According\s+to|For|Laut|Für|Selon|Pour|D['’]après|Según|Para|"
    rf"En\s+palabras\s+de)\s+{_ROLE}(?P<a>{NAME}){_ASIDE}\s*[,:]?\s*$"
)
# "Selon elle, « … »": whoever the sentence before is about.
BY_PRONOUN = LatePattern(
    r"^\s*(?:According\s+to|For|Laut|Für|Nach|Selon|Pour|D['’]après|Según|Para)\s+"
    r"(?:him|her|them|ihm|ihr|sie|ihn|elle|lui|ella|él)\s*[,:]?\s*$"
)
# "said a steward had told her, “…”": the words are the steward's.
RELAYED = LatePattern(
    r"\b(?:an?|the|one|another)\s+[\w-]+\s+(?:had\s+|has\s+)?(?:told|said\s+to|shouted\s+at)\s+"
    r"(?:her|him|them|me|us)\s*[,:]?\s*$"
)
# "She said", "a-t-il dit": whoever the sentence before is about. So with a bare "dijo."
PRONOUN = LatePattern(
    rf"[\s,.—–»”“’'\"-]*(?:(?:he|she|er|sie|il|elle|lui|lei|hij|zij|ze|он|она)\s+{CUE}"
    rf"|{CUE}\s+(?:he|she|er|sie|hij|zij|ze|он|она)|(?:\w+-t?-?|a-t-)(?:il|elle)"
    rf"|(?:{_SPANISH}|disse|ha\s+detto)\s*[.,;])(?!\w)",
    re.IGNORECASE,
)
# A pull quote: “…” – Ana Ruiz, engineer
SIGNED = LatePattern(rf"\s*[—–-]\s*(?P<a>{NAME})\s*(?:,[^.\n]*)?\.?\s*$")
