"""SP501 sources-promised-but-withheld: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import PublicationKind, Report, Severity
from service.policy.publication import gives_readers_sources, hit_of, notes_of
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt


def _hits(report: Report) -> Iterator[Hit]:
    promises = tuple(notes_of(report, PublicationKind.SOURCES_PROMISED))
    withheld = next(notes_of(report, PublicationKind.SOURCES_WITHHELD), None)
    if withheld is not None:
        kept = f"keeps the links from its readers: “{excerpt(withheld.text)}”"
        for note in promises:
            yield hit_of(report, note, f"It promises “{excerpt(note.text)}”, and {kept}")
        if not promises:
            yield hit_of(report, withheld, f"The article {kept}")
    elif promises and not gives_readers_sources(report):
        for note in promises:
            said = f"It promises “{excerpt(note.text)}”, and gives no source that readers can open."
            yield hit_of(report, note, said)


RULE = Rule(
    id="SP501",
    name="sources-promised-but-withheld",
    severity=Severity.WARNING,
    finds=(
        "A promise of sources that the article does not keep: its links stand behind a "
        "subscription, or it gives none that a reader can open."
    ),
    why="A promise of sources earns trust that only the sources themselves can deserve.",
    example="“We document every source”, above “Subscribe to unlock links to all sources”.",
    advice="Show the sources to every reader, or take the promise back.",
    hits=_hits,
)
