"""SP403 anonymous-without-reason: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import AttributionClass, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import attributed, excerpt


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in attributed(report, AttributionClass.ANONYMOUS):
        if assessment.statement.attribution.anonymity_reason is None:
            said = excerpt(assessment.statement.text)
            yield Hit(f"Anonymous, and no reason is given: “{said}”", assessment=assessment)


RULE = Rule(
    id="SP403",
    name="anonymous-without-reason",
    severity=Severity.WARNING,
    finds="An anonymous source for whose anonymity the article gives no reason.",
    why="Readers can weigh a nameless source only if they know why it is nameless.",
    example="“A person familiar with the talks said …”, and no word on why unnamed.",
    advice="Say why the source is not named, and how the source knows.",
    hits=_hits,
)
