"""A draft in, a report out, again and again; what was read of the web is kept between. I/O.

At each change of a draft its sources are the same but for one or two: they are asked for when
it is opened and saved, and while it is typed in they stand as they were read.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Lock

from service.domain import (
    Page,
    Reading,
    Report,
    SignName,
    Source,
    Submission,
    Unread,
)
from workers.assessing import KeepingScorer, Scorer, load_scorer
from workers.assessing.article import assess_article
from workers.assessing.report import make_report
from workers.cli.beside import reader_beside
from workers.cli.configuration import Configuration
from workers.cli.excusing import Excuser, Judged
from workers.cli.progress import Progress
from workers.collecting import fetch_policy, read_cited, read_draft, run_collecting
from workers.ending import TimeBudget
from workers.fetching import Commons, Fetcher
from workers.versions import current_versions

# A page that is written from is looked at again now and then; the run in CI is the one that counts.
KEPT_FOR = timedelta(minutes=15)


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
        # While one types, the pages are those of before: each is indexed once. An index learns
        # what it is asked, so only one draft at a time asks.
        self._scorer = KeepingScorer(load_scorer())
        self._scoring = Lock()

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
        with self._scoring:
            report = _report(reading, self._scorer, configuration, progress)
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
        settings = configuration.settings
        async with Fetcher(policy, commons=self._commons) as fetcher:
            reading = await read_draft(
                draft, fetcher, settings=settings, beside=reader_beside(path)
            )
            return await read_cited(
                self._with_pages(reading, offline=offline),
                fetcher,
                archives=settings.archives,
                on_sources=progress.fetching,
                on_source=progress.fetched,
                ending=TimeBudget.of(configuration.time_budget),
            )

    def _with_pages(self, reading: Reading, *, offline: bool) -> Reading:
        """Give sources their pages that hold still; where none can be asked for, any there was."""
        oldest = datetime.now(UTC) - KEPT_FOR

        def known(source: Source) -> Page | None:
            page = self._read.get(source.url or "")
            is_fresh = page is not None and (page.retrieved_at or oldest) >= oldest
            return page if offline or is_fresh else None

        sources = tuple(replace(s, outcome=s.outcome or known(s)) for s in reading.sources)
        return replace(reading, sources=sources)


def _report(
    reading: Reading, scorer: Scorer, configuration: Configuration, progress: Progress
) -> Report:
    progress.assessing(len(reading.article.statements))
    return make_report(
        reading,
        assess_article(reading, scorer, on_statement=progress.assessed),
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
