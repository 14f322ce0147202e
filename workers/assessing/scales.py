"""Tables of phrases on scales in, their places in a sentence out. Pure.

A table has a scale a line: steps parted by "<" (far apart), "≈" (neighbours) or "|" (two sides),
and phrases of one step by commas. Words are meant in all their inflections; with "=" before them
in that very form ("=charged" is no charge on lorries). "~" opens a scale on which a lower step
excludes a higher one as well.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from workers.language.folding import fold
from workers.language.words import read_word

APART = 2  # ranks from one step to the next after "<"; after "≈" it is one
_PARTED = re.compile(r"([<≈|])")
Form = Callable[[int], str]  # the folded form of a word by its place


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a step: stem and form (where it must be that one), scale and rank."""

    words: tuple[tuple[str, str], ...]
    scale: int
    rank: int


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """Where a step is named: scale, rank, and the first and last word by their numbers."""

    scale: int
    rank: int
    first: int
    last: int


def find_steps(stems: Sequence[str], form: Form, table: str, language: str) -> Iterator[Step]:
    """Give the steps named in a sentence, in its order; of phrases at one place the longest."""
    phrases, covered = read_table(table, language), dict[int, int]()
    for at, stem in enumerate(stems):
        for phrase in phrases.get(stem, ()):
            last = at + len(phrase.words) - 1
            if at > covered.get(phrase.scale, -1) and _stands(phrase, stems, form, at):
                covered[phrase.scale] = last
                yield Step(phrase.scale, phrase.rank, at, last)


def _stands(phrase: Phrase, stems: Sequence[str], form: Form, at: int) -> bool:
    return at + len(phrase.words) <= len(stems) and all(
        stems[at + k] == stem and (not exact or form(at + k) == exact)
        for k, (stem, exact) in enumerate(phrase.words)
    )


@cache
def excludes_both_ways(table: str) -> frozenset[int]:
    """Give the numbers of the scales on which a lower step excludes a higher one as well."""
    return frozenset(k for k, line in enumerate(_lines(table)) if line.startswith("~"))


@cache
def read_table(table: str, language: str) -> Mapping[str, tuple[Phrase, ...]]:
    """Give the phrases of a table by the stem of their first word, the longest first."""
    known: dict[str, dict[Phrase, None]] = {}
    for scale, line in enumerate(_lines(table)):
        rank = 0
        for piece in _PARTED.split(line.removeprefix("~")):
            if _PARTED.fullmatch(piece):
                rank += 1 if piece == "≈" else APART
                continue
            for written in piece.split(","):
                words = tuple(_word(word, language) for word in written.split())
                if words:
                    known.setdefault(words[0][0], {})[Phrase(words, scale, rank)] = None
    return {stem: tuple(sorted(found, key=_length)) for stem, found in known.items()}


def _length(phrase: Phrase) -> int:
    return -len(phrase.words)


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


def _word(written: str, language: str) -> tuple[str, str]:
    bare = written.removeprefix("=")
    return read_word(bare, language).stem, fold(bare) if bare != written else ""
