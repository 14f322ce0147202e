"""Marks in, a share of a whole told in counts out: "one in five", "jeder fünfte". Pure."""

from collections.abc import Sequence

from service.domain import ValueKind
from workers.assessing.values.measures import Measure
from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.numerals import Number, read_number
from workers.assessing.values.tokens import Mark, word_set
from workers.assessing.values.units import UNITS

_MOST = 100
_EVERY = word_set("jeder jede jedes jedem jeden")
_GERMAN_ORDINALS = {
    "zweite": 2, "dritte": 3, "vierte": 4, "funfte": 5, "sechste": 6, "siebte": 7,
    "achte": 8, "neunte": 9, "zehnte": 10,
}  # fmt: skip
# What parts the two numbers: directly, or behind the noun that is counted.
_LINKS = {
    "en": (("in", "every"), ("in",), ("out", "of", "every"), ("out", "of")),
    "de": (("von",),),
    "fr": (("sur",),),
    "es": (("de", "cada"),),
}
_ONES = word_set("un une uno una ein eine")
_NOUNS = {"fr": 1, "es": 1}
_QUANTUM = 3.0  # "one in three" is as loose as "a third"
STARTERS = _EVERY | _ONES


def read_share(
    marks: Sequence[Mark], i: int, number: Number | None, words: Lexicon, language: str | None
) -> Measure | None:
    """Give the percentage that stands from mark ``i`` on as a count out of a count.

    ``number`` is the one at mark ``i``, if there is one.
    """
    if marks[i].form in _EVERY:
        stem = marks[i + 1].form
        below = _GERMAN_ORDINALS.get(stem[:-1] if stem[-1:] in {"r", "n", "s"} else stem)
        return _made(i, i + 2, 1, below) if below and marks[i + 1].sort == "w" else None
    above = _count(marks, i, number, language)
    if above is None:
        return None
    for gap in range(_NOUNS.get(language or "en", 0) + 1):
        share = _out_of(marks, i, above, gap, words, language)
        if share:
            return share
    return None


def _out_of(
    marks: Sequence[Mark], i: int, above: Number, gap: int, words: Lexicon, language: str | None
) -> Measure | None:
    link_at = above.end + gap
    for link in _LINKS.get(language or "en", ()):
        if tuple(mark.form for mark in marks[link_at : link_at + len(link)]) != link:
            continue
        at = link_at + len(link)
        below = _count(marks, at, read_number(marks, at, words, language), language)
        # "two in 10 minutes", "zwei von drei Millionen" are no shares.
        if below and 0 < above.amount < below.amount and marks[below.end].form not in UNITS:
            return _made(i, below.end, above.amount, below.amount)
    return None


def _count(
    marks: Sequence[Mark], i: int, found: Number | None, language: str | None
) -> Number | None:
    if marks[i].form in _ONES and language in {"fr", "es", "de"}:
        return Number(1, 1, i + 1, worded=True)
    if found is None or found.vague or found.fraction or not 0 < found.amount <= _MOST:
        return None
    return found


def _made(start: int, end: int, above: float, below: float) -> Measure:
    return Measure(ValueKind.PERCENTAGE, start, end, 100 * above / below, _QUANTUM, unit="percent")
