"""An article and its statements in, pieces of text that give the article back, out. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from service.domain import Article, Assessment, Block, BlockKind

# A stretch of a text and how it is marked: offsets into the text, half open.
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``assessment`` is the statement that it is, if it is one."""

    text: str
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of the article in pieces: joined, they are the block's text."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def mark_article(article: Article, assessments: Iterable[Assessment]) -> tuple[MarkedBlock, ...]:
    """Cut the article into blocks, and these into statements and what stands between."""
    ordered = sorted(assessments, key=lambda each: each.statement.start)
    starts = [each.statement.start for each in ordered]
    return tuple(
        MarkedBlock(block.kind, pieces)
        for block in _whole(article)
        if (pieces := tuple(_pieces(article.text, block, _within(block, ordered, starts))))
        and any(piece.text.strip() for piece in pieces)
    )


def cut(text: str, start: int, spans: Iterable[Span]) -> tuple[tuple[str, str], ...]:
    """Cut ``text``, which begins at ``start``, where its marking changes.

    Each piece comes with how it is marked, "" where it is not. Of spans that overlap the
    one that is given first holds.
    """
    inside = [(max(a - start, 0), min(b - start, len(text)), how) for a, b, how in spans]
    inside = [span for span in inside if span[0] < span[1]]
    edges = sorted({0, len(text), *(edge for a, b, _ in inside for edge in (a, b))})
    pieces = [
        (text[a:b], next((how for c, d, how in inside if c <= a and b <= d), ""))
        for a, b in pairwise(edges)
    ]
    return tuple(
        ("".join(piece for piece, _ in run), how)
        for how, run in groupby(pieces, key=lambda piece: piece[1])
    )


def _whole(article: Article) -> Iterator[Block]:
    """Give the blocks, and as paragraphs whatever text no block covers."""
    at = 0
    for block in sorted(article.blocks, key=lambda each: each.start):
        if block.start < at:
            continue
        yield from _paragraphs(article.text, at, block.start)
        yield block
        at = block.end
    yield from _paragraphs(article.text, at, len(article.text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield Block(BlockKind.PARAGRAPH, start, start + len(line))
        start += len(line)


def _within(
    block: Block, ordered: Sequence[Assessment], starts: Sequence[int]
) -> Sequence[Assessment]:
    """Give the statements that begin in a block; ``starts`` are those of all, in order."""
    return ordered[bisect_left(starts, block.start) : bisect_left(starts, block.end)]


def _pieces(text: str, block: Block, within: Iterable[Assessment]) -> Iterator[Piece]:
    at = block.start
    for assessment in within:
        statement = assessment.statement
        if statement.start < at:
            continue
        if at < statement.start:
            yield Piece(text[at : statement.start])
        at = min(statement.end, block.end)
        yield Piece(text[statement.start : at], assessment)
    if at < block.end:
        yield Piece(text[at : block.end])
