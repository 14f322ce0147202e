"""The words by which the news says who says so, a language each. Pure data."""

import re
from dataclasses import dataclass

from workers.language.patterns import LatePattern


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of one language.

    ``verbs`` are finite forms of saying; ``before`` stands before its speaker
    ("according to"), ``after`` stands after it ("zufolge"). ``stops`` end the words of
    a speaker on the way to the cue, ``fillers`` may stand between speaker and cue.
    ``relay`` matches what leads to the outlet spoken to; ``pronouns`` point back.
    """

    verbs: LatePattern
    before: LatePattern
    after: LatePattern | None
    relay: LatePattern
    stops: frozenset[str]
    fillers: frozenset[str]
    pronouns: frozenset[str]
    prepositions: frozenset[str]
    inverts: bool  # whether the speaker may follow the verb without a quotation before it
    anonymity: LatePattern
    # Where the verb follows the speaker without a comma: the small words, and no other,
    # that may stand between the capitals of a speaker.
    joints: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _cue(text: str) -> LatePattern:
    return LatePattern(rf"(?<![\w'’-])(?:{text})(?![\w-])", re.IGNORECASE)


_EN = Cues(
    verbs=_cue(
        "said|says?|saying|adding|telling|noting|arguing|claiming|insisting|warning|suggesting|"
        "announcing|urging|asking|promising|stating|pledging|vowing|admitting|conceding|"
        "alleging|asserting|boasting|joking|complaining|lamenting|predicting|tweeting|writing|"
        "stressing|emphasi[sz]ing|pointing out|confirming|denying|contending|reiterating|calling|"
        "describing|referring to|accusing|clarifying|"
        "point(?:s|ed)? out|went on|goes on|shot back|fired back|exclaim(?:s|ed)|retort(?:s|ed)|"
        'muse[sd]|opine[sd]|shout(?:s|ed)|yell(?:s|ed)|intoned|continued(?=\\s*[,:.“"])|commented|proclaim(?:s|ed)|'
        "reiterate[sd]?|lament(?:s|ed)?|confide[sd]|mentioned|pressed|joke[sd]|boast(?:s|ed)?|"
        "promises?|vows?|predicts?|asks?|write|put it|puts it|charged|tells?|"
        "referred to|refers to|dismissed|blasted|"
        "declaring|recalling|explaining|acknowledging|told|tells|adds?|added|announce[sd]?|wrote|writes|tweet(?:s|ed)|"
        "post(?:s|ed) on|acknowledge[sd]?|admit(?:s|ted)|claim(?:s|ed)?|argue[sd]?|note[sd]?|"
        "explain(?:s|ed)|insist(?:s|ed)?|confirm(?:s|ed)|den(?:ies|ied)|report(?:s|ed)|"
        "stated|testif(?:ies|ied)|warn(?:s|ed)?|allege[sd]?|"
        "assert(?:s|ed)(?! (?:it|him|her|them)sel)|declare[sd]?|"
        "estimate[sd]?|conclude[sd]|caution(?:s|ed)|contend(?:s|ed)?|maintain(?:s|ed) that|"
        "suggest(?:s|ed)?|repl(?:ies|ied)|respond(?:s|ed)|recall(?:s|ed)|reveal(?:s|ed)|"
        "disclose[sd]|predict(?:s|ed)|promise[sd]|vow(?:s|ed)|pledge[sd](?! delegate)|urge[sd]|"
        "complain(?:s|ed)|clarif(?:ies|ied)|corrected|stress(?:es|ed)|emphasi[sz]e[sd]|"
        "remarked|observe[sd]|quipped|joked|concede[sd]|boast(?:s|ed)|believe[sd]?|"
        "thinks?|thought|accuse[sd]|criticize[sd]|criticise[sd]|praise[sd]|described|"
        "call(?:s|ed) (?:it|the|for|on|her|him|them|his|himself|herself)|"
        "agree[sd]|found that|show(?:s|ed) that|"
        "demand(?:s|ed)|indicate[sd]|propose[sd]|"
        "asked(?! not to|(?: that)? (?:s?he|they) not)|expect(?:s|ed) that|hopes?|hoped|"
        "tell(?:s)? reporters|(?:who )?(?:spoke|speaking) on (?:the )?(?:condition of|"
        "background)|has learned|recount(?:s|ed)|counter(?:s|ed)"
    ),
    before=_cue(
        "according to|per|in the words of|citing|as (?:told|reported) by|reported by|"
        "(?:as )?first reported by"
    ),
    after=None,
    relay=LatePattern(
        r"\b(?:told|tells|spoke (?:to|with)|speaking (?:to|with)|(?:said|wrote|writing|speaking) "
        r"(?:in|for)(?: (?:an?|the))?|interview with|in an? (?:\w+ )?interview (?:with|on|"
        r"published "
        r"by)|statement to|reported by|published (?:by|in)|to reporters (?:from|at)|citing|"
        r"(?:email|comment|remarks|letter) to|appear(?:ed|ing|ance) on|on)\s+(?=(?:the |"
        r"The )?[A-Z])"
    ),
    stops=_words(
        "to that but while when where because if before after since although though unless until "
        "which who whom whose is are was were be been am do does did as whether than so and or "
        "how why what then yet like interviewed quoted cited reached contacted"
    ),
    fillers=_words(
        "also had has have later then once again already recently publicly privately initially "
        "previously still never not would will could should might may must further repeatedly "
        "reportedly earlier itself himself herself themselves always often now just only simply "
        "first flatly bluntly quickly immediately today yesterday even both all been having did do "
        "too though however long"
    ),
    pronouns=_words("he she they it him her them"),
    prepositions=_words(
        "in on at during after before by for from with under over since until despite amid "
        "as to of against about into between among however meanwhile "
        "separately still but and yet so"
    ),
    inverts=False,
    anonymity=LatePattern(
        r"(?:anonym\w+|not (?:to )?be (?:named|identified|quoted)|not authori[sz]ed|withh[eo]ld)"
        r"[^.;]{0,60}?\b((?:because|as|since|due to|for fear|fearing|citing|out of|in order to|"
        r"to (?:discuss|speak|describe|protect|talk)|given)\b[^.;”\"]{3,200})",
        re.IGNORECASE,
    ),
)
_DE = Cues(
    verbs=_cue(
        "sagt|sagte|sagten|sagen|erklärte|erklärten|erklärt|betonte|betont|betonten|kritisierte|"
        "warnte|warnt|warnten|warnen|teilte|teilten|meldete|meldet|melden|meldeten|berichtete|berichtet|"
        "berichten|berichteten|schrieb|schreibt|schreiben|behauptete|behauptet|behaupten|fügte|"
        "forderte|fordert|forderten|kündigte|kündigten|bestätigte|bestätigten|bestätigt|räumte|"
        "dementierte|versicherte|äußerte|erläuterte|zitierte|twitterte|gab|meinte|meint|nannte|"
        "stellte klar|wies zurück|bezeichnete|gestand|hieß es"
    ),
    before=_cue("laut|nach angaben|angaben|so|nach ansicht|nach einschätzung|nach aussage"),
    after=_cue("zufolge"),
    relay=LatePattern(
        r"\b(?:gegenüber|sagte|sagten|im (?:Gespräch|Interview) mit|(?:der|dem|"
        r"den) (?=(?:Nachrichten"
        r"agentur|Zeitung|Magazin|Spiegel|Zeit|Sender|Bild|ARD|ZDF|dpa|AFP|Deutschlandfunk))"
        r"|(?:Nachrichtenagentur|Zeitung|Magazin|Sender|Wochenzeitung|Zeitschrift))\s+"
        r"(?=[„\"»]?(?:der |dem |den |die )?[„\"»]?[A-Zd])"
    ),
    stops=_words(
        "dass ob weil wenn als aber und oder doch während nachdem bevor wie wo die der das ist "
        "sind war waren hat haben hatte wird werden wurde wurden"
    )
    - _words("die der das"),
    fillers=_words("auch bereits zuvor später zudem jedoch dagegen weiter noch nun sich heute"),
    pronouns=_words("er sie es"),
    prepositions=_words(
        "am im in an auf bei nach vor seit mit zu zum zur für aus von vom um dort dann danach "
        "dazu dabei zudem später zuvor gestern heute so das"
    ),
    inverts=True,
    anonymity=LatePattern(
        r"(?:anonym\w*|namentlich nicht|nicht namentlich)[^.;]{0,60}?\b((?:weil|da|aus (?:Angst|"
        r"Furcht|Sorge))\b[^.;“\"]{3,200})",
        re.IGNORECASE,
    ),
    joints=_words("des der die das den dem von vom für aus in im und zur zum bei beim am an"),
)
_FR = Cues(
    verbs=_cue(
        "dit|disait|ont dit|a dit|déclare|déclarait|a (?:\\w+ )?déclaré|ont (?:\\w+ )?déclaré|"
        "affirme|affirment|a affirmé|ont affirmé|explique|expliquent|a expliqué|ont expliqué|"
        "annonce|a annoncé|ont annoncé|indique|indiquent|a indiqué|ont indiqué|assure|assurent|"
        "a assuré|ont assuré|précise|a précisé|souligne|a souligné|estime|estiment|a estimé|"
        "ajoute|a ajouté|rapporte|rapportent|a rapporté|ont rapporté|écrit|a écrit|confie|"
        "a confié|reconnaît|a reconnu|dénonce|a dénoncé|confirme|a confirmé|ont confirmé|rappelle|"
        "a rappelé|prévient|a prévenu|révèle|a révélé|ont révélé|raconte|a raconté|martèle|lance|"
        "a lancé|dément|a démenti|admet|a admis|témoigne|a-t-il (?:dit|déclaré|ajouté|affirmé|"
        "expliqué|précisé|assuré|estimé)|a-t-elle (?:dit|déclaré|ajouté|affirmé|expliqué|précisé|"
        "assuré|estimé)"
    ),
    before=_cue("selon|d['’]après|de l['’]avis de|aux dires de|de source"),
    after=None,
    relay=LatePattern(
        r"(?:(?<=\s)(?:à l['’]|au |à la |à |auprès d[eu] |auprès de l['’])|"
        r"(?:entretien|interview) (?:à|au|avec) )(?=(?:l['’]|la |le )?[A-Z«])"
    ),
    stops=_words("que qu si mais et ou où quand lorsque est sont était a ont dont qui comme car"),
    fillers=_words("aussi également déjà encore ensuite alors ainsi pour lui eux"),
    pronouns=_words("il elle ils elles on"),
    prepositions=_words("dans en à au aux lors après avant depuis pour par sur mais et hier"),
    inverts=True,
    anonymity=LatePattern(
        r"(?:anonym\w*|couvert de l['’]anonymat)[^.;]{0,60}?\b((?:parce que|car|de peur|"
        r"par crainte|"
        r"en raison)\b[^.;»\"]{3,200})",
        re.IGNORECASE,
    ),
)
_ES = Cues(
    verbs=_cue(
        "dijo|dijeron|dice|dicen|ha dicho|afirmó|afirmaron|afirma|ha afirmado|declaró|declararon|"
        "declara|ha declarado|señaló|señalaron|señala|ha señalado|aseguró|aseguraron|asegura|"
        "ha asegurado|explicó|explicaron|explica|ha explicado|anunció|anunciaron|anuncia|"
        "ha anunciado|informó|informaron|informa|ha informado|indicó|indicaron|indica|agregó|"
        "añadió|añade|sostuvo|sostiene|advirtió|advierte|advierten|advirtieron|confirmó|confirmaron|"
        "ha confirmado|reconoció|reconoce|admitió|negó|denunció|denuncia|denunciaron|escribió|"
        "escribe|publicó|comentó|comenta|manifestó|subrayó|destacó|recordó|reveló|relató|contó|"
        "expresó|apuntó|insistió|pidió|consideró|opinó|reportó|precisó|aclaró"
    ),
    before=_cue("según|de acuerdo con|de acuerdo a|a juicio de|en palabras de|en opinión de"),
    after=None,
    relay=LatePattern(
        r"(?:(?<=\s)(?:a la (?:agencia|cadena|revista) |al (?:diario|periódico|canal) |al? |a la |"
        r"a los |ante )|(?:declaraciones|entrevista|conversación) (?:al?|con|en) )"
        r"(?=(?:el |la )?[A-Z«])"
    ),
    stops=_words("que si pero y o donde cuando es son era fue ha han como porque quien ni"),
    fillers=_words("también ya luego después además se le les lo ayer hoy este"),
    pronouns=_words("él ella ellos ellas"),
    prepositions=_words("en el la a al durante tras desde para por sobre con ayer hoy pero y")
    - _words("el la"),
    inverts=True,
    anonymity=LatePattern(
        r"(?:anonim\w*|anónim\w*|no ser identificad\w*)[^.;]{0,60}?\b((?:porque|"
        r"por (?:miedo|temor)|"
        r"ya que|debido a)\b[^.;»\"]{3,200})",
        re.IGNORECASE,
    ),
)
CUES: dict[str, Cues] = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES}
