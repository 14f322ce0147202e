"""Marks and the years of their sentences in, the years told by them ("the year before") out. Pure.

"In 2025 sales were 3 percent lower than the year before" tells of 2024 as well. It answers a
year that is itself only compared with ("than in 2024"): where the article's sentence is about
2024 and the source's about 2025, they differ, whatever either compares with.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from service.domain import ValueKind
from workers.assessing.values.model import Value
from workers.assessing.values.tokens import Mark, word_set
from workers.assessing.values.yearlike import read_counted

_STEPS = {
    -1: """year before,previous year,prior year,preceding year,year earlier,year previously,
    jahr davor,jahr zuvor,jahres davor,jahres zuvor,annee precedente,annee d'avant,an plus tot,
    ano anterior,ano previo,anno precedente,anno prima,jaar ervoor,jaar daarvoor,jaar eerder,
    voorgaande jaar,rok wczesniej,poprzedniego roku,poprzednim roku,roku poprzedniego,
    roku poprzednim,aret innan,aret fore""",
    1: """following year,year after,year later,jahr darauf,jahr danach,jahr spater,
    annee suivante,an plus tard,ano siguiente,ano seguinte,anno successivo,anno dopo,jaar erna,
    jaar erop,jaar later,rok pozniej,nastepnego roku,nastepnym roku""",
}
_PHRASES = {
    tuple(phrase.split()): step
    for step, phrases in _STEPS.items()
    for phrase in phrases.replace("\n", " ").split(",")
}
_HEADS = frozenset(phrase[0] for phrase in _PHRASES)
_WHOLE = {"vorjahr": -1, "folgejahr": 1}  # "Vorjahres", "Vorjahreswert"
# "The year before the war", "the year before last", "year after year": none of the year beside.
_NOT_BEHIND = word_set("the it he she they we last a an his her its their that year s")
_COMPARED = word_set(
    """than compared against versus vs from like as als gegenuber verglichen vergleich wie unter
    uber zu rapport que comme compare contre respecto frente comparado como rispetto confronto
    come opzichte vergeleken zoals face comparacao niz wobec porownaniu"""
)
_ALIKE = word_set("as like wie comme como come zoals jak")
_SENTENCE = 60  # marks to either side
_REACH = 4  # marks before a year that may say that it is compared with
_STOPS = frozenset(".!?…。！？;")


def tell_years(
    marks: Sequence[Mark], values: Sequence[Value], language: str | None
) -> tuple[Value, ...]:
    """Give ``values``, each year of them with what its sentence tells of it and by it."""
    if not any(_year(value) for value in values):
        return tuple(values)
    places = {mark.end: i for i, mark in enumerate(marks) if mark.end > mark.start}
    found = [_surrounded(marks, places[value.end], value, language) for value in values]
    starts = [value.start for value in found]
    for i, mark in enumerate(marks):
        told = _told(marks, i) if mark.sort == "w" else None
        at = _anchor(marks, i, found, starts) if told else None
        if told is None or at is None:
            continue
        year = _beside(marks, i, told, found[at])
        found[at] = replace(found[at], beside=(*found[at].beside, year))
    return tuple(value for value in found if not _is_misread(value, found))


def _is_misread(value: Value, values: Sequence[Value]) -> bool:
    """Whether "the previous year" was told by the day of writing, and a year stands beside it."""
    relative = value.date is not None and value.date.relative
    return relative and any(value.start == y.start for other in values for y in other.beside)


def _surrounded(marks: Sequence[Mark], i: int, value: Value, language: str | None) -> Value:
    if value.kind is not ValueKind.YEAR or value.unit or marks[i].sort != "n":
        return value
    counted, compared = read_counted(marks, i, language), _is_compared(marks, i)
    return replace(value, counted=counted, compared=compared) if counted or compared else value


def _beside(marks: Sequence[Mark], i: int, told: tuple[int, int], anchor: Value) -> Value:
    """Give the year that the words from mark ``i`` on tell by the anchor."""
    step, end = told
    return replace(
        anchor,
        kind=ValueKind.YEAR,
        text=" ".join(mark.raw for mark in marks[i:end]),
        start=marks[i].start,
        end=marks[end - 1].end,
        amount=float((_year(anchor) or 0) + step),
        unit=None,
        date=None,
        counted=frozenset(),
        beside=(),
        compared=not _is_alike(marks, i),
    )


def with_years_beside(ours: Value, in_source: Sequence[Value]) -> Sequence[Value]:
    """Give the source's values, and the years told by its years that may answer ``ours``."""
    if ours.kind is not ValueKind.YEAR:
        return in_source
    told = (year for theirs in in_source for year in theirs.beside)
    return [*in_source, *(year for year in told if ours.compared or not year.compared)]


def _is_compared(marks: Sequence[Mark], first: int) -> bool:
    """Whether the year at mark ``first`` is what something is compared with."""
    for mark in reversed(marks[max(0, first - _REACH) : first]):
        if mark.sort != "w":
            return False
        if mark.form in _COMPARED:
            return True
    return False


def _told(marks: Sequence[Mark], i: int) -> tuple[int, int] | None:
    """Give how many years "the year before" at mark ``i`` is away, and the mark after it."""
    form = marks[i].form.rsplit("'", 1)[-1].rsplit("’", 1)[-1]
    for whole, step in _WHOLE.items():
        if form.startswith(whole):
            return step, i + 1
    if form not in _HEADS:
        return None
    for length in (2, 3):
        rest = [mark.form for mark in marks[i + 1 : i + length]]
        step_of = _PHRASES.get((form, *rest))
        if step_of and marks[i + length].form not in _NOT_BEHIND:
            return step_of, i + length
    return None


def _is_alike(marks: Sequence[Mark], i: int) -> bool:
    """Whether what is said of the year holds for the other: "as in the year before"."""
    return any(mark.form in _ALIKE for mark in marks[max(0, i - _REACH) : i])


def _year(value: Value) -> int | None:
    if value.date:
        return value.date.year
    plain = value.kind is ValueKind.YEAR and value.unit is None and value.amount is not None
    return int(value.amount or 0) if plain else None


def _anchor(
    marks: Sequence[Mark], i: int, values: Sequence[Value], starts: Sequence[int]
) -> int | None:
    """Find the year that stands nearest before mark ``i`` in its sentence, else next behind."""
    start, end = _sentence(marks, i)
    here = bisect_left(starts, marks[i].start)
    before = range(here - 1, bisect_left(starts, start) - 1, -1)
    behind = range(here, bisect_left(starts, end))
    return next((n for n in (*before, *behind) if _year(values[n])), None)


def _sentence(marks: Sequence[Mark], i: int) -> tuple[int, int]:
    """Give the offsets between which the sentence of mark ``i`` stands, as far as it reaches."""
    first, last = i, i
    while first and i - first < _SENTENCE and marks[first - 1].raw not in _STOPS:
        first -= 1
    while last < len(marks) - 1 and last - i < _SENTENCE and marks[last].raw not in _STOPS:
        last += 1
    return marks[first].start, marks[last].end
