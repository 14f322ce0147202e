"""SP405 single-origin: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import IndependenceBasis, IndependenceCluster, Report, Severity
from service.policy.rule import Hit, Rule

_NUMBERS = ("", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_CREDITED = frozenset({IndependenceBasis.WIRE_TAG, IndependenceBasis.CREDIT_LINE})


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in report.assessments:
        cited = set(assessment.statement.citations)
        for cluster in report.independence or ():
            if len(cited) > 1 and cited <= set(cluster.source_ids):
                yield Hit(
                    _message(len(cited), cluster), assessment=assessment, detail=cluster.origin
                )


def _message(links: int, cluster: IndependenceCluster) -> str:
    """Say it as an editor would: "Five links, one Reuters story"."""
    number = _NUMBERS[links] if links < len(_NUMBERS) else f"{links}"
    if cluster.basis in _CREDITED:
        return f"{number} links, one {cluster.origin} story."
    if cluster.basis is IndependenceBasis.CANONICAL:
        return f"{number} links, one page: {cluster.origin}"
    return f"{number} links, one text: all carry what {cluster.origin} has."


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
