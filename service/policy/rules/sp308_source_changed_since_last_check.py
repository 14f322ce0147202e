"""SP308 source-changed-since-last-check: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import ChangeKind, Report, Severity, SourceChange
from service.policy.rule import Hit, Rule
from service.policy.selections import excerpt, quoted, source_of

# The graver says more. A passage that only moved says what it said.
_TOLD = {ChangeKind.GONE: 0, ChangeKind.CHANGED: 1, ChangeKind.NEARBY: 2}
_LENGTH = 90  # characters of a wording in a message


def _hits(report: Report) -> Iterator[Hit]:
    statements = {a.statement.id: a for a in report.assessments}
    for change in _gravest(report.changes):
        source = source_of(report, change.source_id)
        yield Hit(
            _message(report, change, quoted(source)),
            assessment=statements.get(change.statement_id),
            source=source,
            detail=f"{change.before} → {change.after or ''}",
        )


def _gravest(changes: tuple[SourceChange, ...]) -> Iterator[SourceChange]:
    """Give one change of each statement and source, in the order of the report."""
    found: dict[tuple[str, str], SourceChange] = {}
    for change in changes:
        place = (change.statement_id, change.source_id)
        known = found.get(place)
        if change.kind in _TOLD and (known is None or _TOLD[change.kind] < _TOLD[known.kind]):
            found[place] = change
    yield from found.values()


def _message(report: Report, change: SourceChange, source: str) -> str:
    since = f"since {report.earlier.checked_at:%Y-%m-%d}" if report.earlier else "since"
    before = excerpt(change.before, _LENGTH)
    if change.kind is ChangeKind.GONE:
        return f"{source} no longer has this passage, which it had {since}: “{before}”."
    after = excerpt(change.after or "", _LENGTH)
    what = "The passage" if change.kind is ChangeKind.CHANGED else "What stands beside the passage"
    return f"{what} changed {since} in {source}: “{before}” now reads “{after}”."


RULE = Rule(
    id="SP308",
    name="source-changed-since-last-check",
    severity=Severity.WARNING,
    finds=(
        "A passage that a statement rests on and that reads otherwise than at the last check "
        "of this article, is gone, or has another sentence beside it. Changes elsewhere in "
        "the page are none, nor is a page that can no longer be read."
    ),
    why="Readers who follow the link no longer find what the article rests on.",
    example="In May the page said “412 ships”; now it says “388 ships”.",
    advice="Read the passage again; correct the article, or cite an archived copy of then.",
    hits=_hits,
)
