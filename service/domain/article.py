"""The article as read: its text, blocks, statements, citations and attributions. Pure."""

from dataclasses import dataclass
from datetime import datetime

from service.domain.vocabulary import AttributionClass, BlockKind, CitationBasis, StatementKind


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of ``Article.text`` that stood as one element in the original."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of ``Article.text`` begins in the original draft.

    From ``start`` on, until the next origin, text and original run in parallel:
    ``line`` and ``column`` are 1-based and count code points.
    """

    start: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Citation:
    """One pointing of the article to a source.

    ``start``/``end`` give the anchor in ``Article.text`` (the linked words, the word
    that bears a note's marker, the entry of a closing list). ``statement_ids`` are the
    statements it stands for, in text order; it may be empty, as for a list
    entry that no statement rests on.
    """

    source_id: str
    url: str
    start: int
    end: int
    basis: CitationBasis
    statement_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One hand that a statement went through: the speaker, then who relayed it."""

    name: str
    cls: AttributionClass
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, without the marks, and who is said to have spoken them."""

    start: int
    end: int
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, by which cue, and through whom; all offsets into ``Article.text``.

    ``content`` are the spans attributed, in order: they may leave out the cue in their
    midst, and may begin before the statement or end after it, as a quotation of several
    sentences does. ``spoken_at`` is where the speaker is named, if only as "he".
    ``is_direct`` tells the speaker's own words from a paraphrase. ``quotations`` are those
    of the statement, whoever speaks them; ``further`` are its other attributions.
    """

    cls: AttributionClass
    speaker: str | None = None
    cue: str | None = None
    chain: tuple[ChainLink, ...] = ()
    anonymity_reason: str | None = None
    content: tuple[tuple[int, int], ...] = ()
    is_direct: bool | None = None
    spoken_at: tuple[int, int] | None = None
    quotations: tuple[Quotation, ...] = ()
    further: tuple["Attribution", ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the article, with its place in the draft (1-based line and column).

    ``block`` is an index into ``Article.blocks``; ``citations`` are source ids,
    in text order and without repeats.
    """

    id: str
    text: str
    start: int
    end: int
    block: int
    line: int | None
    column: int | None
    kind: StatementKind
    attribution: Attribution
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read. Offsets refer to ``text`` as kept here.

    ``path`` is that of the draft, as its checker named it: from the root of a repository, say.
    """

    text: str
    title: str | None = None
    language: str | None = None  # BCP 47 primary subtag, as "en"
    published_at: datetime | None = None
    url: str | None = None
    external_id: str | None = None
    blocks: tuple[Block, ...] = ()
    origins: tuple[Origin, ...] = ()
    statements: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    author: str | None = None  # as the draft's header or the page's own tags name them
    path: str | None = None
