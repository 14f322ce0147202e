"""Takes a Draft with markers; gives it without those that name a note, and what they named. Pure.

A marker such as "[1]" is no word of the statement that carries it: left in, its number
would be taken for one of the statement's figures. Once it is known what it names, it is
cut, and the word before it stands as the anchor of the citation.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain import BlockKind
from workers.reading.cutting import cut
from workers.reading.draft import Draft, DraftBlock, Link, Marker, links_by_block

_BRACKETS = re.compile(r"\[(\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\]|([¹²³⁰⁴-⁹]+)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LISTS = frozenset({BlockKind.NOTE, BlockKind.SOURCE_LIST})
_LONGEST_RANGE = 20  # "[1-20]"; more is no range of notes
_WORD = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"\S+\s*$")
_UNIT = re.compile(r"(?:\d|\b[kcmd]?m|\bft|\bCO)$")  # "10²", "km²"


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The word that carries a marker, and the links of the note it names."""

    start: int
    end: int
    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """A draft without markers, and what they referred to, in text order."""

    draft: Draft
    references: tuple[NoteReference, ...] = ()


def resolve_notes(draft: Draft) -> Noted:
    """Resolve anchors to notes first, then numbers against numbered lists."""
    labels = _labels(draft)
    if not draft.markers and not labels:
        return Noted(draft)
    markers = [m for m in _markers(draft, labels) if _named(m, labels)]
    shortened = cut(replace(draft, markers=tuple(markers)), _cuts(draft, markers))
    targets = _targets(shortened)
    starts = [block.start for block in shortened.blocks]
    references = []
    for marker in shortened.markers:
        block = shortened.blocks[max(bisect_right(starts, marker.start) - 1, 0)]
        if block.kind not in _LISTS:
            references.append(_reference(shortened, block, marker, targets))
    return Noted(shortened, tuple(references))


def _labels(draft: Draft) -> frozenset[str]:
    return frozenset(b.label for b in draft.blocks if b.kind in _LISTS and b.label is not None)


def _named(marker: Marker, labels: frozenset[str]) -> bool:
    return marker.label in labels or marker.label.startswith(("http://", "https://"))


def _markers(draft: Draft, labels: frozenset[str]) -> list[Marker]:
    """Give the markers that markup told, and the numbers in brackets beside them."""
    told = [m for m in draft.markers if m.is_anchor or not _is_power(draft.text, m.start)]
    taken = {m.start for m in told}
    numbers = [m for m in _numbers(draft, labels) if m.start not in taken]
    return sorted([*told, *numbers], key=lambda m: (m.start, m.end))


def _numbers(draft: Draft, labels: frozenset[str]) -> Iterator[Marker]:
    if not any(label.isdecimal() for label in labels):
        return
    for block in draft.blocks:
        if block.kind in _LISTS:
            continue
        for match in _BRACKETS.finditer(draft.text, block.start, block.end):
            if match[2] and _is_power(draft.text, match.start()):
                continue
            for number in _range(match[1] or match[2].translate(_SUPERSCRIPTS)):
                yield Marker(match.start(), match.end(), number)


def _is_power(text: str, start: int) -> bool:
    """Whether a raised number is an exponent, as in km²."""
    return bool(_UNIT.search(text, max(start - 4, 0), start))


def _range(numbers: str) -> Iterator[str]:
    for part in re.split(r"\s*[,;]\s*", numbers):
        first, _, last = (end.strip() for end in re.sub("–", "-", part).partition("-"))
        if not last:
            yield str(int(first))
        elif 0 <= int(last) - int(first) <= _LONGEST_RANGE:
            yield from map(str, range(int(first), int(last) + 1))


def _cuts(draft: Draft, markers: Sequence[Marker]) -> Iterator[tuple[int, int]]:
    """Give the spans of the markers with the space before them, unless a block is nothing else."""
    by_start = sorted({(m.start, m.end) for m in markers})
    place = 0
    for block in draft.blocks:
        spans = []
        while place < len(by_start) and by_start[place][0] < block.end:
            if by_start[place][1] <= block.end:
                spans.append(by_start[place])
            place += 1
        if _leaves_words(draft, block, spans):
            yield from (_with_gap(draft.text, block, span) for span in spans)


def _leaves_words(draft: Draft, block: DraftBlock, spans: Sequence[tuple[int, int]]) -> bool:
    done, rest = block.start, []
    for start, end in spans:
        rest.append(draft.text[done:start])
        done = max(done, end)
    rest.append(draft.text[done : block.end])
    return any(character.isalnum() for character in "".join(rest))


def _with_gap(text: str, block: DraftBlock, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start > block.start and text[start - 1] == " ":
        start -= 1
    if start == block.start:
        while end < block.end and text[end] == " ":
            end += 1
    return start, end


def _targets(draft: Draft) -> Mapping[str, tuple[Link, ...]]:
    """Give the links of each labelled note or entry; a note may be several blocks."""
    targets: dict[str, tuple[Link, ...]] = {}
    for block, links in zip(draft.blocks, links_by_block(draft), strict=True):
        if block.kind in _LISTS and block.label is not None:
            targets[block.label] = (*targets.get(block.label, ()), *links)
    return targets


def _reference(
    draft: Draft, block: DraftBlock, marker: Marker, targets: Mapping[str, tuple[Link, ...]]
) -> NoteReference:
    start, end = _carrier(draft.text, block, marker)
    links = targets.get(marker.label)
    if links is None:
        links = (Link(start, end, marker.label),)
    return NoteReference(start, end, marker.label, links)


def _carrier(text: str, block: DraftBlock, marker: Marker) -> tuple[int, int]:
    """Give the marker itself where it was left, else the word before it, else the one after."""
    if marker.start < marker.end:
        return marker.start, marker.end
    before = _WORD_BEFORE.search(text[max(block.start, marker.start - 80) : marker.start])
    if before:
        start = marker.start - len(before.group())
        return start, start + len(before.group().rstrip())
    after = _WORD.search(text, marker.start, block.end)
    return after.span() if after else (marker.start, marker.start)
