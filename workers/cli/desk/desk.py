"""A draft in, a report out, again and again; what was read of the web is kept between. I/O.

At each change of a draft its sources are the same but for one or two: they are asked for when
it is opened and saved, and while it is typed in they stand as they were read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from mimetypes import guess_type
from pathlib import Path
from typing import Protocol

from service.domain import (
    Assessment,
    Page,
    Reading,
    Report,
    SignName,
    Submission,
    SuppliedSource,
    Unread,
)
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.assessing.report import make_report
from workers.cli.beside import reader_beside
from workers.cli.configuration import Configuration
from workers.cli.excusing import Excuser, Judged
from workers.collecting import collect, fetch_policy, run_collecting
from workers.fetching import Commons, Fetcher
from workers.versions import current_versions

# A page that is written from is looked at again now and then; the run in CI is the one that counts.
KEPT_FOR = timedelta(minutes=15)


class Progress(Protocol):
    """Is told what a check does, from whatever thread it is done in."""

    def fetching(self, total: int) -> None:
        """``total`` sources are to be fetched."""

    def fetched(self, url: str, outcome: Page | Unread) -> None:
        """One of them is done."""

    def assessing(self, total: int) -> None:
        """``total`` statements are to be held against their sources."""

    def assessed(self, assessment: Assessment) -> None:
        """One of them is decided."""


@dataclass(frozen=True, slots=True)
class Round:
    """A report, and the ids of the sources that nobody has asked for yet."""

    report: Report
    waiting: frozenset[str]


class Desk:
    """Checks drafts, and asks for each of their pages once in a while. Safe to share by threads."""

    def __init__(self) -> None:
        self._commons = Commons()
        self._read: dict[str, Page] = {}
        self._excuser = Excuser()

    def check(
        self,
        draft: Submission,
        path: Path,
        configuration: Configuration,
        progress: Progress,
        *,
        is_asking: bool = True,
    ) -> Round:
        """Check ``draft``, which stands at ``path``.

        Without ``is_asking`` no request is made. Raises UnreadableArticle or TooLarge,
        and UsageError for a baseline that is none.
        """
        offline = configuration.offline or not is_asking
        reading = run_collecting(self._collect(draft, path, configuration, progress, offline))
        self._read |= {
            source.url: source.outcome
            for source in reading.sources
            if source.url is not None and isinstance(source.outcome, Page)
        }
        waiting = frozenset() if is_asking or configuration.offline else _not_asked_for(reading)
        report = _report(reading, configuration, progress)
        judged = Judged(str(path), report, reading.ignores, configuration)
        return Round(self._excuser.excused(judged), waiting)

    async def _collect(
        self,
        draft: Submission,
        path: Path,
        configuration: Configuration,
        progress: Progress,
        offline: bool,  # noqa: FBT001  handed on, named there
    ) -> Reading:
        policy = fetch_policy(configuration.settings, offline=offline)
        async with Fetcher(policy, commons=self._commons) as fetcher:
            return await collect(
                draft,
                fetcher,
                settings=configuration.settings,
                archives=configuration.settings.archives,
                on_sources=progress.fetching,
                on_source=progress.fetched,
                time_budget=configuration.time_budget,
                beside=reader_beside(path),
                known=self._known(offline=offline),
            )

    def _known(self, *, offline: bool) -> Mapping[str, Page]:
        """Give the pages that hold still; where none can be asked for, all that were ever read."""
        oldest = datetime.now(UTC) - KEPT_FOR
        return {
            url: page
            for url, page in self._read.items()
            if offline or page.retrieved_at is None or page.retrieved_at > oldest
        }


def draft_at(path: Path, content: bytes, sources: tuple[SuppliedSource, ...] = ()) -> Submission:
    """Take ``content`` as the draft that stands, or is about to stand, at ``path``."""
    return Submission(
        content=content,
        media_type=guess_type(path.name)[0],
        filename=path.name,
        sources=sources,
    )


def _report(reading: Reading, configuration: Configuration, progress: Progress) -> Report:
    progress.assessing(len(reading.article.statements))
    return make_report(
        reading,
        assess_article(reading, load_scorer(), on_statement=progress.assessed),
        configuration.policy,
        report_id="draft",
        checked_at=datetime.now(UTC),
        versions=current_versions(),
    )


def _not_asked_for(reading: Reading) -> frozenset[str]:
    return frozenset(
        source.id
        for source in reading.sources
        if isinstance(source.outcome, Unread)
        and any(sign.name is SignName.OFFLINE for sign in source.outcome.signs)
    )
