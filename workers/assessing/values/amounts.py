"""Two values of one kind and unit in, whether their amounts agree out. Pure."""

from service.domain import ValueKind, ValueResult
from workers.assessing.values.model import Approximation, Value

# How far apart two amounts may be and still be the same, said loosely (share of the larger).
# Argued, not fitted: an editor lets "nearly 400" stand for 397, not for 340.
_ROUNDING_CAP = 0.10
COARSER_SOURCE_CAP = 0.03
_BARE_ROUNDING_CAP = 0.01
_OVER_CAP = 1.5
_UNDER_CAP = 0.6
_SAME = 1e-9
_LEAST_ROUND = 100
_MOST_EXACT = 1e15  # beyond that a float no longer tells single units apart
_UNROUNDED = frozenset({ValueKind.YEAR, ValueKind.DATE, ValueKind.ORDINAL})


def agree_ranges(ours: Value, theirs: Value) -> ValueResult | None:
    """Compare two values of which at least one has two ends; ``None`` where they disagree."""
    low, high = ours.amount or 0.0, ours.upper
    other_low, other_high = theirs.amount or 0.0, theirs.upper
    if high is not None and other_high is not None:
        if is_near(low, other_low, _SAME) and is_near(high, other_high, _SAME):
            return ValueResult.EQUAL
        loose = ours.unit != "score" and is_near(low, other_low, COARSER_SOURCE_CAP)
        return ValueResult.ROUNDED_OK if loose and is_near(high, other_high, 0.03) else None
    if "score" in {ours.unit, theirs.unit}:
        return None
    span, single = (ours, theirs) if high is not None else (theirs, ours)
    inside = (span.amount or 0) <= (single.amount or 0) <= (span.upper or 0)
    return ValueResult.ROUNDED_OK if inside else None


def is_near(ours: float, theirs: float, share: float) -> bool:
    """Whether two amounts differ by no more than a share (0 to 1) of the larger."""
    return abs(ours - theirs) <= share * max(abs(ours), abs(theirs), _SAME)


def agree_amounts(ours: Value, theirs: Value) -> ValueResult | None:
    """Compare two single amounts, as firmly as each is given; ``None`` where they disagree."""
    mine, other = ours.amount or 0.0, theirs.amount or 0.0
    if is_near(mine, other, _SAME):
        return _agree_loosely(ours.approximate, theirs.approximate)
    if ours.kind in _UNROUNDED or (ours.unit or "").startswith("label:"):
        return None
    return ValueResult.ROUNDED_OK if _may_stand_for(ours, mine, theirs, other) else None


def _may_stand_for(ours: Value, mine: float, theirs: Value, other: float) -> bool:
    """Whether two amounts that are not the same may be one, told loosely or rounded."""
    if _beyond(ours.approximate, mine, theirs, other):
        return False
    if _beyond(theirs.approximate, other, ours, mine):
        return False
    if _both_loose(ours.approximate, theirs.approximate):
        return is_near(mine, other, _ROUNDING_CAP)
    if _within(ours.approximate, mine, other) or _within(theirs.approximate, other, mine):
        return True
    return _rounds(ours, theirs) or (is_near(mine, other, 0.03) and _rounds(theirs, ours))


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


def _both_loose(ours: Approximation, theirs: Approximation) -> bool:
    """Whether both leave the same side open: "up to 108" is not "up to 180"."""
    return any(ours in side and theirs in side for side in (_UPWARD, _DOWNWARD))


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
        return is_near(mine, other, _ROUNDING_CAP)
    step = _round_step(abs(mine) / coarse.quantum) * coarse.quantum
    return gap <= step / 2 and is_near(mine, other, _BARE_ROUNDING_CAP)


def _round_step(digits: float) -> float:
    """Give the power of ten that a round number of at least three digits ends on: 4,300 → 100."""
    whole, step = round(digits), 1
    if not _LEAST_ROUND <= whole <= _MOST_EXACT:
        return 0.0
    while whole % (step * 10) == 0:
        step *= 10
    return float(step) if step > 1 else 0.0
