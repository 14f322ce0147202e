"""SP504 review-status-unclear: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import PublicationKind, Report, Severity
from service.policy.publication import hit_of, notes_of
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt


def _hits(report: Report) -> Iterator[Hit]:
    if any(notes_of(report, PublicationKind.REVIEW_STATED)):
        return
    for note in notes_of(report, PublicationKind.REVIEW_UNCLEAR):
        said = (
            f"It speaks of review, and not of whether this article had any: “{excerpt(note.text)}”"
        )
        yield hit_of(report, note, said)


RULE = Rule(
    id="SP504",
    name="review-status-unclear",
    severity=Severity.NOTE,
    finds="A claim of review by people that leaves open whether this article was reviewed.",
    why="“Where needed” lends every article a care that this one may not have had.",
    example="“Where needed, our human editors come in.”",
    advice="Say whether a person reviewed this article, and who.",
    hits=_hits,
)
