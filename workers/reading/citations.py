"""Takes a draft, its notes and its statements; gives which source each rests on. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from service.domain import BlockKind, CitationBasis
from workers.reading.back_references import find_back_references
from workers.reading.coverage import find_covered, find_pointers
from workers.reading.draft import Draft, DraftBlock, links_by_block
from workers.reading.listed import Listed, list_entries
from workers.reading.notes import Noted, NoteReference
from workers.reading.pointings import Pointing
from workers.reading.statements import Sentence

_ATTRIBUTION_SIGNS = ("—", "–", "―", "-", "~")
_NOT_CITING = frozenset({BlockKind.NOTE, BlockKind.SOURCE_LIST, BlockKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Pointings:
    """All pointings in text order, and the statements that say nothing but where to look."""

    all: tuple[Pointing, ...]
    pointers: frozenset[int] = frozenset()


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


def find_pointings(
    noted: Noted, sentences: Sequence[Sentence], language: str | None = None
) -> Pointings:
    """Links in the text, notes, and what they plainly cover beyond their own sentence."""
    places = _Places(noted.draft, sentences)
    draft = noted.draft
    found = [*_direct(draft, places), *_noted(noted.references, places)]
    found += _quoted(draft, places, _by_statement(found))
    cited = _by_statement(found)
    pointers = find_pointers(draft, sentences, cited)
    spoken = {index: cited[index] for index in cited if index not in pointers}
    found += find_covered(draft, sentences, cited, pointers)
    found += find_back_references(
        draft, sentences, {**spoken, **_by_statement(found, without=pointers)}, language
    )
    return Pointings(_in_order(found), pointers)


def _by_statement(
    found: Sequence[Pointing], without: frozenset[int] = frozenset()
) -> dict[int, list[Pointing]]:
    cited: dict[int, list[Pointing]] = {}
    for pointing in found:
        for index in pointing.statements:
            if index not in without:
                cited.setdefault(index, []).append(pointing)
    return cited


def _in_order(found: Sequence[Pointing]) -> tuple[Pointing, ...]:
    """Give them in text order, what one anchor is taken over for as one."""
    own = [p for p in found if p.basis is not CitationBasis.INHERITED]
    taken: dict[tuple[int, int, str], set[int]] = {}
    for p in found:
        if p.basis is CitationBasis.INHERITED:
            taken.setdefault((p.start, p.end, p.url), set()).update(p.statements)
    own += [
        Pointing(*anchor, CitationBasis.INHERITED, tuple(sorted(statements)))
        for anchor, statements in taken.items()
    ]
    return tuple(sorted(own, key=lambda p: (p.start, p.end)))


def find_declared(noted: Noted) -> tuple[Listed, ...]:
    """Give the entries of the lists of sources that no marker of the text names."""
    named = frozenset(reference.label for reference in noted.references)
    pairs = zip(noted.draft.blocks, links_by_block(noted.draft), strict=True)
    return tuple(
        entry
        for block, links in pairs
        if links and block.kind is BlockKind.SOURCE_LIST
        if block.label is None or block.label not in named
        for entry in list_entries(block, links)
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


def _quoted(
    draft: Draft, places: _Places, cited: Mapping[int, Sequence[Pointing]]
) -> Iterator[Pointing]:
    """Let a quotation without a source of its own take that of the sentence that leads to it."""
    for quotation in places.quotations.values():
        lead = quotation[0] - 1
        if lead < 0 or any(i in cited for i in quotation):
            continue
        if draft.text[places.sentences[lead].end - 1] == ":":
            for p in cited.get(lead, ()):
                yield Pointing(p.start, p.end, p.url, CitationBasis.INHERITED, tuple(quotation))
