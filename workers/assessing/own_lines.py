"""An article in, its sentences as the search for a publication's own voice needs them out. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.domain import Article, AttributionClass, BlockKind, Statement, StatementKind
from workers.assessing import own_voice

# Where the news itself speaks.
NEWS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.QUOTATION})
_LISTS = frozenset({BlockKind.SOURCE_LIST, BlockKind.NOTE})
PLAIN = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\n": " "})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, its words made plain (same length), and the kind of its block.

    ``forms`` holds the words in lower case and as they stand, to look for stems in.
    """

    statement_id: str | None
    start: int
    words: str
    forms: str
    block: BlockKind
    block_start: int
    is_whole_block: bool
    is_own: bool
    is_said_by_another: bool


def read_lines(article: Article) -> Iterator[Line]:
    """Give the sentences short enough to be a publication's word, then the entries of lists."""
    own = _own_blocks(article)
    for statement in article.statements:
        if len(statement.text) > own_voice.LONGEST:
            continue
        block = article.blocks[statement.block]
        words = statement.text.translate(PLAIN)
        is_furniture = statement.kind is StatementKind.BOILERPLATE and block.kind not in NEWS
        yield Line(
            statement_id=statement.id,
            start=statement.start,
            words=words,
            forms=f"{words.lower()}\n{words}",
            block=block.kind,
            block_start=block.start,
            is_whole_block=block.end - block.start == len(statement.text),
            is_own=is_furniture or statement.block in own,
            is_said_by_another=_is_said_by_another(statement, block.kind),
        )
    yield from _entries(article)


def _own_blocks(article: Article) -> frozenset[int]:
    """Give the indexes of the blocks under a heading such as "About us"."""
    own: set[int] = set()
    is_own = False
    for index, block in enumerate(article.blocks):
        text = article.text[block.start : min(block.end, block.start + own_voice.LONGEST)]
        if block.kind is BlockKind.HEADLINE:
            is_own = own_voice.OWN_HEADING.search(text.translate(PLAIN)) is not None
        elif is_own:
            own.add(index)
    return frozenset(own)


def _entries(article: Article) -> Iterator[Line]:
    """Give the lines of lists of sources, which hold no statements."""
    for block in article.blocks:
        if block.kind in _LISTS and block.end - block.start <= own_voice.LONGEST:
            words = article.text[block.start : block.end].translate(PLAIN)
            yield Line(
                statement_id=None,
                start=block.start,
                words=words,
                forms=f"{words.lower()}\n{words}",
                block=block.kind,
                block_start=block.start,
                is_whole_block=True,
                is_own=True,
                is_said_by_another=False,
            )


def _is_said_by_another(statement: Statement, block: BlockKind) -> bool:
    told = statement.attribution.cls not in {AttributionClass.NONE, AttributionClass.LINKED}
    return block is BlockKind.QUOTATION or (
        told and statement.kind is not StatementKind.BOILERPLATE
    )
