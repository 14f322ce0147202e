"""SP207 could-not-check: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Report, Severity, Verdict
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt, first_source, plain_reason, with_verdict


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in with_verdict(report, Verdict.COULD_NOT_CHECK):
        source = first_source(report, assessment)
        yield Hit(
            f"Not checked: {excerpt(plain_reason(report, assessment.reason), 240)}",
            assessment=assessment,
            source=source,
        )


RULE = Rule(
    id="SP207",
    name="could-not-check",
    severity=Severity.NOTE,
    finds=(
        "A statement whose sources could not be read well enough to say anything. A note on "
        "each: the gate counts their share."
    ),
    why="Unchecked is not the same as fine.",
    example="The only source of a statement is behind a login.",
    advice="Open the source yourself, or give Sourceproof its text as one more source.",
    hits=_hits,
    verdict=Verdict.COULD_NOT_CHECK,
)
