"""SP503 ai-authorship-undisclosed: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import PublicationBasis, PublicationKind, PublicationNote, Report, Severity
from service.policy.publication import hit_of, notes_of
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt


def _hits(report: Report) -> Iterator[Hit]:
    for note in notes_of(report, PublicationKind.AI_AUTHORSHIP_UNDISCLOSED):
        yield hit_of(report, note, f"{_shown(note)}, and nothing tells readers of it.")


def _shown(note: PublicationNote) -> str:
    if note.basis is PublicationBasis.PAGE_METADATA:
        return f"The page's metadata name AI as its {note.detail}: “{excerpt(note.text)}”"
    return f"Words that a text generator leaves behind stand in the text: “{excerpt(note.text)}”"


RULE = Rule(
    id="SP503",
    name="ai-authorship-undisclosed",
    severity=Severity.WARNING,
    finds=(
        "AI authorship that shows in the page's metadata, or in words that a text generator "
        "left in the text, and is not disclosed to readers in plain words."
    ),
    why="Readers weigh a text by who wrote it.",
    example="“As an AI language model, I cannot …” in an article that carries no note on AI.",
    advice="Say plainly, where readers see it, what AI did for this article.",
    hits=_hits,
)
