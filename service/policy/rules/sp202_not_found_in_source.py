"""SP202 not-found-in-source: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Assessment, Report, Severity, Source, Verdict
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt, first_source, quoted, with_verdict


def _who_is_silent(assessment: Assessment, nearest: Source | None) -> str:
    """Name the source, or say how many were read, so that none is blamed for all of them."""
    count = len(assessment.statement.citations)
    if count == 2:  # noqa: PLR2004  the word "both"
        return "Neither of the two sources for it, both read in full, says"
    if count > 1:
        return f"None of the {count} sources for it, all read in full, says"
    return f"{quoted(nearest)} was read in full and does not say"


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in with_verdict(report, Verdict.NOT_FOUND):
        source = first_source(report, assessment)
        yield Hit(
            f"{_who_is_silent(assessment, source)}: “{excerpt(assessment.statement.text)}”",
            assessment=assessment,
            source=source,
        )


RULE = Rule(
    id="SP202",
    name="not-found-in-source",
    severity=Severity.WARNING,
    finds=(
        "A statement that the full text of its sources does not say. A warning and no error "
        "by default, since silence is only as sure as the matching."
    ),
    why="A link is a promise that the page bears the statement out.",
    example="A sentence on turnout links to a page that gives only the result.",
    advice=(
        "Find the passage yourself or cite a source that has it; if there is none, drop the "
        "statement."
    ),
    hits=_hits,
    verdict=Verdict.NOT_FOUND,
)
