"""Parts of a quotation and a source's wording in, where they stand in order out. Pure."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workers.assessing.quotes.wording import Wording

_MOST_PLACES = 200  # occurrences of a first part that are followed up
_HYPHEN = re.compile(r"(?<=\w)[-‐‑\u00ad](?=\w)")


@dataclass(frozen=True, slots=True)
class Place:
    """Words ``first`` up to, not including, ``last`` of a source; ``gaps`` were left out."""

    first: int
    last: int
    gaps: tuple[tuple[int, int], ...] = ()


def locate(parts: Sequence[tuple[Wording, int]], source: Wording) -> Iterator[Place]:
    """Every place where all parts stand in order, each within its gap of the one before.

    ``parts`` are the wordings of the parts and the words that may be left out before each.
    """
    head = parts[0][0]
    for first in _occurrences(head, source):
        place = _chain(parts[1:], source, Place(first, first + len(head.forms)))
        if place:
            yield place


def locate_hyphenated(part: Wording, source: Wording) -> Place | None:
    """Find a quotation that differs in hyphens alone: "back-up" for "backup".

    Elsewhere a space makes another word of it ("a part", "apart").
    """
    compact = part.line.replace(" ", "")
    first = _compact(source)[0].find(compact)
    if first < 0:
        return None
    starts = _compact(source)[1]
    begin, end = bisect_left(starts, first), bisect_left(starts, first + len(compact))
    whole = begin < len(source.forms) and starts[begin] == first
    ends = end == len(starts) or starts[end] == first + len(compact)
    if not whole or not ends:
        return None
    ours, theirs = part.text, source.text[source.starts[begin] : source.ends[end - 1]]
    spaced = _HYPHEN.sub("", ours).split(), _HYPHEN.sub("", theirs).split()
    return Place(begin, end) if len(spaced[0]) == len(spaced[1]) else None


@lru_cache(maxsize=16)
def _compact(source: Wording) -> tuple[str, tuple[int, ...]]:
    """Give all words without spaces between, and where each begins."""
    return source.line.replace(" ", ""), tuple(at - 1 - i for i, at in enumerate(source.at))


def _occurrences(part: Wording, source: Wording) -> Iterator[int]:
    found = source.line.find(part.line)
    for _ in range(_MOST_PLACES):
        if found < 0:
            return
        yield source.word_at(found + 1)
        found = source.line.find(part.line, found + 1)


def _chain(rest: Sequence[tuple[Wording, int]], source: Wording, so_far: Place) -> Place | None:
    """Follow the parts one by one, each at its nearest place."""
    place = so_far
    for part, gap in rest:
        if place.last >= len(source.forms):
            return None
        limit = min(place.last + gap, len(source.forms) - 1)
        until = source.at[limit] + len(part.line)
        found = source.line.find(part.line, source.at[place.last] - 1, until)
        if found < 0:
            return None
        begin = source.word_at(found + 1)
        gaps = (*place.gaps, (place.last, begin))
        place = Place(place.first, begin + len(part.forms), gaps)
    return place
