"""Marks and the day that a text was written on in, the stretch of time they name out. Pure.

Quarters, seasons (of the north), decades and centuries need no such day; "yesterday", "last
month", "two years ago" do, and are not read without one.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from workers.assessing.values.calendar import Moment
from workers.assessing.values.model import CalendarDate
from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.numerals import read_number
from workers.assessing.values.tokens import Mark, word_set

_DAYS = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "gestern": -1, "heute": 0,
    "vorgestern": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "ayer": -1, "hoy": 0,
}  # fmt: skip
_LAST = word_set(
    """last previous letzten letzte letztes letztem vergangenen vergangene vergangenes
    vergangenem vorigen vorige voriges dernier derniere pasado pasada"""
)
_NEXT = word_set(
    """next coming nachsten nachste nachstes nachstem kommenden kommende kommendes prochain
    prochaine proximo proxima que viene"""
) - {"que", "viene"}
_THIS = word_set("this dieses diesem diesen dieser diese cette ce este esta")
_UNITS = {
    "year": "year", "years": "year", "jahr": "year", "jahre": "year", "jahren": "year",
    "annee": "year", "an": "year", "ans": "year", "ano": "year", "anos": "year",
    "month": "month", "months": "month", "monat": "month", "monate": "month",
    "monaten": "month", "mois": "month", "mes": "month", "meses": "month",
    "week": "week", "weeks": "week", "woche": "week", "wochen": "week", "semaine": "week",
    "semaines": "week", "semana": "week", "semanas": "week", "day": "day", "days": "day",
    "tag": "day", "tage": "day", "tagen": "day", "jour": "day", "jours": "day", "dia": "day",
    "dias": "day",
}  # fmt: skip
_AGO_BEFORE = frozenset({"vor", "hace"})
_QUARTERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "ersten": 1, "zweiten": 2, "dritten": 3,
    "vierten": 4, "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "premier": 1,
    "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "primer": 1, "segundo": 2, "tercer": 3,
    "cuarto": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_QUARTER = word_set("quarter quartal quartals trimestre")
# First month and number of months; winter goes on into the next year.
_SEASONS = {
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12, "fruhjahr": 3,
    "fruhling": 3, "sommer": 6, "herbst": 9, "printemps": 3, "ete": 6, "automne": 9,
    "hiver": 12, "primavera": 3, "verano": 6, "otono": 9, "invierno": 12,
}  # fmt: skip
_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90, "sesenta": 60, "setenta": 70,
    "ochenta": 80, "noventa": 90,
}  # fmt: skip
_OF = frozenset({"of", "de", "del", "des", "du", "d'"})
_CENTURIES = word_set("century jahrhundert jahrhunderts siecle siglo")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_DECEMBER = 12
STARTERS = frozenset(_DAYS).union(
    _LAST, _NEXT, _THIS, _AGO_BEFORE, _QUARTERS, _SEASONS, _DECADES,
    {"q", "il", "l'an", "l'annee", "le", "la", "el", "annees", "anos"},
)  # fmt: skip


def read_stretch(
    marks: Sequence[Mark], i: int, words: Lexicon, language: str | None, dated: date | None
) -> Moment | None:
    """Give the stretch of time that is named from mark ``i`` on, if one is."""
    return (
        _quarter(marks, i)
        or _season(marks, i)
        or _decade(marks, i)
        or _century(marks, i)
        or (_relative(marks, i, words, language, dated) if dated else None)
    )


def _stretch(end: int, first: date, last: date, *, relative: bool = False) -> Moment:
    return Moment(end, date=CalendarDate(span=(first, last), relative=relative))


def _year_at(marks: Sequence[Mark], i: int) -> tuple[int, int] | None:
    """Give a year at mark ``i``, past "of" or a comma, and the mark after it."""
    j = i + 1 if marks[i].form in _OF or marks[i].raw == "," else i
    raw = marks[j].raw
    if marks[j].sort != "n" or len(raw) != len("2021") or not raw.isdecimal():
        return None
    year = int(raw)
    return (year, j + 1) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def _months(end: int, year: int, month: int, count: int) -> Moment:
    """Give ``count`` months from ``month`` on, which may go on into the next year."""
    last = month + count - 1
    return _stretch(
        end, date(year, month, 1), _month_end(year + (last - 1) // 12, (last - 1) % 12 + 1)
    )


def _quarter(marks: Sequence[Mark], i: int) -> Moment | None:
    form, following = marks[i].form, marks[i + 1]
    number, end = 0, i
    if form == "q" and following.glued and following.raw in {"1", "2", "3", "4"}:
        number, end = int(following.raw), i + 2
    elif form in _QUARTERS and following.form in _QUARTER:
        number, end = _QUARTERS[form], i + 2
    elif (
        marks[i].raw in {"1", "2", "3", "4"}
        and following.raw == "."
        and marks[i + 2].form in _QUARTER
    ):
        number, end = int(marks[i].raw), i + 3
    year = _year_at(marks, end) if number else None
    return _months(year[1], year[0], 3 * number - 2, 3) if year else None


def _season(marks: Sequence[Mark], i: int) -> Moment | None:
    month = _SEASONS.get(marks[i].form)
    year = _year_at(marks, i + 1) if month else None
    return _months(year[1], year[0], month, 3) if year and month else None


def _decade(marks: Sequence[Mark], i: int) -> Moment | None:
    """Read "the 1990s", "1990er", "années 1990", "the nineties", "años noventa"."""
    mark, following = marks[i], marks[i + 1]
    if mark.form in {"annees", "anos"}:
        if following.raw.isdecimal() and following.raw.endswith("0"):
            year = int(following.raw[:4])
            return _ten_years(i + 2, year if year >= _FIRST_YEAR else 1900 + year)
        worth = _DECADES.get(following.form)
        return _ten_years(i + 2, 1900 + worth) if worth else None
    if mark.form in _DECADES and i and marks[i - 1].form in {"the", "early", "late", "mid"}:
        return _ten_years(i + 1, 1900 + _DECADES[mark.form])
    tens = mark.raw.isdecimal() and len(mark.raw) == len("1990") and mark.raw.endswith("0")
    if tens and following.raw in {"'", "’"} and marks[i + 2].form == "s" and marks[i + 2].glued:
        return _ten_years(i + 3, int(mark.raw))
    if tens and following.glued and following.form in {"s", "er", "ern"}:
        end = i + 2
        if marks[end].raw == "-" and marks[end + 1].form in {"jahre", "jahren"}:
            end += 2
        elif marks[end].form in {"jahre", "jahren"}:
            end += 1
        return _ten_years(end, int(mark.raw))
    return None


def _ten_years(end: int, year: int) -> Moment | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return _stretch(end, date(year, 1, 1), date(year + 9, 12, 31))


def _century(marks: Sequence[Mark], i: int) -> Moment | None:
    raw = marks[i].raw
    if not raw.isdecimal() or len(raw) != len("19"):
        return None
    j = (
        i + 2
        if marks[i + 1].form in {"th", "st", "nd", "rd", "e"} or marks[i + 1].raw == "."
        else 0
    )
    if not j or marks[j].form not in _CENTURIES:
        return None
    first = 100 * (int(raw) - 1)
    if not _FIRST_YEAR <= first <= _LAST_YEAR:
        return None
    return _stretch(j + 1, date(first + 1, 1, 1), date(first + 100, 12, 31))


def _relative(
    marks: Sequence[Mark], i: int, words: Lexicon, language: str | None, dated: date
) -> Moment | None:
    form = marks[i].form
    if form in _DAYS and (form != "hier" or language == "fr"):
        day = dated + timedelta(days=_DAYS[form])
        return _stretch(i + 1, day, day, relative=True)
    return (
        _ago(marks, i, words, language, dated)
        or _named_unit(marks, i, dated)
        or _unit_named(marks, i, dated)
    )


def _step(form: str) -> int | None:
    """Give -1 for "last", 0 for "this", 1 for "next"."""
    if form in _LAST:
        return -1
    return 1 if form in _NEXT else 0 if form in _THIS else None


def _named_unit(marks: Sequence[Mark], i: int, dated: date) -> Moment | None:
    """Read "last month", "vergangenes Jahr", "this week"."""
    step, unit = _step(marks[i].form), _UNITS.get(marks[i + 1].form)
    if step is None or unit is None or unit == "day":
        return None
    return _moved(i + 2, unit, step, dated)


def _unit_named(marks: Sequence[Mark], i: int, dated: date) -> Moment | None:
    """Read "le mois dernier", "l’an dernier", "el año pasado"."""
    elided = marks[i].form.removeprefix("l'")
    j = i if elided != marks[i].form else i + 1
    if j > i and marks[i].form not in {"le", "la", "el"}:
        return None
    unit = _UNITS.get(elided if j == i else marks[j].form)
    step = _step(marks[j + 1].form)
    if not step or unit is None or unit == "day":
        return None
    return _moved(j + 2, unit, step, dated)


def _ago(
    marks: Sequence[Mark], i: int, words: Lexicon, language: str | None, dated: date
) -> Moment | None:
    """Read "two years ago", "vor zwei Jahren", "il y a deux ans", "hace dos años"."""
    start = i
    if marks[i].form in _AGO_BEFORE:
        start = i + 1
    elif [m.form for m in marks[i : i + 3]] == ["il", "y", "a"]:
        start = i + 3
    number = read_number(marks, start, words, language)
    if number is None or number.upper is not None or number.amount != int(number.amount):
        return None
    unit = _UNITS.get(marks[number.end].form)
    said = start > i or marks[number.end + 1].form == "ago"
    count = int(number.amount)
    if unit is None or not said or not 0 < count <= dated.year - _FIRST_YEAR:
        return None
    return _moved(number.end + (1 if start > i else 2), unit, -count, dated)


def _moved(end: int, unit: str, step: int, dated: date) -> Moment | None:
    """Move a day, week, month or year from the day that the text was written on."""
    if unit == "year":
        year = dated.year + step
        return _stretch(end, date(year, 1, 1), date(year, 12, 31), relative=True)
    if unit == "month":
        months = dated.year * 12 + dated.month - 1 + step
        year, month = divmod(months, 12)
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        return _stretch(end, date(year, month + 1, 1), _month_end(year, month + 1), relative=True)
    days = step * (7 if unit == "week" else 1)
    if abs(days) > (dated.year - _FIRST_YEAR) * 365:
        return None
    day = dated + timedelta(days=days)
    if unit == "day":
        return _stretch(end, day, day, relative=True)
    monday = day - timedelta(days=day.weekday())
    return _stretch(end, monday, monday + timedelta(days=6), relative=True)


def resolve_weekday(moment: Moment, dated: date | None) -> Moment:
    """Give a bare weekday the two days it may be: the last one and the coming one."""
    found = moment.date
    if found is None or dated is None or found.weekday is None or found.day is not None:
        return moment
    past = dated - timedelta(days=(dated.weekday() - found.weekday) % 7)
    days = (past, past + timedelta(days=7))
    return Moment(moment.end, date=CalendarDate(weekday=found.weekday, choices=days, relative=True))
