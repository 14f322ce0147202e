"""Function words and number words by language, folded. Pure data.

Written for this project: words that carry grammar and not content, so that their presence
in a source accounts for nothing. A language that is missing here loses little: its frequent
short words weigh little by length already.
"""

from workers.language.auxiliaries import AUXILIARIES
from workers.language.folding import fold

_EN = """
a about above after again against all also although am amid among an and another any anybody
anyone anything are around as at be became because become becomes been before being below
between both but by came can cannot come could did do does doing done down during each either
else even ever every few for from further get gets got had has have having he her here hers
herself him himself his how however i if in including indeed into is it its itself just least
less like made make makes many may me might more most much must my myself near neither nor now
of off on once only onto or other others our ours ourselves out over own per perhaps rather same
shall she should since so some someone something still such than that the their theirs them
themselves then there these they this those though through throughout thus till to together too
toward towards under until up upon us very via was we well were what whatever when where whether
which while who whom whose why will with within without would yet you your yours yourself not no
never don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't
hasn't haven't hadn't i'm it's he's she's they're we're you're that's there's i've they've we've
i'll he'd she'd they'd s t"""
_DE = """
aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass daß dem den denn
der des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
eines er es fur für gegen hat hatte hatten haben habe hier ich ihm ihn ihr ihre ihrem ihren
ihrer im in ins ist ja jede jeder jedes mehr mein mit nach nicht noch nun nur ob
oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so über uber um
und uns unter vom von vor war waren warum was weil weiter wenn wer werden wie wieder wir wird wo
wurde wurden zu zum zur zwischen"""
_FR = """
a afin ai ainsi alors après au aucun aussi autre aux avait avant avec avoir c car ce cela ces
cet cette ceux chez comme d dans de depuis des deux donc dont du elle elles en encore entre est
et etait été être eu fait il ils j je l la le les leur leurs lors lui m mais me même mon
ne ni nos notre nous on ont ou où par pas peu plus pour pourquoi qu quand que quel quelle
qui s sa sans se selon ses si son sont sous sur t ta tandis tous tout toute toutes très tu un
une vers vos votre vous y"""
_ES = """
a al algo ante antes aquel así aun aunque cada como con contra cual cuando de del desde
donde dos e el ella ellas ellos en entre era eran es esa ese eso esta está estaba estado estar
este esto estos fue fueron ha había han hasta hay la las le les lo los mas más me mi mientras
muy nada ni no nos nosotros o otra otro otros para pero por porque que qué quien se según ser si
sí sido sin sobre son su sus también tan tanto te tiene todo todos tras tu un una uno unos y ya
yo"""
_IT = """
a ad agli ai al alla alle allo anche avere aveva c che chi ci come con contro cosa cui d da dal
dalla dalle dei del della delle dello di dopo dove e è ed era erano essere fra gli ha hanno i il
in io l la le lei li lo loro lui ma me mentre mi molto ne nei nel nella nelle no noi non nostro
o ogni per perche più piu poi prima quale quando quello questa questi questo se sei si sia sono
sta stata stato su sua sue sui sul sulla suo suoi tra tu tutti tutto un una uno vi"""
_PT = """
a ao aos as até com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse
esta está este eu foi foram há isso isto já la lhe mais mas me mesmo meu muito na não nas nem no
nos nós o os ou para pela pelas pelo pelos por qual quando que quem são se sem ser seu seus só
sua suas também te tem têm teve um uma você"""
_NL = """
aan al alle als bij dan dat de der deze die dit doch door dus een en er ge geen haar had heb
hebben heeft het hier hij hoe hun ik in is ja je maar me meer men met mij mijn
na naar niet nog nu of om omdat ons ook op over reeds te tegen toch toen tot u uit van veel
voor want waren was wat we wel werd wezen wie wij worden ze zei zelf zich zij zijn zo
zonder"""
_RU = """
а без бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до его
ее если есть еще же за и из или им их к как ко когда который которые кто ли между меня мне
мы на над нас не него нее нет ни них но о об он она они оно от по под при с со так также там то
того тоже той только том ты у уже хотя чего чем что чтобы эта эти это этого этой этом я"""
_AR = """
في من على الى عن ان انه هذا هذه ذلك التي الذي الذين كان كانت قد ثم او و ما لا لم لن مع بعد قبل
بين عند كل هو هي هم حتى اذا غير اي كما لكن منذ خلال حول ضد دون"""


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_GRAMMAR = {
    "en": _EN, "de": _DE, "fr": _FR, "es": _ES, "it": _IT, "pt": _PT, "nl": _NL, "ru": _RU,
    "ar": _AR,
}  # fmt: skip

STOP_WORDS: dict[str, frozenset[str]] = {
    language: _words(f"{_GRAMMAR.get(language, '')} {AUXILIARIES.get(language, '')}")
    for language in (*_GRAMMAR, *(each for each in AUXILIARIES if each not in _GRAMMAR))
}

# "one" is left out: it is a pronoun more often than a number.
NUMBER_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
        "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
        "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
        "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
        "eighty": "80", "ninety": "90",
    },
}  # fmt: skip
