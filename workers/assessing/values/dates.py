"""Two dates in, whether they agree out, as far as both state their parts. Pure."""

from datetime import date

from service.domain import ValueKind, ValueResult
from workers.assessing.values.model import CalendarDate, Value


def compare_dates(ours: Value, theirs: Value) -> ValueResult | None:
    """``equal`` where the source states every part that the article states, ``None`` else.

    A year that the source leaves out is taken for granted; a day or month is not. A bare
    year of the article is answered by any date in it.
    """
    if "clock" in {ours.unit, theirs.unit}:
        same = ours.unit == theirs.unit and ours.amount == theirs.amount
        return ValueResult.EQUAL if same else None
    mine, other = _as_date(ours), _as_date(theirs)
    if mine is None or other is None:
        return None
    return ValueResult.EQUAL if any(_covers(mine, d) for d in _readings(other)) else None


def dates_conflict(ours: Value, theirs: Value) -> bool:
    """Whether both state a part, and not the same one; a part left open is no conflict."""
    if "clock" in {ours.unit, theirs.unit}:
        return ours.unit == theirs.unit
    mine, other = _as_date(ours), _as_date(theirs)
    if mine is None or other is None:
        return False
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
