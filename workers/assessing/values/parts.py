"""Marks in, the part of a whole that begins at one of them out: a third, three quarters. Pure."""

from collections.abc import Sequence

from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.tokens import Mark, word_set

_PART_OF = word_set("of der des de d von del du")
_PART_MORE = word_set(
    "more fewer less higher lower larger smaller mehr weniger hoher niedriger mas menos"
)
_BY = word_set("by um en")
_PAST_CHANGE = word_set(
    """since in to from over between after during compared this last within on and but while when
    gestiegen gesunken gefallen gewachsen erhoht gesenkt geschrumpft zuruckgegangen zugenommen
    auf im seit desde entre hasta este el la respecto est sont ont a"""
)
_SPANISH_PARTS = {"tercera": 3, "cuarta": 4, "quinta": 5, "sexta": 6, "septima": 7, "octava": 8,
                  "novena": 9, "decima": 10}  # fmt: skip


def read_part(marks: Sequence[Mark], i: int, words: Lexicon) -> tuple[float, int] | None:
    """Read "a third of", "two-thirds", "una quinta parte": the share (0 to 1), the mark after."""
    article = marks[i].form.removeprefix("d'") in words.articles
    above = 1 if article else words.small.get((marks[i].form,))
    end = i + 1
    if marks[end].raw == "-" and marks[end].glued:
        end += 1
    below, end = _below(marks, end, words)
    if above is None or below is None or not 0 < above < below:
        return None
    return (above / below, end) if _is_part(marks, i, end) else None


def _below(marks: Sequence[Mark], i: int, words: Lexicon) -> tuple[int | None, int]:
    if marks[i + 1].form in {"parte", "partes"}:
        return _SPANISH_PARTS.get(marks[i].form.removesuffix("s")), i + 2
    return words.fractions.get(marks[i].form), i + 1


def _is_part(marks: Sequence[Mark], i: int, after: int) -> bool:
    """Tell "a third of", "a third more", "by a third since" from "a third person"."""
    following = marks[after]
    if following.form in _PART_OF or following.form in _PART_MORE:
        return True
    by = (i > 0 and marks[i - 1].form in _BY) or marks[i].form.startswith("d'")
    return by and (following.sort != "w" or following.form in _PAST_CHANGE)
