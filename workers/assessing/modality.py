"""A claim and a sentence of its source in, verbs that are surer in the claim out. Pure.

What may happen, what is planned and what has happened are three: a source that has one of the
first two does not bear out the last. Known of English alone.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim
from workers.language.irregular import IRREGULAR

BACK = 4  # words before a verb among which its auxiliaries stand
IF_BACK = 8  # words from "had" back to its "if", and from what it governs back to it
ASKED_BACK = 4  # words from "to" back to who is asked: "urged both parties to sign"


class Degree(IntEnum):
    """How sure a verb is: it may happen, it is planned or plainly said, it has happened."""

    POSSIBLE = 1
    SAID = 2
    DONE = 3


_POSSIBLE = frozenset({"may", "might", "could"})
_PLANNED = frozenset({"will", "would", "shall", "won't", "must", "should"})
_DONE = frozenset({"has", "have", "had", "hasn't", "haven't", "hadn't"})
# Before "to": what comes next is ahead. After most other words it is a purpose, or was done.
_AHEAD = frozenset(
    {"plan", "intend", "expect", "hope", "want", "aim", "due", "set", "propos", "threaten", "seek"}
    | {"prepar", "vow", "promis", "pledg", "decid", "ask", "urg", "readi", "schedul"}
    | {"talk", "negoti", "offer", "bid", "like", "agre", "need", "order", "request", "demand"}
    | {"recommend", "consid", "whether", "go", "yet", "project", "forecast", "appli", "willing"}
    | {"is", "are", "was", "were", "has", "have"}
)
# With whom it lies between them and "to".
_ASKING = frozenset({"ask", "urg", "expect", "want", "order", "tell", "told", "advis", "invit"})
_ENDS = frozenset({"and", "but", "who", "which", "that", "when", "while", "after", "because"})
# Before a form in "-ing": it is thought of, and no more.
_THOUGHT_OF = frozenset({"consid", "propos", "discuss", "mull", "weigh", "suggest", "recommend"})
# Between a verb and its auxiliary; "have a lawful marriage" has none.
_BEFORE_VERBS = frozenset(
    {"be", "been", "being", "not", "never", "also", "now", "soon", "even", "alreadi", "still"}
    | {"then", "later", "just", "again", "only", "all", "to"}
)
# Between "would" and "have".
_BEFORE_HAVE = frozenset(
    {"otherwis", "also", "then", "normal", "easili", "probabl", "still", "now"}
)
_PLANS = frozenset(
    {"plan", "due", "expect", "hope", "propos", "threaten", "soon", "intend", "aim", "schedul"}
    | {"next", "futur", "upcom", "forthcom", "propos", "prepar", "consid", "mull", "talk"}
)
_HAVING, _IT = frozenset({"have", "get"}), frozenset({"it", "them", "him", "her", "us", "you"})
_MONTH = "May"  # as no stem is written
_UNREAL = frozenset({"would", "could", "might"})
_IN_ORDER = ("in", "order")
_NOW = frozenset({"is", "are", "be", "being", "am"})
_OPEN = _POSSIBLE | {
    "can",
    "cannot",
    "can't",
    "face",
    "possibl",
    "potenti",
    "risk",
    "perhap",
    "like",
}


def find_firmer(claim: Claim, there: Aligned) -> Iterator[tuple[int, int, int, int]]:
    """Give verbs that the claim has as surer: first and last token, first and last place."""
    if claim.language not in {None, "en"}:
        return
    ours = stems_of(claim)
    least = Degree.POSSIBLE if _OPEN.isdisjoint(ours) else Degree.SAID
    numbers = {token.start: k for k, token in enumerate(claim.tokens)}
    for i, places in there.places.items():
        at = numbers[claim.parts[i].token.start]
        said, first = _degree_here(claim, ours, at)
        found = [_degree_there(there, place) for place in places]
        known = [(degree, start) for degree, start in found if degree is not None]
        if len(known) < len(found):  # one of the places says it plainly
            continue
        # Below the least the source is open, and the claim is open about something itself.
        if least <= max(known)[0] < said:
            yield first, at, known[0][1], places[0]


def stems_of(claim: Claim) -> Sequence[str]:
    """Give the stems of a claim, with the month of May told from "may"."""
    starts = [token.start for token in claim.tokens]
    stems = [token.word.stem for token in claim.tokens]
    return _but_the_month(stems, lambda k: claim.text[starts[k]].isupper())


def _but_the_month(stems: Sequence[str], is_capital: Callable[[int], bool]) -> Sequence[str]:
    """Write the month of May as no stem is; "Bridge May Open" is a headline, with all capitals."""
    if "may" not in stems:
        return stems
    last = len(stems) - 1
    months = {
        k
        for k, stem in enumerate(stems)
        if stem == "may" and k and is_capital(k) and not (k < last and is_capital(k + 1))
    }
    return [_MONTH if k in months else stem for k, stem in enumerate(stems)]


def _degree_here(claim: Claim, stems: Sequence[str], at: int) -> tuple[Degree, int]:
    degree, first = _auxiliary(stems, at)
    if degree is not None:
        return degree, first
    form = claim.tokens[at].word.form
    if at > 1 and stems[at - 2] in _HAVING and stems[at - 1] in _IT:
        return Degree.SAID, at  # "have it exchanged"
    is_past = form.endswith("ed") or form in IRREGULAR
    is_state = bool(at) and stems[at - 1] in _NOW  # "is closed" is how it stands, not a deed
    return (Degree.DONE if is_past and not is_state else Degree.SAID), at


def _degree_there(there: Aligned, at: int) -> tuple[Degree | None, int]:
    stems = _but_the_month(there.stems, there.is_capital)
    if at and stems[at - 1] in _THOUGHT_OF and there.form(at).endswith("ing"):
        return Degree.SAID, at - 1
    degree, first = _auxiliary(stems, at)
    if degree in {None, Degree.DONE} and (had := _unreal_condition(stems, at)) is not None:
        return Degree.SAID, had
    return (None if degree is Degree.DONE else degree), first


def _unreal_condition(stems: Sequence[str], at: int) -> int | None:
    """Find the "had" of what did not happen: "if it had come, it would have", "had it come"."""
    if not any(word in _UNREAL and after == "have" for word, after in pairwise(stems)):
        return None
    for k in range(at - 1, max(at - IF_BACK, -1), -1):
        if stems[k] in _UNREAL:
            break
        if stems[k] == "had" and (k == 0 or "if" in stems[max(k - IF_BACK, 0) : k]):
            return k
    return None


def _auxiliary(stems: Sequence[str], at: int) -> tuple[Degree | None, int]:
    """Find the word before a verb that tells how sure it is, and where it stands."""
    for k in range(at - 1, max(at - 1 - BACK, -1), -1):
        if stems[k] in _POSSIBLE:
            # "May 2009" is a month, and "you may" is leave to do it.
            is_doubt = not stems[k + 1][:1].isdigit() and stems[k - 1 : k] != ["you"]
            return (Degree.POSSIBLE if is_doubt else None), k
        if stems[k] in _PLANNED:
            return Degree.SAID, k
        if stems[k] in _DONE:
            return _having_done(stems, k)
        if stems[k] == "to" and (ahead := _ahead(stems, k)) is not None:
            return Degree.SAID, ahead
        if stems[k] not in _BEFORE_VERBS:
            break
    return None, at


def _having_done(stems: Sequence[str], have: int) -> tuple[Degree, int]:
    """Tell what has happened from what only would, might or was to have: "would have opened".

    "Could not have opened without it" did open, so that a denial between them ends the search.
    """
    before = have - 2 if stems[have - 1] in _BEFORE_HAVE else have - 1
    word = stems[before] if before >= 0 else ""
    if word in _POSSIBLE:
        return Degree.POSSIBLE, before
    if word in _PLANNED:
        return Degree.SAID, before
    if word == "to" and (ahead := _ahead(stems, before)) is not None:
        return Degree.SAID, ahead  # "was to have opened", not "is said to have opened"
    return Degree.DONE, have


def ahead_of(there: Aligned, at: int) -> int | None:
    """Give the place of what makes a word of the source possible or planned, if anything."""
    degree, first = _degree_there(there, at)
    return None if degree is None or first == at else first


def is_ahead(stems: Sequence[str], at: int) -> bool:
    """Whether a word stands behind what makes it possible or planned."""
    return _auxiliary(stems, at)[0] in {Degree.POSSIBLE, Degree.SAID}


def lies_ahead(stems: Sequence[str]) -> bool:
    """Whether anything in a claim is possible or planned."""
    if not (_OPEN | _PLANNED | _PLANS).isdisjoint(stems):
        return True
    return any(stem == "to" and _ahead(stems, k) is not None for k, stem in enumerate(stems))


def done_from(claim: Claim, stems: Sequence[str], at: int) -> int | None:
    """Give the token from which a verb of a claim tells a deed that is done, if it is one."""
    degree, first = _degree_here(claim, stems, at)
    # "The pump developed by" is no deed of this claim; "rose by 4 percent" is.
    after = stems[at + 1 : at + 3]
    is_own = after[:1] != ["by"] or after[1:2] == [] or after[1][:1].isdigit()
    return first if degree is Degree.DONE and is_own else None


def _ahead(stems: Sequence[str], to: int) -> int | None:
    """Find the word before "to" that has what comes next ahead: "plans to", "urged them to"."""
    if to and stems[to - 1] in _AHEAD and tuple(stems[to - 2 : to]) != _IN_ORDER:
        return to - 1
    for k in range(to - 2, max(to - 1 - ASKED_BACK, -1), -1):
        if stems[k] in _ASKING:
            return k
        if stems[k] in _ENDS:
            break
    return None
