"""A report in, what its page shows, in the order in which it shows it, out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from service.domain import Assessment, Decision, Finding, Report, StatementKind
from service.rendering import words
from service.rendering.html.cards import Card, make_cards
from service.rendering.html.filtering import Filters, filters_of
from service.rendering.html.lanes import Lane, draw_lanes
from service.rendering.html.marking import MarkedBlock, mark_article
from service.rendering.html.matrix import Matrix, draw_matrix
from service.rendering.html.origins import DrawnCluster, draw_clusters
from service.rendering.html.sources import SourceRow, source_rows, supplied_sources

LONG: Final = 60  # statements


@dataclass(frozen=True, slots=True)
class View:
    """The page: ``cards`` in the order of the article, ``worst_first`` the same by verdict.

    ``source_numbers`` are those of sources by their ids, ``finding_numbers`` those of findings;
    ``supplied`` are the sources added by hand.
    """

    is_public: bool
    blocks: tuple[MarkedBlock, ...]
    cards: tuple[Card, ...]
    by_id: Mapping[str, Card]
    worst_first: tuple[Card, ...]
    rows: tuple[SourceRow, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    filters: Filters
    lanes: tuple[Lane, ...]
    matrix: Matrix | None
    clusters: tuple[DrawnCluster, ...]
    source_numbers: Mapping[str, int]
    finding_numbers: Mapping[Finding, int]
    supplied: frozenset[str]

    @property
    def is_long(self) -> bool:
        """Whether the page is so long that what is out of sight is better left undrawn."""
        return len(self.cards) > LONG


def make_view(
    report: Report, *, audience: str, source_texts: Mapping[str, str] | None = None
) -> View:
    """Arrange the report for the page."""
    ordered = _of_article(report)
    cards = make_cards(report, ordered, source_texts)
    by_id = {card.assessment.statement.id: card for card in cards}
    rows = source_rows(report, {id_: card.number for id_, card in by_id.items()})
    order = {verdict: place for place, verdict in enumerate(words.VERDICTS)}
    is_public = audience == "public"
    # Findings tell the newsroom what to do; a reader sees what they were made of.
    findings = () if is_public else report.findings
    open_findings = tuple(f for f in findings if f.suppressed_by is None)
    return View(
        is_public=is_public,
        blocks=mark_article(report.article, ordered),
        cards=cards,
        by_id=by_id,
        worst_first=tuple(sorted(cards, key=lambda card: order[card.assessment.verdict])),
        rows=rows,
        findings=open_findings,
        suppressed=tuple(f for f in findings if f.suppressed_by is not None),
        decisions=() if is_public else report.decisions,
        filters=filters_of(cards, rows, open_findings),
        lanes=draw_lanes(report.article, cards),
        matrix=draw_matrix(cards, rows),
        clusters=draw_clusters(report),
        source_numbers={row.source.id: row.number for row in rows},
        finding_numbers={f: number for number, f in enumerate(open_findings, start=1)},
        supplied=supplied_sources(report),
    )


def _of_article(report: Report) -> list[Assessment]:
    """Give the statements in text order; page furniture stays in the text, without a mark."""
    kept = (a for a in report.assessments if a.statement.kind is not StatementKind.BOILERPLATE)
    return sorted(kept, key=lambda each: each.statement.start)
