"""Marks in, a span of time told without a number out: "a year and a half", "a fortnight". Pure."""

from collections.abc import Sequence

from service.domain import ValueKind
from workers.assessing.values.measures import Measure
from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.numerals import Number
from workers.assessing.values.tokens import Mark, word_set
from workers.assessing.values.units import UNITS, Unit

_WHOLE = word_set("decade fortnight century jahrzehnt decennie decada siglo siecle")
# "a year" is a length of time behind these, and a rate elsewhere ("300 loaves a day").
_BEFORE = word_set("for lasted lasts took takes within lasting dauerte pendant dure duro durante")


def read_duration(
    marks: Sequence[Mark], i: int, found: Number | None, words: Lexicon, language: str | None
) -> Measure | None:
    """Give the duration that begins at mark ``i`` with an article, a number or its unit.

    ``found`` is the number at mark ``i``, if one is there.
    """
    if marks[i].form in words.articles:
        unit = _unit(marks, i + 1)
        if unit is None:
            return None
        half = _and_a_half(marks, i + 2, words)
        if half:
            return _made(i, half, 1.5, 0.5, unit)
        before = marks[i - 1].form if i else ""
        if marks[i + 1].form in _WHOLE or before in _BEFORE:
            return _made(i, i + 2, 1.0, 1.0, unit)
        return None
    if (unit := _unit(marks, i)) and language in {"es", "fr"}:
        half = _and_a_half(marks, i + 1, words)
        return _made(i, half, 1.5, 0.5, unit) if half else None
    return _counted(marks, i, found, words)


def _counted(marks: Sequence[Mark], i: int, found: Number | None, words: Lexicon) -> Measure | None:
    """Read "two years and a half", "deux ans et demi"."""
    unit = _unit(marks, found.end) if found else None
    half = _and_a_half(marks, found.end + 1, words) if found and unit else None
    return _made(i, half, found.amount + 0.5, 0.5, unit) if found and unit and half else None


def _unit(marks: Sequence[Mark], i: int) -> Unit | None:
    unit = UNITS.get(marks[i].form) if marks[i].sort == "w" else None
    return unit if unit and unit.kind is ValueKind.DURATION else None


def _and_a_half(marks: Sequence[Mark], i: int, words: Lexicon) -> int | None:
    """Give the mark behind "and a half", "et demi", "y medio" at mark ``i``."""
    if marks[i].form not in words.joins | {"et", "y", "und"}:
        return None
    j = i + 2 if marks[i + 1].form in words.articles else i + 1
    return j + 1 if marks[j].form in words.half else None


def _made(start: int, end: int, amount: float, quantum: float, unit: Unit) -> Measure:
    return Measure(
        unit.kind, start, end, amount * unit.factor, quantum * unit.factor, unit=unit.base
    )
