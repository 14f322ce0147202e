"""SP201 contradicted: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Report, Severity, Verdict
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt, first_source, quoted, with_verdict


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in with_verdict(report, Verdict.CONTRADICTED):
        source = first_source(report, assessment)
        yield Hit(
            f"{quoted(source)} contradicts: “{excerpt(assessment.statement.text)}”",
            assessment=assessment,
            source=source,
        )


RULE = Rule(
    id="SP201",
    name="contradicted",
    severity=Severity.ERROR,
    finds="A statement that a located passage of its source contradicts.",
    why="The article points readers to a page that says the opposite.",
    example="The article: “The bill passed.” Its source: “The bill failed by two votes.”",
    advice="Read the passage; correct the statement, or cite the source that bears it out.",
    hits=_hits,
    verdict=Verdict.CONTRADICTED,
)
