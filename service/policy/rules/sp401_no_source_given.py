"""SP401 no-source-given: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Report, Severity, Verdict
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt, with_verdict


def _hits(report: Report) -> Iterator[Hit]:
    # What a publication says of its own making is its own word; SP501 to SP504 weigh that.
    own = {note.statement_id for note in report.publication}
    for assessment in with_verdict(report, Verdict.NO_SOURCE_GIVEN):
        if assessment.statement.id not in own:
            yield Hit(
                f"No source is given for: “{excerpt(assessment.statement.text)}”",
                assessment=assessment,
            )


RULE = Rule(
    id="SP401",
    name="no-source-given",
    severity=Severity.WARNING,
    finds="A statement of fact, a quotation or reported speech without any source.",
    why="A reader has no way to tell where it comes from.",
    example="“Exports fell by a third last year.”, with no link, note or name.",
    advice="Link or name the source, or mark it as your own reporting.",
    hits=_hits,
    verdict=Verdict.NO_SOURCE_GIVEN,
)
