"""SP305 source-newer-than-article: a report in, its hits out. Pure."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from service.domain import Page, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import name_of


def _day(moment: datetime) -> date:
    """Give the day in UTC; a time without a zone is taken as it stands."""
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


def _hits(report: Report) -> Iterator[Hit]:
    written = report.article.published_at
    for source in report.sources:
        page = source.outcome if isinstance(source.outcome, Page) else None
        if written is None or page is None or page.published_at is None:
            continue
        if _day(page.published_at) > _day(written):
            yield Hit(
                f"Published {_day(page.published_at)}, after the article ({_day(written)}): "
                f"{name_of(source)}",
                source=source,
            )


RULE = Rule(
    id="SP305",
    name="source-newer-than-article",
    severity=Severity.WARNING,
    finds="A source that was published on a later day than the article that cites it.",
    why="The article cannot have rested on it as it reads now.",
    example="An article of 3 May cites a page dated 9 May.",
    advice="Check whether the page was changed since, and cite the version that was used.",
    hits=_hits,
)
