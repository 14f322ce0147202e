"""SP304 paywalled-for-readers: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import ReaderAccess, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import name_of, sources_for_readers


def _hits(report: Report) -> Iterator[Hit]:
    for source in sources_for_readers(report, ReaderAccess.PAID):
        yield Hit(f"Readers must pay to open this source: {name_of(source)}", source=source)


RULE = Rule(
    id="SP304",
    name="paywalled-for-readers",
    severity=Severity.NOTE,
    finds="A source that readers can open only by paying.",
    why="Most readers will not be able to verify what rests on it.",
    example="The cited article is for subscribers.",
    advice="Add an open source beside it where there is one, and quote what matters.",
    hits=_hits,
)
