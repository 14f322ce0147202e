"""A report in, the rows of its list of sources out. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from service.domain import CitationBasis, Finding, IndependenceCluster, Report, Source


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, the numbers of the statements that cite it, and the origins it shares."""

    number: int
    source: Source
    cited_by: tuple[int, ...]
    clusters: tuple[IndependenceCluster, ...]
    findings: tuple[Finding, ...]


def source_rows(report: Report, numbers: Mapping[str, int]) -> tuple[SourceRow, ...]:
    """Give the sources in the order of the report; ``numbers`` are the statements', by id."""
    cited: defaultdict[str, set[int]] = defaultdict(set)
    for assessment in report.assessments:
        number = numbers.get(assessment.statement.id)
        if number is not None:
            for source_id in assessment.statement.citations:
                cited[source_id].add(number)
    clusters: defaultdict[str, list[IndependenceCluster]] = defaultdict(list)
    for cluster in report.independence or ():
        for source_id in cluster.source_ids:
            clusters[source_id].append(cluster)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.source_id is not None and finding.statement_id is None:
            findings[finding.source_id].append(finding)
    return tuple(
        SourceRow(
            number=number,
            source=source,
            cited_by=tuple(sorted(cited[source.id])),
            clusters=tuple(clusters[source.id]),
            findings=tuple(findings[source.id]),
        )
        for number, source in enumerate(report.sources, start=1)
    )


def supplied_sources(report: Report) -> frozenset[str]:
    """Give the sources added by hand: held against every statement, so told at none."""
    bases: defaultdict[str, set[CitationBasis]] = defaultdict(set)
    for citation in report.article.citations:
        bases[citation.source_id].add(citation.basis)
    return frozenset(each for each, found in bases.items() if found == {CitationBasis.SUPPLIED})
