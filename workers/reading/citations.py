"""Takes a draft, its notes and its statements; gives which source each rests on. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.domain import BlockKind, Citation, CitationBasis
from workers.reading.draft import Draft, DraftBlock, Link, links_by_block
from workers.reading.notes import Noted, NoteReference
from workers.reading.statements import Sentence

_ATTRIBUTION_SIGNS = ("—", "–", "―", "-", "~")
_NOT_CITING = frozenset({BlockKind.NOTE, BlockKind.SOURCE_LIST, BlockKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Pointing:
    """An anchor, the URL it points to, and the indices of its statements."""

    start: int
    end: int
    url: str
    basis: CitationBasis
    statements: tuple[int, ...]


class _Places:
    """Finds statements and blocks by offset."""

    def __init__(self, draft: Draft, sentences: Sequence[Sentence]) -> None:
        self.blocks = draft.blocks
        self.sentences = sentences
        self._starts = [s.start for s in sentences]
        self._ends = [s.end for s in sentences]
        self._block_starts = [b.start for b in draft.blocks]
        self.quotations: dict[int, list[int]] = {}
        for index, sentence in enumerate(sentences):
            group = draft.blocks[sentence.block].group
            if group:
                self.quotations.setdefault(group, []).append(index)

    def under(self, start: int, end: int) -> tuple[int, ...]:
        """Give the statements that a span has words in; else the one it follows in its block."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, max(end, start + 1))
        if first < last:
            return tuple(range(first, last))
        block = self.block_at(start)
        for near in (first - 1, first):
            if 0 <= near < len(self.sentences) and self.sentences[near].block == block:
                return (near,)
        return ()

    def block_at(self, offset: int) -> int:
        """Give the index of the block at an offset."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)


def find_pointings(noted: Noted, sentences: Sequence[Sentence]) -> tuple[Pointing, ...]:
    """Links in the text, notes, and quotations that take over a source, in text order."""
    places = _Places(noted.draft, sentences)
    found = [*_direct(noted.draft, places), *_noted(noted.references, places)]
    found += _inherited(noted.draft, places, found)
    return tuple(sorted(found, key=lambda p: (p.start, p.end)))


def find_declared(noted: Noted) -> tuple[Link, ...]:
    """Give the links of the lists of sources that no marker of the text names."""
    named = frozenset(reference.label for reference in noted.references)
    pairs = zip(noted.draft.blocks, links_by_block(noted.draft), strict=True)
    return tuple(
        link
        for block, links in pairs
        if block.kind is BlockKind.SOURCE_LIST and (block.label is None or block.label not in named)
        for link in links
    )


def _direct(draft: Draft, places: _Places) -> Iterator[Pointing]:
    signed = _signed_groups(draft)
    for link in draft.links:
        block = draft.blocks[places.block_at(link.start)]
        if block.kind in _NOT_CITING:
            continue
        under = places.under(link.start, link.end)
        if block.group and signed.get(block.group) == block.start:
            under = tuple(places.quotations.get(block.group, ()))
        yield Pointing(link.start, link.end, link.url, CitationBasis.DIRECT, under)


def _signed_groups(draft: Draft) -> dict[int, int]:
    """For each quotation that ends with its attribution, where that block starts.

    A link there ("— Jane Doe, 5 May") stands for the whole quotation.
    """
    last: dict[int, DraftBlock] = {}
    for block in draft.blocks:
        if block.group:
            last[block.group] = block
    return {
        group: block.start
        for group, block in last.items()
        if draft.block_text(block).startswith(_ATTRIBUTION_SIGNS)
    }


def _noted(references: Sequence[NoteReference], places: _Places) -> Iterator[Pointing]:
    for reference in references:
        under = places.under(reference.start, reference.end)[:1]
        for link in reference.links:
            yield Pointing(reference.start, reference.end, link.url, CitationBasis.NOTE, under)


def _inherited(draft: Draft, places: _Places, found: Sequence[Pointing]) -> Iterator[Pointing]:
    """Let a quotation without a source of its own take that of the sentence that leads to it."""
    cited: dict[int, list[Pointing]] = {}
    for pointing in found:
        for index in pointing.statements:
            cited.setdefault(index, []).append(pointing)
    for quotation in places.quotations.values():
        lead = quotation[0] - 1
        if lead < 0 or any(i in cited for i in quotation):
            continue
        if draft.text[places.sentences[lead].end - 1] == ":":
            for p in cited.get(lead, ()):
                yield Pointing(p.start, p.end, p.url, CitationBasis.INHERITED, tuple(quotation))


def as_citation(pointing: Pointing, source_id: str, ids: Sequence[str]) -> Citation:
    """Give a citation of a source; ``ids`` are those of all statements."""
    return Citation(
        source_id=source_id,
        url=pointing.url,
        start=pointing.start,
        end=pointing.end,
        basis=pointing.basis,
        statement_ids=tuple(ids[i] for i in pointing.statements),
    )
