"""SP307 archived-copy-only: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Access, Report, Severity, Source
from service.policy.rule import Hit, Rule
from service.policy.selections import name_of, sources_with_access


def _hits(report: Report) -> Iterator[Hit]:
    for source in sources_with_access(report, Access.ARCHIVED_COPY_USED):
        yield Hit(
            f"Only an archived copy{_when(source)} could be read: {name_of(source)}", source=source
        )


def _when(source: Source) -> str:
    taken = source.page and source.page.archived_at
    return f" of {taken.date()}" if taken else ""


RULE = Rule(
    id="SP307",
    name="archived-copy-only",
    severity=Severity.NOTE,
    finds="A source that was read from a web archive, since the page itself could not be.",
    why="Readers who follow the link will not see what was checked.",
    example="The page is gone; an archive has it as of last year.",
    advice="Link the archived copy beside, or instead of, the page.",
    hits=_hits,
)
