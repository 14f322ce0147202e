"""SP502 ai-image-unlabelled: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import PublicationKind, Report, Severity
from service.policy.publication import hit_of, notes_of
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt


def _hits(report: Report) -> Iterator[Hit]:
    for note in notes_of(report, PublicationKind.AI_IMAGE_UNLABELLED):
        near = f", at “{excerpt(note.text, 80)}”" if note.text else ""
        yield hit_of(
            report,
            note,
            "An image's own metadata say that AI made or edited it, and no label says so: "
            f"{note.detail or 'image'}{near}",
        )


RULE = Rule(
    id="SP502",
    name="ai-image-unlabelled",
    severity=Severity.WARNING,
    finds=(
        "An image that was made or edited by AI by its own metadata (IPTC digital source type, "
        "or a C2PA manifest that states one), where no caption says so."
    ),
    why="Readers take a picture beside the news for a picture of the news.",
    example="A lead image marked trainedAlgorithmicMedia in its file, above a plain caption.",
    advice="Label the image as made by AI where readers see it.",
    hits=_hits,
)
