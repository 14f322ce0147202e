"""SP203 partially-supported: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Assessment, Report, Severity, Verdict
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt, first_source, quoted, with_verdict


def _message(assessment: Assessment, source: str) -> str:
    says = f"{source} says only a part of: “{excerpt(assessment.statement.text)}”"
    for each in assessment.differing:
        if each.is_otherwise:
            return f"{says}; it has “{excerpt(each.in_source)}” for “{excerpt(each.in_article)}”"
    part = assessment.unsupported_part
    missing = ", ".join(f"“{each.text}”" for each in ((part,) if part else assessment.missing))
    rest = f"; not found: {excerpt(missing)}" if missing else ""
    return f"{says}{rest}"


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in with_verdict(report, Verdict.PARTIALLY_SUPPORTED):
        source, part = first_source(report, assessment), assessment.unsupported_part
        yield Hit(
            _message(assessment, quoted(source)),
            assessment=assessment,
            source=source,
            span=None if part is None else (part.start, part.end),
        )


RULE = Rule(
    id="SP203",
    name="partially-supported",
    severity=Severity.WARNING,
    finds="A statement of which the source says a part.",
    why="Readers take the link to stand for the whole sentence.",
    example=(
        "“The mayor resigned on Friday after the audit”; the source has the resignation, "
        "not the audit."
    ),
    advice="Cite a source for the rest, or say only what the source says.",
    hits=_hits,
    verdict=Verdict.PARTIALLY_SUPPORTED,
)
