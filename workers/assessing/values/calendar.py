"""Marks in, the date, weekday or time of day that begins at one of them out. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workers.assessing.values.calendar_names import Calendar, calendar
from workers.assessing.values.model import CalendarDate
from workers.assessing.values.tokens import Mark, word_set

_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th", "er", "º", "ª", "o", "a"})
_OF = frozenset({"of", "de", "del", "d", "the"})
# A month that stands alone is a date only after one of these: "May" and "June" are also
# a verb and a name.
_BEFORE_MONTH = word_set(
    """in since by until till of last next this early late mid during from through before after
    im seit bis ende anfang mitte letzten en depuis desde hasta fin debut a partir janeiro
    ab vom zum de avant apres pour para antes
    """
)
# Before a name as well ("by June Ames"): not where a further capital follows.
_BEFORE_MONTH_OR_NAME = word_set("by for around about to and")
_SHORT_MONTHS = frozenset({"may", "mai"})  # other short forms are words or shortened names
_DOTTED_DATE = re.compile(r"(\d{1,2})[.](\d{1,2})[.](\d{4}|\d{2})$")
_DOTTED_CLOCK = re.compile(r"(\d{1,2})\.(\d{2})")
_POINTS_OF_DAY = {"noon": 720, "midday": 720, "midnight": 0, "mitternacht": 0, "minuit": 0,
                  "medianoche": 0, "mediodia": 720}  # fmt: skip
_HOURS_BY_NAME = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
CLOCK_WORDS = frozenset(_POINTS_OF_DAY) | {"half", "quarter"}
_HALF_DAYS = {"am": 0, "pm": 720}
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MONTHS, _DAYS, _HOURS, _LAST_MINUTE = 12, 31, 24, 59
_PIVOT = 70  # the first two-digit year of the 1900s
_SHORT_NAME = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time of day (``minutes`` after midnight), up to mark ``end``."""

    end: int
    date: CalendarDate | None = None
    minutes: int | None = None


def read_moment(marks: Sequence[Mark], i: int, language: str | None) -> Moment | None:
    """Give the date or time of day that begins at mark ``i``, if one does."""
    names = calendar(language)
    if marks[i].sort == "n":
        return (
            _clock(marks, i)
            or _digits_date(marks, i, language)
            or _east_asian(marks, i)
            or _day_first(marks, i, names)
        )
    if marks[i].sort == "w":
        told = _told_clock(marks, i) if marks[i].form in CLOCK_WORDS else None
        return told or _month_first(marks, i, names) or _weekday(marks, i, names, language)
    return None


def _integer(mark: Mark, low: int, high: int) -> int | None:
    if mark.sort != "n" or not mark.raw.isdecimal() or len(mark.raw) > len("2024"):
        return None
    number = int(mark.raw)
    return number if low <= number <= high else None


def _year(mark: Mark) -> int | None:
    return _integer(mark, _FIRST_YEAR, _LAST_YEAR) if len(mark.raw) == len("2024") else None


def _told_clock(marks: Sequence[Mark], i: int) -> Moment | None:
    """Read "noon", "midnight", "half past eight", "quarter to nine"."""
    form = marks[i].form
    if form in _POINTS_OF_DAY:
        return Moment(i + 1, minutes=_POINTS_OF_DAY[form])
    link, hour = marks[i + 1].form, _HOURS_BY_NAME.get(marks[i + 2].form)
    if hour is None:
        hour = _integer(marks[i + 2], 1, 12)
    if hour is None or link not in {"past", "to"}:
        return None
    minutes = {"half": 30, "quarter": 15}[form]
    shift, end = _half_day(marks, i + 3)
    total = hour * 60 + (minutes if link == "past" else -minutes)
    return Moment(end, minutes=total + (shift or 0))


def _clock(marks: Sequence[Mark], i: int) -> Moment | None:
    hour = _integer(marks[i], 0, 24)
    if hour is None:
        return _dotted_clock(marks, i)
    minute, end = 0, i + 1
    french = _french_clock(marks, i, hour)
    if french:
        return french
    if marks[end].raw == ":" and marks[end].glued and marks[end + 1].glued:
        found = _integer(marks[end + 1], 0, 59)
        if found is None or len(marks[end + 1].raw) != len("00"):
            return None
        minute, end = found, end + 2
    shift, after = _half_day(marks, end)
    if after == end and end == i + 1:
        return None
    return Moment(
        after, minutes=(hour % 12 if shift is not None else hour) * 60 + minute + (shift or 0)
    )


def _french_clock(marks: Sequence[Mark], i: int, hour: int) -> Moment | None:
    """Read "20h30", "20 h 30" and "à 19 h"; "19 heures" elsewhere is a length of time."""
    if marks[i + 1].form == "h":
        minute = _integer(marks[i + 2], 0, 59)
        if minute is not None and len(marks[i + 2].raw) == len("30"):
            return Moment(i + 3, minutes=hour * 60 + minute)
    told = marks[i + 1].form in {"h", "heures", "heure"} and i and marks[i - 1].form == "a"
    return Moment(i + 2, minutes=hour * 60) if told else None


def _dotted_clock(marks: Sequence[Mark], i: int) -> Moment | None:
    """Read "10.30am" and "10.30 Uhr": a point parts hours from minutes only before those."""
    parts = _DOTTED_CLOCK.fullmatch(marks[i].raw)
    if parts is None or int(parts[1]) > _HOURS or int(parts[2]) > _LAST_MINUTE:
        return None
    shift, after = _half_day(marks, i + 1)
    if after == i + 1:
        return None
    hour = int(parts[1]) % 12 if shift is not None else int(parts[1])
    return Moment(after, minutes=hour * 60 + int(parts[2]) + (shift or 0))


def _half_day(marks: Sequence[Mark], i: int) -> tuple[int | None, int]:
    if marks[i].form in _HALF_DAYS:
        return _HALF_DAYS[marks[i].form], i + 1
    if marks[i].form == "uhr":
        return None, i + 1
    if marks[i].form in {"a", "p"} and [m.form for m in marks[i + 1 : i + 3]] == [".", "m"]:
        end = i + 4 if marks[i + 3].raw == "." else i + 3
        return _HALF_DAYS[marks[i].form + "m"], end
    return None, i


def _digits_date(marks: Sequence[Mark], i: int, language: str | None) -> Moment | None:
    dotted = _DOTTED_DATE.match(marks[i].raw)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return _checked(CalendarDate(_full_year(year), month, day), i + 1)
    sign = marks[i + 1]
    if sign.raw not in {"-", "/"} or not sign.glued or marks[i + 3].raw != sign.raw:
        return None
    return _parted_date([marks[i], marks[i + 2], marks[i + 4]], i + 5, language)


def _parted_date(parts: list[Mark], end: int, language: str | None) -> Moment | None:
    if not all(mark.raw.isdecimal() and len(mark.raw) <= len("2024") for mark in parts):
        return None
    if not all(mark.glued for mark in parts[1:]):
        return None
    first, middle, last = (int(mark.raw) for mark in parts)
    if len(parts[0].raw) == len("2024"):
        return _checked(CalendarDate(first, middle, last), end)
    year = _full_year(last)
    if middle > _MONTHS:
        return _checked(CalendarDate(year, first, middle), end)
    swappable = (language or "en") == "en" and first <= _MONTHS and first != middle
    return _checked(CalendarDate(year, middle, first, swappable=swappable), end)


def _full_year(year: int) -> int:
    """Two digits stand for the years 1970 to 2069 (POSIX strptime has 1969 to 2068)."""
    if year >= _FIRST_YEAR:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _checked(date: CalendarDate, end: int) -> Moment | None:
    year, month, day = date.year, date.month, date.day
    sound = (
        (year is None or _FIRST_YEAR <= year <= _LAST_YEAR)
        and (month is None or 1 <= month <= _MONTHS)
        and (day is None or 1 <= day <= _DAYS)
    )
    return Moment(end, date=date) if sound else None


def _east_asian(marks: Sequence[Mark], i: int) -> Moment | None:
    """Read 2019年3月12日, 3월 12일 and their parts."""
    found: dict[str, int] = {}
    for part, signs in (("year", "年년"), ("month", "月월"), ("day", "日일")):
        if marks[i].raw.isdecimal() and marks[i + 1].raw and marks[i + 1].raw in signs:
            found[part] = int(marks[i].raw[:5])
            i += 2
    if "month" not in found and "year" not in found:
        return None
    return _checked(CalendarDate(found.get("year"), found.get("month"), found.get("day")), i)


def _day_first(marks: Sequence[Mark], i: int, names: Calendar) -> Moment | None:
    """Read "12 March 2019", "12th of March", "12. März 2019", "12 de marzo de 2019"."""
    day = _integer(marks[i], 1, 31)
    if day is None:
        return None
    j = i + 1
    if marks[j].glued and (marks[j].form in _ORDINAL_ENDS or marks[j].raw in {".", "º", "°"}):
        j += 1
    if marks[j].form in _OF:
        j += 1
    month = _month(marks[j], names)
    if month is None:
        return None
    j += 2 if marks[j + 1].raw == "." and _year(marks[j + 2]) else 1
    year, end = _trailing_year(marks, j)
    return Moment(end, date=CalendarDate(year, month, day))


def _month(mark: Mark, names: Calendar) -> int | None:
    """Give the month that a word names; "may" and "march" in small letters are verbs."""
    month = names.months.get(mark.form) if mark.sort == "w" else None
    if month and mark.form in {"may", "march", "mar"} and mark.raw[0].islower():
        return None
    return month


def _trailing_year(marks: Sequence[Mark], i: int) -> tuple[int | None, int]:
    j = i + 1 if marks[i].raw == "," or marks[i].form in {"de", "del"} else i
    year = _year(marks[j])
    return (year, j + 1) if year else (None, i)


def _month_first(marks: Sequence[Mark], i: int, names: Calendar) -> Moment | None:
    """Read "March 12, 2019", "March 2019", "in March"."""
    month = _month(marks[i], names)
    if month is None:
        return None
    j = i + 2 if marks[i + 1].raw == "." and marks[i + 1].glued else i + 1
    year, end = _trailing_year(marks, j)
    if year:
        return Moment(end, date=CalendarDate(year, month))
    day = _integer(marks[j], 1, 31)
    if day is not None:
        j += 2 if marks[j + 1].glued and marks[j + 1].form in _ORDINAL_ENDS else 1
        year, end = _trailing_year(marks, j)
        return Moment(end, date=CalendarDate(year, month, day))
    whole = len(marks[i].raw) > _SHORT_NAME or marks[i].form in _SHORT_MONTHS
    return Moment(i + 1, date=CalendarDate(month=month)) if whole and _placed(marks, i) else None


def _placed(marks: Sequence[Mark], i: int) -> bool:
    """Whether the word before mark ``i`` makes a month of it, and no name."""
    before = marks[i - 1].form if i else ""
    if before in _BEFORE_MONTH_OR_NAME:
        return not marks[i + 1].raw[:1].isupper()
    return before in _BEFORE_MONTH


def _weekday(marks: Sequence[Mark], i: int, names: Calendar, language: str | None) -> Moment | None:
    weekday = names.weekdays.get(marks[i].form)
    if weekday is None or ((language or "en") in {"en", "de"} and not marks[i].raw[0].isupper()):
        return None
    j = i + 2 if marks[i + 1].raw == "," else i + 1
    following = _day_first(marks, j, names) or _month_first(marks, j, names)
    if following and following.date and following.date.day:
        date = following.date
        return Moment(following.end, date=CalendarDate(date.year, date.month, date.day, weekday))
    return Moment(i + 1, date=CalendarDate(weekday=weekday))
