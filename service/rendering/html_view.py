"""A report in, what its HTML page shows, in the order in which it shows it, out. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.domain import (
    Assessment,
    CitationBasis,
    Decision,
    Evidence,
    Finding,
    IndependenceCluster,
    Report,
    Source,
    StatementKind,
    Verdict,
)
from service.policy import count
from service.rendering import words
from service.rendering.citing import how_cited
from service.rendering.marking import MarkedBlock, cut, mark_article
from service.rendering.passages import Context, context_of, texts_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, where it stands, and what stands around it."""

    evidence: Evidence
    source: Source | None
    context: Context


@dataclass(frozen=True, slots=True)
class Card:
    """Everything about one statement. ``number`` is 1-based, in the order of the article."""

    number: int
    assessment: Assessment
    label: words.Label
    text: tuple[tuple[str, bool], ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, the numbers of the statements that cite it, and the origin it shares."""

    number: int
    source: Source
    cited_by: tuple[int, ...]
    clusters: tuple[IndependenceCluster, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The page: ``cards`` in the order of the article, ``worst_first`` the same by verdict.

    ``supplied`` are the sources added by hand: they are held against every statement, so to
    name them at each would tell a reader nothing.
    """

    is_public: bool
    blocks: tuple[MarkedBlock, ...]
    cards: tuple[Card, ...]
    worst_first: tuple[Card, ...]
    rows: tuple[SourceRow, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    shares: tuple[tuple[Verdict, words.Label, int], ...]
    numbers: Mapping[str, int]
    source_numbers: Mapping[str, int]
    supplied: frozenset[str]
    citing: Mapping[tuple[str, str], str]


def make_view(
    report: Report, *, audience: str, source_texts: Mapping[str, str] | None = None
) -> View:
    """Arrange the report for the page."""
    texts = texts_of(report, source_texts)
    ordered = _of_article(report)
    numbers = {each.statement.id: n for n, each in enumerate(ordered, start=1)}
    cards = tuple(_card(report, each, numbers, texts) for each in ordered)
    order = {verdict: place for place, verdict in enumerate(words.VERDICTS)}
    return View(
        is_public=audience == "public",
        blocks=mark_article(report.article, ordered),
        cards=cards,
        worst_first=tuple(sorted(cards, key=lambda card: order[card.assessment.verdict])),
        rows=_rows(report, numbers),
        findings=tuple(f for f in report.findings if f.suppressed_by is None),
        suppressed=tuple(f for f in report.findings if f.suppressed_by is not None),
        shares=_shares(cards),
        numbers=numbers,
        source_numbers={source.id: n for n, source in enumerate(report.sources, start=1)},
        supplied=_supplied(report),
        citing=how_cited(report),
    )


def _of_article(report: Report) -> list[Assessment]:
    """Give the statements in text order; page furniture stays in the text, without a mark."""
    kept = (a for a in report.assessments if a.statement.kind is not StatementKind.BOILERPLATE)
    return sorted(kept, key=lambda each: each.statement.start)


def _shares(cards: tuple[Card, ...]) -> tuple[tuple[Verdict, words.Label, int], ...]:
    counts = count(card.assessment for card in cards)
    return tuple(
        (verdict, label, counts[verdict])
        for verdict, label in words.VERDICTS.items()
        if counts[verdict]
    )


def _card(
    report: Report, assessment: Assessment, numbers: Mapping[str, int], texts: Mapping[str, str]
) -> Card:
    statement = assessment.statement
    sources = {source.id: source for source in report.sources}
    missing = ((word.start, word.end) for word in assessment.missing)
    return Card(
        number=numbers[statement.id],
        assessment=assessment,
        label=words.VERDICTS[assessment.verdict],
        text=cut(statement.text, statement.start, missing),
        passages=tuple(
            Passage(e, sources.get(e.source_id), context_of(e, texts))
            for e in sorted(assessment.evidence, key=lambda each: -each.score)
        ),
        sources=tuple(sources[each] for each in statement.citations if each in sources),
        findings=_of_statement(report.findings, statement.id),
        decisions=tuple(d for d in report.decisions if d.statement_id == statement.id),
    )


def _supplied(report: Report) -> frozenset[str]:
    bases: dict[str, set[CitationBasis]] = {}
    for citation in report.article.citations:
        bases.setdefault(citation.source_id, set()).add(citation.basis)
    return frozenset(each for each, found in bases.items() if found == {CitationBasis.SUPPLIED})


def _of_statement(findings: Iterable[Finding], statement_id: str) -> tuple[Finding, ...]:
    return tuple(f for f in findings if f.statement_id == statement_id)


def _rows(report: Report, numbers: Mapping[str, int]) -> tuple[SourceRow, ...]:
    cited: dict[str, list[int]] = {}
    for assessment in report.assessments:
        for source_id in assessment.statement.citations:
            if assessment.statement.id in numbers:
                cited.setdefault(source_id, []).append(numbers[assessment.statement.id])
    return tuple(
        SourceRow(
            number=number,
            source=source,
            cited_by=tuple(sorted(cited.get(source.id, ()))),
            clusters=tuple(c for c in report.independence or () if source.id in c.source_ids),
            findings=tuple(
                f for f in report.findings if f.source_id == source.id and f.statement_id is None
            ),
        )
        for number, source in enumerate(report.sources, start=1)
    )
