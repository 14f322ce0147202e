"""Two dates in, whether they agree out, as far as both state their parts. Pure."""

from calendar import monthrange
from datetime import date

from service.domain import ValueKind, ValueResult
from workers.assessing.values.model import CalendarDate, Value

Stretch = tuple[date, date]


def compare_dates(ours: Value, theirs: Value) -> ValueResult | None:
    """``equal`` where the source states every part that the article states, ``None`` else.

    A year that the source leaves out is taken for granted; a day or month is not. A bare
    year of the article, and any stretch of time, is answered by any date in it.
    """
    if "clock" in {ours.unit, theirs.unit}:
        same = ours.unit == theirs.unit and ours.amount == theirs.amount
        return ValueResult.EQUAL if same else None
    mine, other = _as_date(ours), _as_date(theirs)
    if mine is None or other is None:
        return None
    if _is_stretch(mine) or _is_stretch(other):
        pairs = _stretches(mine, other)
        if pairs is not None:
            within = any(a[0] <= b[0] and b[1] <= a[1] for a in pairs[0] for b in pairs[1])
            return ValueResult.EQUAL if within else None
    return ValueResult.EQUAL if any(_covers(mine, d) for d in _readings(other)) else None


def dates_conflict(ours: Value, theirs: Value) -> bool:
    """Whether both state a part, and not the same one; a part left open is no conflict."""
    if "clock" in {ours.unit, theirs.unit}:
        return ours.unit == theirs.unit
    mine, other = _as_date(ours), _as_date(theirs)
    if mine is None or other is None:
        return False
    if _is_stretch(mine) or _is_stretch(other):
        pairs = _stretches(mine, other)
        if pairs is not None:
            return all(a[1] < b[0] or b[1] < a[0] for a in pairs[0] for b in pairs[1])
    parts = [(mine.year, other.year), (mine.month, other.month), (mine.day, other.day)]
    if mine.day is None and other.day is None:
        parts.append((mine.weekday, other.weekday))
    return any(a is not None and b is not None and a != b for a, b in parts)


def _as_date(value: Value) -> CalendarDate | None:
    if value.date:
        return value.date
    if value.kind is ValueKind.YEAR and value.unit is None and value.amount is not None:
        return CalendarDate(year=int(value.amount))
    return None


def _is_stretch(found: CalendarDate) -> bool:
    return found.span is not None or bool(found.choices)


def _stretches(
    mine: CalendarDate, other: CalendarDate
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]] | None:
    """Give what both may mean, as first and last days; ``None`` where one of them is open."""
    ours, theirs = _meant(mine, _near_year(other)), _meant(other, _near_year(mine))
    return (ours, theirs) if ours and theirs else None


def _near_year(found: CalendarDate) -> int | None:
    """Give the year that a date without one is likely to have beside this one."""
    if found.span:
        return found.span[0].year
    return found.choices[0].year if found.choices else found.year


def _meant(found: CalendarDate, year: int | None) -> tuple[Stretch, ...]:
    if found.span:
        return (found.span,)
    if found.choices:
        return tuple((day, day) for day in found.choices)
    stretches = (_days(each, each.year or year) for each in _readings(found))
    return tuple(stretch for stretch in stretches if stretch)


def _days(found: CalendarDate, year: int | None) -> Stretch | None:
    if year is None or (found.month is None and found.weekday is not None):
        return None
    first, last = found.month or 1, found.month or 12
    try:
        if found.day is not None:
            return date(year, first, found.day), date(year, first, found.day)
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None


def _readings(found: CalendarDate) -> tuple[CalendarDate, ...]:
    if not found.swappable:
        return (found,)
    swapped = CalendarDate(found.year, found.day, found.month, found.weekday)
    return found, swapped


def _covers(mine: CalendarDate, other: CalendarDate) -> bool:
    """Whether ``other`` states all that ``mine`` states."""
    return any(_covers_reading(reading, other) for reading in _readings(mine))


def _covers_reading(mine: CalendarDate, other: CalendarDate) -> bool:
    if mine.year is not None and other.year not in {mine.year, None}:
        return False
    if mine.year is not None and other.year is None and mine.month is None:
        return False
    if mine.month is not None and mine.month != other.month:
        return False
    if mine.day is not None and mine.day != other.day:
        return False
    return mine.weekday is None or _weekday(other) == mine.weekday or mine.day is not None


def _weekday(found: CalendarDate) -> int | None:
    if found.weekday is not None:
        return found.weekday
    if found.year is None or found.month is None or found.day is None:
        return None
    try:
        return date(found.year, found.month, found.day).weekday()
    except ValueError:
        return None
