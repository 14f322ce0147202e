"""An article and its statements in, pieces of text that give the article back, out. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from service.domain import Article, Assessment, Block, BlockKind


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
    return tuple(
        MarkedBlock(block.kind, pieces)
        for block in _whole(article)
        if (pieces := tuple(_pieces(article.text, block, ordered)))
        and any(piece.text.strip() for piece in pieces)
    )


def cut(text: str, start: int, marks: Iterable[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    """Cut ``text``, which begins at ``start``, at the marks; each piece says if it is marked."""
    inside = [(max(a - start, 0), min(b - start, len(text))) for a, b in marks]
    inside = [(a, b) for a, b in inside if a < b]
    edges = sorted({0, len(text), *(edge for mark in inside for edge in mark)})
    return tuple(
        (text[a:b], any(mark[0] <= a and b <= mark[1] for mark in inside))
        for a, b in pairwise(edges)
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


def _pieces(text: str, block: Block, ordered: list[Assessment]) -> Iterator[Piece]:
    at = block.start
    for assessment in ordered:
        statement = assessment.statement
        if not at <= statement.start < block.end:
            continue
        if at < statement.start:
            yield Piece(text[at : statement.start])
        at = min(statement.end, block.end)
        yield Piece(text[statement.start : at], assessment)
    if at < block.end:
        yield Piece(text[at : block.end])
