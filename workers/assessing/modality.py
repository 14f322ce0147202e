"""A claim and a sentence of its source in, verbs that are surer in the claim out. Pure.

What may happen, what is planned and what has happened are three: a source that has one of the
first two does not bear out the last. Known of English alone.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim
from workers.language.irregular import IRREGULAR

BACK = 4  # words before a verb among which its auxiliaries stand


class Degree(IntEnum):
    """How sure a verb is: it may happen, it is planned or plainly said, it has happened."""

    POSSIBLE = 1
    SAID = 2
    DONE = 3


_POSSIBLE = frozenset({"may", "might", "could"})
_PLANNED = frozenset({"will", "would", "shall", "won't"})
_DONE = frozenset({"has", "have", "had", "hasn't", "haven't", "hadn't"})
# Before "to": what comes next is ahead. After most other words it is a purpose, or was done.
_AHEAD = frozenset(
    {"plan", "intend", "expect", "hope", "want", "aim", "due", "set", "propos", "threaten", "seek"}
    | {"prepar", "vow", "promis", "pledg", "decid", "ask", "urg", "readi", "schedul"}
    | {"is", "are", "was", "were"}
)
# Between a verb and its auxiliary; "have a lawful marriage" has none.
_BEFORE_VERBS = frozenset(
    {"be", "been", "being", "not", "never", "also", "now", "soon", "even", "alreadi", "still"}
    | {"then", "later", "just", "again", "only", "all", "to"}
)
_NOW = frozenset({"is", "are", "be", "being", "am"})
_OPEN = _POSSIBLE | {"can", "cannot", "can't"}


def find_firmer(claim: Claim, there: Aligned) -> Iterator[tuple[int, int, int, int]]:
    """Give verbs that the claim has as surer: first and last token, first and last place."""
    if claim.language not in {None, "en"}:
        return
    ours = [token.word.stem for token in claim.tokens]
    least = Degree.POSSIBLE if _OPEN.isdisjoint(ours) else Degree.SAID
    numbers = {token.start: k for k, token in enumerate(claim.tokens)}
    for i, places in there.places.items():
        at = numbers[claim.parts[i].token.start]
        said, first = _degree_here(claim, ours, at)
        found = [_degree_there(there.stems, place) for place in places]
        known = [(degree, start) for degree, start in found if degree is not None]
        if len(known) < len(found):  # one of the places says it plainly
            continue
        # Below the least the source is open, and the claim is open about something itself.
        if least <= max(known)[0] < said:
            yield first, at, known[0][1], places[0]


def _degree_here(claim: Claim, stems: Sequence[str], at: int) -> tuple[Degree, int]:
    degree, first = _auxiliary(stems, at)
    if degree is not None:
        return degree, first
    form = claim.tokens[at].word.form
    is_past = form.endswith("ed") or form in IRREGULAR
    is_state = bool(at) and stems[at - 1] in _NOW  # "is closed" is how it stands, not a deed
    return (Degree.DONE if is_past and not is_state else Degree.SAID), at


def _degree_there(stems: Sequence[str], at: int) -> tuple[Degree | None, int]:
    degree, first = _auxiliary(stems, at)
    return (None if degree is Degree.DONE else degree), first


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
            return Degree.DONE, k
        if stems[k] == "to" and k and stems[k - 1] in _AHEAD:
            return Degree.SAID, k - 1
        if stems[k] not in _BEFORE_VERBS:
            break
    return None, at
