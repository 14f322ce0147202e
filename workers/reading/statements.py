"""Takes a Draft; gives the sentences of its blocks, each a statement to be. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.domain import BlockKind
from workers.language import split_sentences
from workers.reading.draft import Draft, DraftBlock

# Entries of lists and notes point to sources; the statements are those they stand for.
_NO_STATEMENTS = frozenset({BlockKind.SOURCE_LIST, BlockKind.NOTE})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the text, and the index of its block."""

    start: int
    end: int
    block: int


def find_sentences(draft: Draft, language: str | None) -> Iterator[Sentence]:
    """Give the sentences of all blocks but notes and lists of sources, in text order."""
    bare = [(link.start, link.end) for link in draft.links if link.is_bare]
    place = 0
    for index, block in enumerate(draft.blocks):
        while place < len(bare) and bare[place][1] <= block.start:
            place += 1
        if block.kind in _NO_STATEMENTS:
            continue
        inside = place
        while inside < len(bare) and bare[inside][0] < block.end:
            inside += 1
        for start, end in _whole(_spans(draft, block, language), bare[place:inside]):
            yield Sentence(start, end, index)


def _spans(draft: Draft, block: DraftBlock, language: str | None) -> Iterator[tuple[int, int]]:
    text = draft.block_text(block)
    for start, end in split_sentences(text, language):
        yield block.start + start, block.start + end


def _whole(
    spans: Iterator[tuple[int, int]], urls: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Join spans that an address runs across: its dots end no sentence."""
    place = 0
    open_span: tuple[int, int] | None = None
    for span in spans:
        while place < len(urls) and urls[place][1] <= span[0]:
            place += 1
        if open_span and place < len(urls) and urls[place][0] < open_span[1]:
            open_span = (open_span[0], span[1])
            continue
        if open_span:
            yield open_span
        open_span = span
    if open_span:
        yield open_span
