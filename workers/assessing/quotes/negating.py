"""Words that turn, condition or report what they govern, folded, by what they do. Pure data.

English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Russian, Ukrainian,
Polish, Arabic, Hebrew; Chinese, Japanese and Korean by their signs. In other languages nothing
is told: silence there is no claim that a cut is sound.
"""

import re
from collections.abc import Sequence

from workers.language.folding import fold


def _words(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


# "non", "ni" and "mai" are also words of English and others, but not where they matter:
# a false alarm needs one of them among the words that were left out.
_NEGATIONS = _words(
    """
    not no never none nor neither cannot without hardly nobody nothing nowhere scarcely nicht
    kein keine keinen keinem keiner keines nie niemals ohne weder niemand nichts ne n' pas
    jamais aucun aucune sans rien ni personne non nunca jamas ningun ninguna nadie nada sin mai
    senza nessuno niente nao sem nenhum nenhuma ninguem geen niet nooit zonder niemand inte
    aldrig ingen inga utan не нет никогда ни никто ничего никому без нельзя нікого ніколи нема
    немає ніхто nie nigdy bez nikt לא אין מעולם בלי שום אינו אינה אף לא لا لم لن ليس ليست بدون
    دون غير ولم ولا ولن وليس
    """
)
# Signs of negation in scripts without spaces, where they are not part of another word.
_SIGN = re.compile(
    r"不(?![仅僅断斷少过過管同久])|没|沒|未(?![来來])|无(?!论)|無(?!論)|ない|なかっ|ません|ずに|않|없|못|아니"
)
# They turn what follows "that": "it is wrong to say that …", "he denied that …".
_COUNTERING = _words(
    """
    wrong false untrue deny denies denied denying doubt doubts doubted refuse refuses refused
    unlikely impossible myth lie falsch leugnet leugnete bestreitet bestritt bezweifelt
    bezweifelte unwahr faux nie niait dement dementi doute doutait falso niega nego dudo duda
    dudaba desmiente desmintio falsa неправда отрицает отрицал отрицала rejects
    rejected rejecting dismisses dismissed disputes disputed refutes refuted
    """
)
# An article that says so itself right before the words has left nothing out.
_DENIALS = _COUNTERING | _words(
    """
    rejected rejects rejecting reject disputed dispute disputes ruled rule stopped stop
    declined decline failed fails lack lacks lacked absence abgelehnt ausgeschlossen verneint
    rejette rejeté rechaza rechazo descarta
    """
)
# They open a clause that the verb before them governs.
COMPLEMENTISERS = _words("that whether dass daß ob que qu' si che dat att что що że ze")
# They open a clause of its own, which a negation before them does not reach.
SUBORDINATORS = _words(
    """
    that which who whom whose because since while when where although though as after before
    weil wahrend obwohl welche welcher welches dass parce puisque qui
    dont ou lorsque quand porque cuando donde quien aunque cual que che perche quando waar die
    omdat terwijl потому который которая которое которые что когда where so
    """
)
COORDINATORS = _words("and but or und aber oder sondern et mais ou y pero o e ma och men и но а")
# Attitudes: "not say …", "no longer think …" reach into what is said or thought.
_ATTITUDES = _words(
    """
    say says said saying think thinks thought believe believes believed claim claims claimed mean
    means meant suggest suggests suggested imply implies agree sure certain convinced true
    evidence evidense proof proven prove told tell sagen sage behaupten behaupte glauben glaube
    denke meine dire dis dit crois pense penser croire vrai creo creer digo decir pienso
    cierto верно говорю думаю считаю утверждаю сказал сказала
    """
)
CONDITIONS = _words(
    """
    if unless provided wenn falls sofern solange sollte sollten si mientras siempre tant pourvu
    condition se purche caso desde als mits zolang indien om если если якщо jeśli jesli unless
    """
)
_FOLLOWING_CONDITION = _words(
    """
    if unless provided wherever whenever wenn falls sofern solange sobald si mientras tant pourvu
    purche mits zolang indien если якщо jesli
    """
)
_ONLY = _words("only nur seulement solo solamente")
_AFTER_ONLY = _words("when if after once until with wenn falls nachdem si quand lorsque cuando con")
# They set a condition on what will be, and tell of the time of what was.
_WHEN = _words("when once quand lorsque des")
_WILL = re.compile(r"^(?:will|shall|won't|\w+'ll|\w{2,}(?:era|ira|dra|tra|vra|rons|rez|ront))$")
_REPORTING = _words(
    """
    say says said tell tells told claim claims claimed think thinks thought believe believes
    believed argue argues argued insist insists warned warn warns
    """
)
_HEDGES = _words(
    """
    believe suspect guess hope fear assume suppose reckon glaube hoffe vermute furchte crois
    espere pense creo supongo espero credo spero penso denk geloof hoop надеюсь думаю полагаю
    """
)
_HEDGED = _HEDGES | _words(
    """
    believes suspects guesses hopes fears assumes supposes believed suspected hoped feared
    assumed belief suspicion hope view opinion glaubt hofft vermutet glaubte croit esperait cree
    supone espera crede spera denkt gelooft hoopt надеется думает полагает
    """
)
_SELVES = _words("i we ich wir je j' nous yo ik wij io я мы")
_THEMSELVES = _words("i we i've we've i'd we'd i'll we'll me us he she they")
_LISTENERS = _words("me you us him her them people everyone that always once often only")
_ANYONE = _words("you those some people others many critics opponents anyone everyone")


def is_negation(form: str) -> bool:
    """Whether a folded word negates."""
    return form in _NEGATIONS or form.endswith("n't")


def has_negation_sign(text: str) -> bool:
    """Whether a text in a script without spaces holds a sign that negates."""
    return bool(_SIGN.search(text))


def counters(form: str) -> bool:
    """Whether a folded word makes the "that" clause after it untrue."""
    return form in _COUNTERING


def denies(text: str) -> bool:
    """Whether a text of the article negates or denies by any of its words."""
    words = _apart(text)
    return any(is_negation(word) or word in _DENIALS for word in words) or has_negation_sign(text)


def conditions(text: str) -> bool:
    """Whether a text of the article names a condition."""
    return any(word in CONDITIONS for word in _apart(text))


def is_attitude(form: str) -> bool:
    """Whether a negation of this word reaches into what is said or thought."""
    return form in _ATTITUDES


def is_trailing_condition(form: str, before: Sequence[str] = ()) -> bool:
    """Whether a clause that this word opens sets a condition on the words ``before`` it."""
    if form in _WHEN:
        return any(_WILL.match(word) for word in before)
    return form in _FOLLOWING_CONDITION


def restricts(following: Sequence[str]) -> bool:
    """Whether the words behind a clause say when alone it holds: "only when", "only if"."""
    only, after = (*following, "", "")[:2]
    return only in _ONLY and after in _AFTER_ONLY


def is_hedge(before: Sequence[str]) -> bool:
    """Whether the last words before a passage say that its speaker is not sure: "I believe"."""
    words = [word for word in before if word not in COMPLEMENTISERS][-2:]
    return bool(words) and words[-1] in _HEDGES and (len(words) == 1 or words[0] in _SELVES)


def hedges(text: str) -> bool:
    """Whether a text of the article says that what it quotes is a belief or a hope."""
    return any(word in _HEDGED for word in _apart(text))


_APART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _apart(text: str) -> list[str]:
    return [fold(word).replace("’", "'") for word in _APART.findall(text)]


def reported_by(before: list[str]) -> tuple[str, ...] | None:
    """Give whom the last words before a passage report, nearest last; ``None`` if nobody.

    "the doctors tell me" reports the doctors; "I told the council that" reports nobody else.
    """
    words = list(before)
    while words and (words[-1] in _LISTENERS or words[-1] in COMPLEMENTISERS):
        words.pop()
    if not words or words[-1] not in _REPORTING:
        return None
    subject = [word for word in words[-5:-1] if word not in _LISTENERS or word in _ANYONE]
    if not subject or any(word in _THEMSELVES for word in words[-4:-1]):
        return None
    return tuple(subject)


def is_anyone(words: tuple[str, ...]) -> bool:
    """Whether the words name no one in particular: "some of you", "those who"."""
    return any(word in _ANYONE for word in words)
