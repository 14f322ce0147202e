"""Values of two texts in, those that look like a year but count something set right, out. Pure.

"1850 Mitglieder" is a count and "2019 Premiere" a year with what happened in it; the form alone
does not tell which. It is a count where the other text counts the same thing in such a number.
"""

from collections.abc import Sequence
from dataclasses import replace

from service.domain import ValueKind
from workers.assessing.values.model import Value
from workers.assessing.values.surroundings import read_nouns
from workers.assessing.values.tokens import Mark, word_set

# Behind one of these it is a year, whatever follows: "in 2019 people stayed away".
_YEAR_BEFORE = word_set(
    """in im en em nel dal del since sinds seit depuis desde w od do roku rok jahr jahre jahres
    jaar year annee anno ano l'annee nell'anno by until till during"""
)
_WIDEST = 10  # times; one digit too many or too few


def read_counted(marks: Sequence[Mark], i: int, language: str | None) -> frozenset[str]:
    """Give the stems of what the year at mark ``i`` would count, were it none."""
    if i and marks[i - 1].form in _YEAR_BEFORE:
        return frozenset()
    return read_nouns(marks, i, i + 1, language)


def settle_counts(
    ours: Sequence[Value], theirs: Sequence[Value]
) -> tuple[Sequence[Value], Sequence[Value]]:
    """Give both with those made plain numbers that the other text shows to be counts."""
    return _settled(ours, theirs), _settled(theirs, ours)


def _settled(values: Sequence[Value], others: Sequence[Value]) -> Sequence[Value]:
    if not any(value.counted for value in values):
        return values
    return tuple(
        _as_count(value) if value.counted and _is_count(value, others) else value
        for value in values
    )


def _is_count(value: Value, others: Sequence[Value]) -> bool:
    if any(theirs.kind is ValueKind.YEAR and theirs.amount == value.amount for theirs in others):
        return False  # both agree already, whatever they are
    return any(_counts_alike(value, theirs) for theirs in others)


def _counts_alike(value: Value, theirs: Value) -> bool:
    """Whether the other is a number of the same things, and no slip of a digit too far away."""
    if theirs.kind is not ValueKind.NUMBER or theirs.unit or not theirs.amount:
        return False
    ratio = (value.amount or 0.0) / theirs.amount
    return bool(theirs.nouns & value.counted) and 1 / _WIDEST <= ratio <= _WIDEST


def _as_count(value: Value) -> Value:
    return replace(value, kind=ValueKind.NUMBER, nouns=value.counted, counted=frozenset())
