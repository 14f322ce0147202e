"""A made-up report, rich enough to show every part of a rendering. Nothing in it is real.

``sample_report()`` has 14 statements of every verdict, sources of several states of access,
quotations, values, clusters, limits and a decision. Offsets are computed, so they hold.
"""

from sample_draft import BLOCKS, MOMENT, TEXT, TEXTS, TITLE
from sample_sources import SOURCES
from sample_statements import ASSESSMENTS

from service.domain import (
    Article,
    Citation,
    CitationBasis,
    Decision,
    Gate,
    GateResult,
    IndependenceBasis,
    IndependenceCluster,
    JobStatus,
    Limit,
    Origin,
    Report,
    Versions,
)
from service.policy import count, coverage, reader_verifiable_share

__all__ = ["TEXTS", "sample_article", "sample_report"]


def sample_article() -> Article:
    """Join statements and citations into the article."""
    urls = {source.id: source.url or "" for source in SOURCES}
    return Article(
        text=TEXT,
        title=TITLE,
        author="Jane <Roe>",
        language="en",
        published_at=MOMENT,
        url="https://lindhaven-herald.example/ferries",
        external_id="cms-4711",
        blocks=BLOCKS,
        origins=(Origin(0, 1, 1),),
        statements=tuple(a.statement for a in ASSESSMENTS),
        citations=tuple(
            Citation(
                source_id,
                urls[source_id],
                a.statement.start,
                a.statement.start + 8,
                CitationBasis.DIRECT if urls[source_id] else CitationBasis.SUPPLIED,
                (a.statement.id,),
            )
            for a in ASSESSMENTS
            for source_id in a.statement.citations
        ),
    )


def sample_report() -> Report:
    """Give the report before judgement: no findings, the gate not yet decided."""
    return Report(
        id="01JTSAMPLE",
        revision=1,
        checked_at=MOMENT,
        status=JobStatus.COMPLETED_WITH_GAPS,
        gate=Gate(GateResult.INCONCLUSIVE),
        article=sample_article(),
        assessments=ASSESSMENTS,
        sources=SOURCES,
        counts=count(ASSESSMENTS),
        coverage=coverage(ASSESSMENTS),
        reader_verifiable_share=reader_verifiable_share(ASSESSMENTS, SOURCES),
        independence=(
            IndependenceCluster("Example Wire", IndependenceBasis.WIRE_TAG, ("s7", "s8")),
        ),
        findings=(),
        decisions=(
            Decision(
                "st2", "dispute", "J. Meyer", "The offer is in our archive; link to come.", MOMENT
            ),
        ),
        limits=(Limit("max_sources", 8, "2 further links of the article were not followed."),),
        versions=Versions("0.1.0", "1", "1", "1"),
    )
