"""Takes a Submission with its bytes; gives the Reading: article and sources. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from service.domain import (
    CHECKABLE_KINDS,
    Article,
    Attribution,
    Block,
    BlockKind,
    Citation,
    CitationBasis,
    Limit,
    Origin,
    Reading,
    Statement,
    StatementKind,
    Submission,
)
from service.errors import TooLarge, UnreadableArticle
from workers.language import detect_language
from workers.reading.attributions import limits_of, read_attributions
from workers.reading.bare_links import find_bare_links
from workers.reading.citations import find_declared, find_pointings
from workers.reading.court_citations import with_decision
from workers.reading.draft import Draft
from workers.reading.formats import Decoded, read_draft
from workers.reading.identifiers import find_identifiers
from workers.reading.ignores import placed
from workers.reading.kinds import classify_kind, find_subheadings
from workers.reading.listed import Claim, Listed, find_named_entries
from workers.reading.notes import Noted, resolve_notes
from workers.reading.pointings import Pointing, as_citation
from workers.reading.source_lists import find_source_lists
from workers.reading.sources import SourceList, list_sources
from workers.reading.statements import Sentence, find_sentences
from workers.reading.unplaced import unplaced_limits

_SUMMING_UP = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_OPENING = 2  # the level of heading that may stand for a title where there is no h1


@dataclass(frozen=True, slots=True)
class _Text:
    """A draft whose notes are resolved, cut into sentences."""

    noted: Noted
    sentences: tuple[Sentence, ...]
    language: str | None
    origins: tuple[Origin, ...]
    limits: tuple[Limit, ...]
    subheadings: frozenset[int]  # indexes of blocks

    @property
    def draft(self) -> Draft:
        return self.noted.draft

    def words(self, sentence: Sentence) -> str:
        return self.draft.text[sentence.start : sentence.end]


def read_article(
    submission: Submission, *, max_bytes: int, max_sources: int, max_statements: int
) -> Reading:
    """Read a draft: its text, statements, citations, and the sources to be fetched.

    Raises ``UnreadableArticle`` for bytes that hold no text with a sentence, ``TooLarge``
    for more than ``max_bytes`` bytes. What exceeds the other limits is recorded.
    """
    content = submission.content or b""
    if len(content) > max_bytes:
        raise TooLarge(f"The article has {len(content):,} bytes; at most {max_bytes:,} are read.")
    decoded = read_draft(submission, content, max_bytes=max_bytes)
    text = _text(decoded, submission.language, max_statements)
    found = find_pointings(text.noted, text.sentences, text.language)
    pointings = found.all
    declared = find_declared(text.noted)
    statements = _without_pointers(_statements(text, pointings), found.pointers)
    named = _named(text, statements, pointings, declared, submission.url)
    urls = [p.url for p in (*pointings, *named)]
    urls += [link.url for entry in declared for link in entry.links]
    sources = list_sources(urls, submission.sources, max_sources=max_sources)
    ids = [statement.id for statement in statements]
    citations = (
        *(as_citation(p, sources.id_of(p.url), ids) for p in (*pointings, *named)),
        *_for_all(statements, pointings, sources, declared, named),
        *_summed_up(text.draft, statements, pointings, sources),
    )
    ignores, more = placed(text.draft.ignores, decoded.source)
    return Reading(
        article=_article(submission, text, _cited(statements, citations), citations),
        sources=(*sources.cited, *sources.supplied),
        limits=(*text.limits, *sources.limits, *limits_of(text.language), *more),
        ignores=ignores,
    )


def _text(decoded: Decoded, told: str | None, max_statements: int) -> _Text:
    draft = find_source_lists(find_identifiers(find_bare_links(decoded.draft)))
    if not any(character.isalpha() for character in draft.text):
        raise UnreadableArticle("The article holds no sentence.")
    noted = resolve_notes(draft)
    language = _primary(told) or draft.language or detect_language(noted.draft.text)
    found = find_sentences(noted.draft, language)
    sentences = tuple(islice(found, max_statements))
    rest = sum(1 for _ in found)
    note = f"{rest:,} sentences beyond the limit were not checked."
    cut = (Limit("max_statements", max_statements, note),) if rest else ()
    if not sentences:
        raise UnreadableArticle("The article holds no sentence beside its list of sources.")
    origins = _origins(noted.draft, decoded.source)
    subheadings = find_subheadings(noted.draft.blocks)
    limits = (*cut, *unplaced_limits(noted.draft.unplaced))
    return _Text(noted, sentences, language, origins, limits, subheadings)


def _primary(tag: str | None) -> str | None:
    """Give the primary subtag of a BCP 47 language tag."""
    return tag.replace("_", "-").split("-")[0].lower() or None if tag else None


def _origins(draft: Draft, source: str | None) -> tuple[Origin, ...]:
    if source is None:
        return ()
    lines = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    origins = []
    for place in draft.places:
        line = bisect_right(lines, place.source)
        origins.append(Origin(place.start, line, place.source - lines[line - 1] + 1))
    return tuple(origins)


def _statements(text: _Text, pointings: Sequence[Pointing]) -> tuple[Statement, ...]:
    links: list[list[tuple[int, int, str]]] = [[] for _ in text.sentences]
    for pointing in pointings:
        if pointing.basis is CitationBasis.DIRECT:
            for index in pointing.statements:
                links[index] += _within(text.sentences[index], pointing)
    attributions = read_attributions(
        text.draft.text, text.sentences, [tuple(x) for x in links], text.language
    )
    starts = [origin.start for origin in text.origins]
    return tuple(
        _statement(text, index, attribution, starts)
        for index, attribution in enumerate(attributions)
    )


def _named(
    text: _Text,
    statements: Sequence[Statement],
    pointings: Sequence[Pointing],
    declared: Sequence[Listed],
    own: str | None,
) -> tuple[Pointing, ...]:
    """Give the entries of the list of sources that statements without a closer source name."""
    taken = frozenset(i for p in pointings for i in p.statements)
    claims = {
        index: Claim(s.start, s.end, tuple(link.name for link in s.attribution.chain))
        for index, s in enumerate(statements)
        if index not in taken and s.kind is not StatementKind.BOILERPLATE
    }
    return tuple(find_named_entries(text.draft, claims, declared, text.language, own))


def _without_pointers(
    statements: tuple[Statement, ...], pointers: frozenset[int]
) -> tuple[Statement, ...]:
    """Take those that say nothing but where to look, as "(Source)", for no claims."""
    return tuple(
        replace(s, kind=StatementKind.BOILERPLATE) if index in pointers else s
        for index, s in enumerate(statements)
    )


def _within(sentence: Sentence, pointing: Pointing) -> list[tuple[int, int, str]]:
    """Give the part of an anchor in a sentence, in the sentence's own offsets."""
    start = max(pointing.start, sentence.start) - sentence.start
    end = min(pointing.end, sentence.end) - sentence.start
    return [(start, end, pointing.url)] if start < end else []


def _statement(
    text: _Text, index: int, attribution: Attribution, starts: Sequence[int]
) -> Statement:
    sentence = text.sentences[index]
    words = text.words(sentence)
    attribution = with_decision(attribution, words)
    block = text.draft.blocks[sentence.block]
    is_subheading = sentence.block in text.subheadings
    place = bisect_right(starts, sentence.start) - 1
    origin = text.origins[place] if place >= 0 else None
    return Statement(
        id=f"st{index + 1}",
        text=words,
        start=sentence.start,
        end=sentence.end,
        block=sentence.block,
        line=origin.line if origin else None,
        column=origin.column + sentence.start - origin.start if origin else None,
        kind=classify_kind(
            words, block.kind, text.language, attribution, is_subheading=is_subheading
        ),
        attribution=attribution,
    )


def _for_all(
    statements: Sequence[Statement],
    pointings: Sequence[Pointing],
    sources: SourceList,
    declared: Sequence[Listed],
    named: Sequence[Pointing],
) -> Iterator[Citation]:
    """Give sources declared or supplied for the whole article, as citations of its statements.

    A statement that names an entry may rest on others too: the name is a lead, no proof.
    """
    checkable = tuple(s.id for s in statements if s.kind in CHECKABLE_KINDS)
    closer = frozenset(statements[i].id for p in pointings for i in p.statements)
    uncited = tuple(name for name in checkable if name not in closer)
    told = {(p.start, p.url): frozenset(statements[i].id for i in p.statements) for p in named}
    for link in (link for entry in declared for link in entry.links):
        by_name = told.get((link.start, link.url), frozenset())
        rest = tuple(name for name in uncited if name not in by_name)
        source_id = sources.id_of(link.url)
        yield Citation(source_id, link.url, link.start, link.end, CitationBasis.DECLARED, rest)
    for source in sources.supplied:
        yield Citation(source.id, source.url or "", 0, 0, CitationBasis.SUPPLIED, checkable)


def _summed_up(
    draft: Draft,
    statements: Sequence[Statement],
    pointings: Sequence[Pointing],
    sources: SourceList,
) -> Iterator[Citation]:
    """Let headlines that cite nothing rest on all that the text cites: they sum it up."""
    closer = frozenset(i for p in pointings for i in p.statements)
    heads = tuple(
        statement.id
        for index, statement in enumerate(statements)
        if statement.kind in CHECKABLE_KINDS
        and draft.blocks[statement.block].kind in _SUMMING_UP
        and index not in closer
    )
    first: dict[str, Pointing] = {}
    for pointing in pointings if heads else ():
        first.setdefault(sources.id_of(pointing.url), pointing)
    for source_id, p in first.items():
        yield Citation(source_id, p.url, p.start, p.end, CitationBasis.INHERITED, heads)


def _cited(statements: Sequence[Statement], citations: Sequence[Citation]) -> tuple[Statement, ...]:
    """Give the statements with the ids of their sources, in the order of the citations."""
    sources: dict[str, dict[str, None]] = {}
    for citation in citations:
        for name in citation.statement_ids:
            sources.setdefault(name, {})[citation.source_id] = None
    return tuple(replace(s, citations=tuple(sources.get(s.id, ()))) for s in statements)


def _article(
    submission: Submission,
    text: _Text,
    statements: tuple[Statement, ...],
    citations: tuple[Citation, ...],
) -> Article:
    draft = text.draft
    return Article(
        text=draft.text,
        title=submission.title or draft.title or _headline(draft),
        author=draft.author,
        language=text.language,
        published_at=submission.published_at or draft.published_at,
        url=submission.url or draft.url,
        external_id=submission.external_id,
        blocks=tuple(Block(b.kind, b.start, b.end) for b in draft.blocks),
        origins=text.origins,
        statements=statements,
        citations=citations,
    )


def _headline(draft: Draft) -> str | None:
    """Give the title as the draft shows it: its first ``h1``, else an ``h2`` that opens it."""
    for block in draft.blocks:
        if block.level == 1:
            return draft.block_text(block)
    first = next((b for b in draft.blocks if b.kind is not BlockKind.BOILERPLATE), None)
    return draft.block_text(first) if first is not None and first.level == _OPENING else None
