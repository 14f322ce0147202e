"""SP405 single-origin: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Report, Severity
from service.policy.rule import Hit, Rule


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in report.assessments:
        cited = set(assessment.statement.citations)
        for cluster in report.independence or ():
            if len(cited) > 1 and cited <= set(cluster.source_ids):
                yield Hit(
                    f"All {len(cited)} sources cited come down to one: {cluster.origin}.",
                    assessment=assessment,
                    detail=cluster.origin,
                )


RULE = Rule(
    id="SP405",
    name="single-origin",
    severity=Severity.WARNING,
    finds="A statement whose several links all lead to one origin.",
    why="Three links look like three witnesses, and are one.",
    example="Two newspapers are cited; both print the same agency report.",
    advice="Cite the origin itself, and look for a second, independent source.",
    hits=_hits,
)
