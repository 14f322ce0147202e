"""A report for editors in, the report that readers may see out. Pure.

What rests on a private source is told, and what the source says is not: neither its text nor
what it is called, nor anything that was compared with it. Internal notes stay home too: the
draft's id in the newsroom, names and reasons of decisions and of suppressions, and advice.
"""

from dataclasses import replace

from service.domain import (
    Article,
    Assessment,
    Decision,
    Finding,
    IndependenceCluster,
    Page,
    QuoteCheck,
    Report,
    Source,
    Statement,
    Unread,
    ValueCheck,
)
from service.policy import RESTING_ON_EVIDENCE

WITHHELD = "This rests on a source that is not shown to readers."
PRIVATE_LABEL = "Source not shown to readers"


def for_public(report: Report) -> Report:
    """Withhold what is private and what is internal; ids and offsets stay as they are."""
    private = frozenset(source.id for source in report.sources if source.private)
    urls = frozenset(source.url for source in report.sources if source.private and source.url)
    assessments = tuple(_assessment(each, private, urls) for each in report.assessments)
    statements = tuple(each.statement for each in assessments)
    touched = frozenset(a.statement.id for a in report.assessments if _is_touched(a, private))
    return replace(
        report,
        article=_article(report.article, statements, private),
        assessments=assessments,
        sources=tuple(_source(each) for each in report.sources),
        independence=_clusters(report.independence, private),
        findings=tuple(_finding(each, private, touched) for each in report.findings),
        decisions=tuple(_decision(each) for each in report.decisions),
        earlier=None,
        changes=(),
    )


def _article(
    article: Article, statements: tuple[Statement, ...], private: frozenset[str]
) -> Article:
    citations = tuple(
        replace(each, url="") if each.source_id in private else each for each in article.citations
    )
    return replace(article, external_id=None, path=None, citations=citations, statements=statements)


def _assessment(
    assessment: Assessment, private: frozenset[str], urls: frozenset[str]
) -> Assessment:
    public = replace(assessment, statement=_statement(assessment.statement, urls), advice=None)
    if not _is_touched(assessment, private):
        return public
    return replace(
        public,
        reason=WITHHELD,
        missing=(),
        differing=(),
        accounted=(),
        unsupported_part=None,
        evidence=tuple(e for e in assessment.evidence if e.source_id not in private),
        quotes=tuple(_quote(each, private) for each in assessment.quotes),
        values=tuple(_value(each, private) for each in assessment.values),
    )


def _is_touched(assessment: Assessment, private: frozenset[str]) -> bool:
    """Tell whether a private source may have gone into what is said of a statement.

    Where a statement rests on passages that are all public, a private source beside them had
    no part in its reason. Without such passages, the reason may tell of any source it cites.
    """
    used = {
        *(each.source_id for each in assessment.evidence),
        *(each.source_id for each in assessment.quotes),
        *(each.source_id for each in assessment.values),
    }
    if assessment.verdict not in RESTING_ON_EVIDENCE:
        used |= set(assessment.statement.citations)
    return bool(private & used)


def _statement(statement: Statement, urls: frozenset[str]) -> Statement:
    chain = tuple(
        replace(link, url=None) if link.url in urls else link
        for link in statement.attribution.chain
    )
    return replace(statement, attribution=replace(statement.attribution, chain=chain))


def _quote(quote: QuoteCheck, private: frozenset[str]) -> QuoteCheck:
    return replace(quote, diff=None) if quote.source_id in private else quote


def _value(value: ValueCheck, private: frozenset[str]) -> ValueCheck:
    return replace(value, in_source=None) if value.source_id in private else value


def _source(source: Source) -> Source:
    # Stored texts are for their own newsroom: they may be somebody's whole article.
    source = replace(source, snapshot_url=None)
    if not source.private:
        return source
    return replace(source, url=None, label=PRIVATE_LABEL, outcome=_outcome(source.outcome))


def _outcome(outcome: Page | Unread | None) -> Page | Unread | None:
    """Keep only how far a private source could be read."""
    if outcome is None:
        return None
    if isinstance(outcome, Unread):
        return Unread(None, outcome.access, "", outcome.reader_access)
    return Page(None, "", outcome.access, outcome.reader_access)


def _clusters(
    clusters: tuple[IndependenceCluster, ...] | None, private: frozenset[str]
) -> tuple[IndependenceCluster, ...] | None:
    """Leave out the clusters that a private source is in: their origin would name it."""
    if clusters is None:
        return None
    return tuple(each for each in clusters if not private & set(each.source_ids))


def _finding(finding: Finding, private: frozenset[str], touched: frozenset[str]) -> Finding:
    """Hide the words of a finding that a private source may have gone into."""
    hidden = finding.source_id in private or finding.statement_id in touched
    return replace(
        finding,
        message=WITHHELD if hidden else finding.message,
        advice=None,
        suppressed_by="the editors" if finding.suppressed_by else None,
        suppression=None,
    )


def _decision(decision: Decision) -> Decision:
    return replace(decision, by="", reason="")
