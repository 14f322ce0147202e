"""Values of an article and of a passage in, how each of the former compares out. Pure."""

from collections.abc import Iterable, Sequence
from math import inf

from service.domain import ValueCheck, ValueKind, ValueResult
from workers.assessing.synonyms import are_synonyms
from workers.assessing.values.amounts import (
    COARSER_SOURCE_CAP,
    agree_amounts,
    agree_ranges,
    is_near,
)
from workers.assessing.values.beside import with_years_beside
from workers.assessing.values.counted import count_others
from workers.assessing.values.dates import compare_dates, dates_conflict
from workers.assessing.values.deeds import are_opposed
from workers.assessing.values.model import Value
from workers.assessing.values.persons import are_people_of_one
from workers.assessing.values.topics import are_other
from workers.assessing.values.units import SAME_SIGN
from workers.assessing.values.yearlike import settle_counts
from workers.language.folding import fold

_MONTH = 2_629_746.0  # seconds; a twelfth of the mean Gregorian year
# Where both sentences say much, one word in common is chance. Asking for a second lowered
# the supported pairs with a value called different from .10 to .05 (BUMP) and from .06 to
# .05 (WiCE), first 400 rows of each.
# A week for a year is a slip, a week for a decade another matter; millions for billions are one.
_WIDEST_LENGTHS, _WIDEST = 60.0, 2_000.0
_SMALL = 12  # a count up to a dozen is met by chance
_MUCH_CONTEXT = 5
_MUCH_IN_COMMON = 2
_HAN = "\u3400"
_DAY = 86_400.0
# Said of two weeks, and of one.
_IDIOMS = {"quinze jours": 14, "15 jours": 14, "quince dias": 14, "huit jours": 7, "acht tage": 7}
_POINTS = frozenset({"point", "punkt", "punto"})
_TIMES = frozenset({"time", "mal", "fois", "vez"})
_PLACES = frozenset({"place", "spot", "posit", "platz", "puesto"})
_COUNTS = frozenset({ValueKind.NUMBER, ValueKind.YEAR, ValueKind.QUANTITY})


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
    in_article, in_source = settle_counts(in_article, in_source)
    table = [_agreeing(ours, with_years_beside(ours, in_source)) for ours in in_article]
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
    """Find "3 hospitals" for our "12 hospitals" where the source's 12 are schools.

    Only of the very figure: "more than 300 people" may well be "320 residents", whoever else
    the source counts as people.
    """
    if not agreeing or not ours.nouns:
        return None
    if any(result is not ValueResult.EQUAL for result, _ in agreeing):
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
    lengths = ours.kind is ValueKind.DURATION and theirs.kind is ValueKind.DURATION
    if lengths and (_is_idiom(ours, theirs) or _is_idiom(theirs, ours)):
        return ValueResult.EQUAL
    found = _agree_in_amount(ours, theirs)
    if found and (_turned(ours, theirs) or _counts_another(ours, theirs)):
        return None
    return found


def _counts_another(ours: Value, theirs: Value) -> bool:
    """Whether the figures are of different things: the second time, the second place."""
    if ours.kind is ValueKind.ORDINAL:
        return any(_TIMES & one and other <= _PLACES for one, other in (
            (ours.nouns, theirs.nouns), (theirs.nouns, ours.nouns)))  # fmt: skip
    if are_opposed(ours.deed, theirs.deed):
        return True
    return count_others(ours.nouns, theirs.nouns) or _by_chance(ours, theirs)


def _by_chance(ours: Value, theirs: Value) -> bool:
    """Whether two small counts of things named otherwise stand among other words altogether."""
    if ours.kind is not ValueKind.NUMBER or ours.unit or not ours.nouns or not theirs.nouns:
        return False
    if (ours.amount or 0) > _SMALL or _share_noun(ours, theirs):
        return False
    if min(len(ours.context - ours.nouns), len(theirs.context - theirs.nouns)) < _MUCH_IN_COMMON:
        return False
    return not (ours.context | ours.nouns) & (theirs.context | theirs.nouns)


def _share_noun(ours: Value, theirs: Value) -> bool:
    if ours.nouns & theirs.nouns:
        return True
    return any(are_synonyms(one, other) for one in ours.nouns for other in theirs.nouns)


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
        near = is_near(_seconds(ours), _seconds(theirs), COARSER_SOURCE_CAP)
        return ValueResult.ROUNDED_OK if near else None
    if ours.upper is not None or theirs.upper is not None:
        return agree_ranges(ours, theirs)
    return agree_amounts(ours, theirs)


def _is_idiom(ours: Value, theirs: Value) -> bool:
    """Whether the one is an idiom for the other: "quinze jours", two weeks."""
    days = _IDIOMS.get(fold(ours.text))
    return days is not None and theirs.amount == days * _DAY


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


def _are_points(ours: Value, theirs: Value) -> bool:
    """Whether the one is in percentage points and the other in points."""
    return ours.unit == "point" and theirs.unit is None and bool(_POINTS & theirs.nouns)


def _agree_across_kinds(ours: Value, theirs: Value) -> ValueResult | None:
    """Let a year or an age be written as a plain number: "Smith, 54," and "54-year-old"."""
    kinds = {ours.kind, theirs.kind}
    if "point" in {ours.unit, theirs.unit} and (
        _are_points(ours, theirs) or _are_points(theirs, ours)
    ):
        return ValueResult.EQUAL if ours.amount == theirs.amount else None
    if any(value.kind is ValueKind.NUMBER and value.nouns for value in (ours, theirs)):
        return None  # what counts jobs is no age
    units = {ours.unit, theirs.unit} - {None, "year of age"}
    if not kinds <= _COUNTS or units or ours.upper is not None or theirs.upper is not None:
        return None
    return ValueResult.EQUAL if ours.amount == theirs.amount else None


def _measures_the_same(ours: Value, theirs: Value) -> bool:
    """Whether a disagreement of the two would be a contradiction; in doubt, no."""
    if theirs.aside or ours.aside:
        return False
    if not _can_differ(ours, theirs) or not _stand_alike(ours, theirs):
        return False
    if are_other(ours.topic, theirs.topic, ours.context, theirs.context):
        return False
    either = ours.kind is ValueKind.ORDINAL and (ours.nouns or theirs.nouns)
    named = either or (ours.nouns and theirs.nouns)
    if named and not (_share_noun(ours, theirs) or are_people_of_one(ours, theirs)):
        return False
    if not (_may_count(ours, theirs) and _may_count(theirs, ours)):
        return False
    return not _of_another_size(ours, theirs) and not _counts_another(ours, theirs)


def _may_count(bare: Value, named: Value) -> bool:
    """Whether a number that names nothing may count what another does: its sentence names that."""
    if bare.nouns or not named.nouns or bare.kind is not ValueKind.NUMBER or bare.unit:
        return True
    return any(
        one in bare.context or any(are_synonyms(one, other) for other in bare.context)
        for one in named.nouns
    )


def _stand_alike(ours: Value, theirs: Value) -> bool:
    """Whether enough of the words around the two are the same, beside what they count."""
    counted = ours.nouns | theirs.nouns
    mine, other = ours.context - counted, theirs.context - counted
    needed = _MUCH_IN_COMMON if min(len(mine), len(other)) >= _MUCH_CONTEXT else 1
    return not mine or not other or len(mine & other) >= needed or _begin_alike(mine, other)


def _begin_alike(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two runs of Han signs begin with the same word, which nothing parts from the next."""
    heads = {run[:2] for run in ours if run[0] >= _HAN}
    return bool(heads) and any(run[:2] in heads for run in theirs)


def _of_another_size(ours: Value, theirs: Value) -> bool:
    """Whether the two are so far apart that no slip makes the one of the other."""
    lengths = ours.kind is theirs.kind is ValueKind.DURATION
    mine, other = (_seconds(ours), _seconds(theirs)) if lengths else (ours.amount, theirs.amount)
    if not mine or not other or mine * other <= 0:
        return False
    return max(mine / other, other / mine) > (_WIDEST_LENGTHS if lengths else _WIDEST)


def _can_differ(ours: Value, theirs: Value) -> bool:
    if ValueKind.DATE in {ours.kind, theirs.kind}:
        return dates_conflict(ours, theirs)
    return _comparable(ours, theirs)
