"""SP303 hidden-from-readers: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import ReaderAccess, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import name_of, sources_for_readers


def _hits(report: Report) -> Iterator[Hit]:
    for source in sources_for_readers(report, ReaderAccess.HIDDEN_BY_PUBLISHER):
        yield Hit(f"Readers cannot see this source: {name_of(source)}", source=source)


RULE = Rule(
    id="SP303",
    name="hidden-from-readers",
    severity=Severity.WARNING,
    finds="A source that the article keeps from its readers.",
    why="What readers cannot open, they must take on trust.",
    example="“All sources are documented”, on a page that shows them to subscribers alone.",
    advice="Link the source, or say why it cannot be shown.",
    hits=_hits,
)
