"""Values of an article and of a passage in, how each of the former compares out. Pure."""

from collections.abc import Sequence
from math import inf

from service.domain import ValueCheck, ValueKind, ValueResult
from workers.assessing.values.counted import count_others
from workers.assessing.values.dates import compare_dates, dates_conflict
from workers.assessing.values.model import Approximation, Value
from workers.assessing.values.units import SAME_SIGN

# How far apart two amounts may be and still be the same, said loosely (share of the larger).
# Argued, not fitted: an editor lets "nearly 400" stand for 397, not for 340.
_ROUNDING_CAP = 0.10
_COARSER_SOURCE_CAP = 0.03
_BARE_ROUNDING_CAP = 0.01
_OVER_CAP = 1.5
_UNDER_CAP = 0.6
_SAME = 1e-9
_MONTH = 2_629_746.0  # seconds; a twelfth of the mean Gregorian year
_LEAST_ROUND = 100
# Where both sentences say much, one word in common is chance. Asking for a second lowered
# the supported pairs with a value called different from .10 to .05 (BUMP) and from .06 to
# .05 (WiCE), first 400 rows of each.
_MUCH_CONTEXT = 5
_MUCH_IN_COMMON = 2
_MOST_EXACT = 1e15  # beyond that a float no longer tells single units apart
_COUNTS = frozenset({ValueKind.NUMBER, ValueKind.YEAR, ValueKind.QUANTITY})
_UNROUNDED = frozenset({ValueKind.YEAR, ValueKind.DATE, ValueKind.ORDINAL})


def compare_values(
    in_article: Sequence[Value], in_source: Sequence[Value]
) -> tuple[ValueCheck, ...]:
    """One check per value of the article, in order.

    ``equal`` and ``rounded_ok`` need a value of the same kind and unit that agrees;
    ``different`` needs one that plainly measures the same thing (same kind and unit, a
    noun in common where both name one, and a further word in common around them) and that
    answers no other value of the article; all else is ``absent``. ``start``/``end`` are
    those of the article's value, in the text that it was read from. The order of
    ``in_source`` does not matter.
    """
    table = [_agreeing(ours, in_source) for ours in in_article]
    answered = {id(theirs) for row in table for _, theirs in row}
    free = [theirs for theirs in in_source if id(theirs) not in answered]
    return tuple(
        _check(ours, row, in_source, free) for ours, row in zip(in_article, table, strict=True)
    )


def _agreeing(ours: Value, in_source: Sequence[Value]) -> list[tuple[ValueResult, Value]]:
    return [(found, theirs) for theirs in in_source if (found := _agree(ours, theirs))]


def _check(
    ours: Value,
    agreeing: Sequence[tuple[ValueResult, Value]],
    in_source: Sequence[Value],
    free: Sequence[Value],
) -> ValueCheck:
    swapped = _swapped(ours, agreeing, in_source)
    if swapped:
        return _made(ours, swapped, ValueResult.DIFFERENT)
    if agreeing:
        result, theirs = min(
            agreeing,
            key=lambda pair: (pair[0] is not ValueResult.EQUAL, *_distance(ours, pair[1])),
        )
        return _made(ours, theirs, result)
    differing = [theirs for theirs in free if _measures_the_same(ours, theirs)]
    if differing:
        return _made(ours, min(differing, key=lambda v: _distance(ours, v)), ValueResult.DIFFERENT)
    return _made(ours, None, ValueResult.ABSENT)


def _swapped(
    ours: Value, agreeing: Sequence[tuple[ValueResult, Value]], in_source: Sequence[Value]
) -> Value | None:
    """Find "3 hospitals" for our "12 hospitals" where the source's 12 are schools."""
    if not agreeing or not ours.nouns:
        return None
    if any(not theirs.nouns or ours.nouns & theirs.nouns for _, theirs in agreeing):
        return None
    same = [
        theirs
        for theirs in in_source
        if ours.nouns & theirs.nouns and _comparable(ours, theirs) and not _agree(ours, theirs)
    ]
    return min(same, key=lambda theirs: _distance(ours, theirs), default=None)


def _made(ours: Value, theirs: Value | None, result: ValueResult) -> ValueCheck:
    return ValueCheck(
        kind=ours.kind,
        in_article=ours.text,
        in_source=_shown(ours, theirs) if theirs else None,
        result=result,
        start=ours.start,
        end=ours.end,
    )


def _shown(ours: Value, theirs: Value) -> str:
    """Give the source's value, with the word that turns it where that is what differs."""
    return theirs.phrase if _turned(ours, theirs) else theirs.text


def _distance(ours: Value, theirs: Value) -> tuple[float, float, int, str]:
    """Sort key: most words in common first, then the nearest amount, then the place."""
    shared = len(ours.context & theirs.context) + len(ours.nouns & theirs.nouns)
    gap = abs((ours.amount or 0) - (theirs.amount or 0))
    return -shared, gap, theirs.start, theirs.text


def _same_unit(ours: str | None, theirs: str | None) -> bool:
    if ours == theirs:
        return True
    pairs = ((ours, theirs), (theirs, ours))
    return any(other in SAME_SIGN.get(sign or "", ()) for sign, other in pairs)


def _comparable(ours: Value, theirs: Value) -> bool:
    if ours.kind is not theirs.kind:
        return False
    # Weeks and months are both lengths of time, though a month is not made of weeks.
    return ours.kind is ValueKind.DURATION or _same_unit(ours.unit, theirs.unit)


def _agree(ours: Value, theirs: Value) -> ValueResult | None:
    """``equal`` or ``rounded_ok``, or ``None`` where the two do not agree."""
    found = _agree_in_amount(ours, theirs)
    if found and (_turned(ours, theirs) or count_others(ours.nouns, theirs.nouns)):
        return None
    return found


def _turned(ours: Value, theirs: Value) -> bool:
    """Whether the one is so much more and the other so much less."""
    return ours.direction * theirs.direction < 0


def _agree_in_amount(ours: Value, theirs: Value) -> ValueResult | None:
    if ValueKind.DATE in {ours.kind, theirs.kind}:
        return compare_dates(ours, theirs)
    if ours.amount is None or theirs.amount is None or _far_apart(ours, theirs):
        return None
    if not _comparable(ours, theirs):
        return _agree_across_kinds(ours, theirs)
    if ours.kind is ValueKind.DURATION and ours.unit != theirs.unit:
        near = _near(_seconds(ours), _seconds(theirs), _COARSER_SOURCE_CAP)
        return ValueResult.ROUNDED_OK if near else None
    if ours.upper is not None or theirs.upper is not None:
        return _agree_ranges(ours, theirs)
    return _agree_amounts(ours, theirs)


def _far_apart(ours: Value, theirs: Value) -> bool:
    """Whether no looseness lets two single amounts agree: ``_UNDER_CAP`` lets the most."""
    low, high = ours.amount or 0.0, theirs.amount or 0.0
    if low > high:
        low, high = high, low
    if not 0 < 2 * low < high < inf or ours.kind is ValueKind.DURATION:
        return False
    return ours.upper is None and theirs.upper is None


def _seconds(value: Value) -> float:
    return (value.amount or 0.0) * (_MONTH if value.unit == "month" else 1.0)


def _agree_across_kinds(ours: Value, theirs: Value) -> ValueResult | None:
    """Let a year or an age be written as a plain number: "Smith, 54," and "54-year-old"."""
    kinds = {ours.kind, theirs.kind}
    units = {ours.unit, theirs.unit} - {None, "year of age"}
    if not kinds <= _COUNTS or units or ours.upper is not None or theirs.upper is not None:
        return None
    return ValueResult.EQUAL if ours.amount == theirs.amount else None


def _agree_ranges(ours: Value, theirs: Value) -> ValueResult | None:
    low, high = ours.amount or 0.0, ours.upper
    other_low, other_high = theirs.amount or 0.0, theirs.upper
    if high is not None and other_high is not None:
        if _near(low, other_low, _SAME) and _near(high, other_high, _SAME):
            return ValueResult.EQUAL
        loose = ours.unit != "score" and _near(low, other_low, _COARSER_SOURCE_CAP)
        return ValueResult.ROUNDED_OK if loose and _near(high, other_high, 0.03) else None
    if "score" in {ours.unit, theirs.unit}:
        return None
    span, single = (ours, theirs) if high is not None else (theirs, ours)
    inside = (span.amount or 0) <= (single.amount or 0) <= (span.upper or 0)
    return ValueResult.ROUNDED_OK if inside else None


def _near(ours: float, theirs: float, share: float) -> bool:
    return abs(ours - theirs) <= share * max(abs(ours), abs(theirs), _SAME)


def _agree_amounts(ours: Value, theirs: Value) -> ValueResult | None:
    mine, other = ours.amount or 0.0, theirs.amount or 0.0
    if _near(mine, other, _SAME):
        return _agree_loosely(ours.approximate, theirs.approximate)
    if ours.kind in _UNROUNDED or (ours.unit or "").startswith("label:"):
        return None
    if _beyond(ours.approximate, mine, theirs, other) or _beyond(
        theirs.approximate, other, ours, mine
    ):
        return None
    if _within(ours.approximate, mine, other) or _within(theirs.approximate, other, mine):
        return ValueResult.ROUNDED_OK
    if _rounds(ours, theirs) or (_near(mine, other, 0.03) and _rounds(theirs, ours)):
        return ValueResult.ROUNDED_OK
    return None


_UPWARD = frozenset({Approximation.OVER})
_DOWNWARD = frozenset({Approximation.UNDER, Approximation.ALMOST})


def _agree_loosely(ours: Approximation, theirs: Approximation) -> ValueResult | None:
    """Equal amounts: "more than 50" and "fewer than 50" are still not the same."""
    if ours is theirs or ours is Approximation.ABOUT:
        return ValueResult.EQUAL
    opposed = (ours in _UPWARD and theirs in _DOWNWARD) or (ours in _DOWNWARD and theirs in _UPWARD)
    return None if opposed else ValueResult.ROUNDED_OK


def _beyond(loose: Approximation, said: float, exact: Value, meant: float) -> bool:
    """Whether an exact value lies on the wrong side of "over 400" or "under 400"."""
    if exact.approximate is not Approximation.EXACT:
        return False
    return (loose in _UPWARD and meant < said) or (loose in _DOWNWARD and meant > said)


def _within(loose: Approximation, said: float, meant: float) -> bool:
    """Whether ``meant`` is what "nearly", "about", "over" or "under" ``said`` may stand for."""
    if said <= 0 or meant <= 0:
        return False
    share = meant / said
    if loose is Approximation.ABOUT:
        return abs(1 - share) <= _ROUNDING_CAP
    if loose is Approximation.ALMOST:
        return 1 - _ROUNDING_CAP <= share <= 1
    if loose is Approximation.OVER:
        return 1 <= share <= _OVER_CAP
    return loose is Approximation.UNDER and _UNDER_CAP <= share <= 1


def _rounds(coarse: Value, fine: Value) -> bool:
    """Whether the first is the second, rounded to the digits that the first is written with."""
    mine, other = coarse.amount or 0.0, fine.amount or 0.0
    gap = abs(mine - other)
    if fine.quantum < coarse.quantum and gap <= coarse.quantum / 2 * (1 + _SAME):
        return _near(mine, other, _ROUNDING_CAP)
    step = _round_step(abs(mine) / coarse.quantum) * coarse.quantum
    return gap <= step / 2 and _near(mine, other, _BARE_ROUNDING_CAP)


def _round_step(digits: float) -> float:
    """Give the power of ten that a round number of at least three digits ends on: 4,300 → 100."""
    whole, step = round(digits), 1
    if not _LEAST_ROUND <= whole <= _MOST_EXACT:
        return 0.0
    while whole % (step * 10) == 0:
        step *= 10
    return float(step) if step > 1 else 0.0


def _measures_the_same(ours: Value, theirs: Value) -> bool:
    """Whether a disagreement of the two would be a contradiction; in doubt, no."""
    if not _can_differ(ours, theirs) or count_others(ours.nouns, theirs.nouns):
        return False
    if ours.nouns and theirs.nouns and not ours.nouns & theirs.nouns:
        return False
    counted = ours.nouns | theirs.nouns
    mine, other = ours.context - counted, theirs.context - counted
    needed = _MUCH_IN_COMMON if min(len(mine), len(other)) >= _MUCH_CONTEXT else 1
    return not mine or not other or len(mine & other) >= needed


def _can_differ(ours: Value, theirs: Value) -> bool:
    if ValueKind.DATE in {ours.kind, theirs.kind}:
        return dates_conflict(ours, theirs)
    return _comparable(ours, theirs)
