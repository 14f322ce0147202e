"""Drafts in, a report or a failure for each out, many at once in one event loop. I/O.

Sources are read for several drafts at once, so that no draft waits for another's slow host, and
each page is fetched, taken apart and indexed once a run. Statements are decided one draft at a
time, in a thread, while the sources of others come in.
"""

import asyncio
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import anyio
import anyio.to_thread

from service.domain import Assessment, Reading, Report, SuppliedSource
from service.errors import SourceproofError
from workers.archived import Read
from workers.assessing import KeepingScorer, Scorer, load_scorer
from workers.assessing.article import assess_article
from workers.assessing.faults import undecided
from workers.assessing.report import make_report
from workers.cli.beside import reader_beside
from workers.cli.checking.caching import as_kept
from workers.cli.checking.changed import (
    CHANGED_SINCE,
    ChangedSince,
    without_rules_on_the_whole,
)
from workers.cli.checking.drafts import Draft
from workers.cli.checking.outcomes import Broken, Done, Failed, Outcome, Unchanged
from workers.cli.checking.stopping import Stopping
from workers.cli.configuration import Configuration
from workers.cli.excusing import Judged
from workers.cli.progress import Progress
from workers.cli.taping import Replayed, Tape
from workers.collecting import fetch_policy, read_cited, read_draft
from workers.extracting import extract
from workers.fetching import Commons, Fetcher
from workers.versions import current_versions

AT_ONCE = 16  # drafts that are read or wait to be assessed
UNDECIDED = "not_decided: not decided"


@dataclass(frozen=True, slots=True)
class Run:
    """What all drafts of a run have in common, and what became of each.

    ``configurations`` are those of the drafts by their names: how each is judged.
    ``done`` lacks the drafts that were not begun when the run was interrupted.
    """

    configuration: Configuration
    configurations: Mapping[str, Configuration]
    supplied: tuple[SuppliedSource, ...]
    commons: Commons
    tape: Tape
    progress: Progress
    stopping: Stopping
    since: ChangedSince | None = None
    read_page: Read = extract
    scorer: Scorer = field(default_factory=lambda: KeepingScorer(load_scorer()))
    done: dict[Draft, Outcome] = field(default_factory=dict)

    def check(self, drafts: Sequence[Draft]) -> None:
        """Check each draft; what is wrong with one never sinks the rest."""
        asyncio.run(self._check_all(drafts))

    async def _check_all(self, drafts: Sequence[Draft]) -> None:
        slots, assessing = anyio.CapacityLimiter(AT_ONCE), anyio.CapacityLimiter(1)
        async with AsyncExitStack() as opened:
            fetchers: dict[object, Fetcher] = {}
            for draft in drafts:
                place = self.tape.place(draft.name)
                if place not in fetchers:
                    fetchers[place] = await opened.enter_async_context(self._fetcher(draft))
            opened.enter_context(self.stopping.heeding_signals())
            async with anyio.create_task_group() as tasks:
                for draft in drafts:
                    fetcher = fetchers[self.tape.place(draft.name)]
                    tasks.start_soon(self._check, draft, fetcher, slots, assessing)

    @property
    def _is_offline(self) -> bool:
        """A replay makes no request either, so that it may be asked for beside ``--offline``."""
        return self.configuration.offline and not isinstance(self.tape, Replayed)

    def _fetcher(self, draft: Draft) -> Fetcher:
        policy = fetch_policy(self.configuration.settings, offline=self._is_offline)
        return self.tape.fetcher(draft.name, policy, self.commons)

    async def _check(
        self,
        draft: Draft,
        fetcher: Fetcher,
        slots: anyio.CapacityLimiter,
        assessing: anyio.CapacityLimiter,
    ) -> None:
        async with slots:
            if self.stopping.signal is not None:
                return
            try:
                reading = await self._read(draft, fetcher)
                if reading is None:
                    self.done[draft] = Unchanged(draft)
                else:
                    collected = await self._collect(reading, fetcher)
                    report = await anyio.to_thread.run_sync(
                        self._report, draft, collected, limiter=assessing
                    )
                    own = self.configurations[draft.name]
                    self.done[draft] = Done(draft, Judged(draft.name, report, reading.ignores, own))
            except SourceproofError as err:
                self.done[draft] = Failed(draft, err)
            except Exception as err:  # noqa: BLE001  one draft never sinks the rest
                self.done[draft] = Broken(draft, err)
            self.progress.checked(draft.name)

    async def _read(self, draft: Draft, fetcher: Fetcher) -> Reading | None:
        """Read a draft, as far as it is to be checked; ``None`` where nothing of it is."""
        self.progress.reading(draft.name)
        most = self.configuration.settings.max_article_bytes
        submission = await anyio.to_thread.run_sync(draft.submission, self.supplied, most)
        reading = await read_draft(
            submission,
            fetcher,
            settings=self.configuration.settings,
            beside=None if draft.path is None else reader_beside(draft.path),
        )
        if self.since is None:
            return reading
        narrowed = await anyio.to_thread.run_sync(self.since.narrowed, draft, reading)
        return None if narrowed.is_unchanged else narrowed.reading

    async def _collect(self, reading: Reading, fetcher: Fetcher) -> Reading:
        collected = await read_cited(
            reading,
            fetcher,
            archives=self.configuration.settings.archives,
            on_sources=self.progress.fetching,
            on_source=self.progress.fetched,
            ending=self.stopping.sources(),
            read=self.read_page,
        )
        is_kept = self._is_offline and self.commons.shelf is not None
        return as_kept(collected) if is_kept else collected

    def _report(self, draft: Draft, collected: Reading) -> Report:
        reading = self.tape.read(draft.name, collected)
        self.progress.assessing(len(reading.article.statements))
        decided = self._decided(reading)
        undecided = reading.article.statements[len(decided) :]
        if undecided:
            note = f"{len(undecided):,} statements were not decided {self.stopping.why}."
            limits = (*reading.limits, self.stopping.limit(note))
            reading = replace(reading, limits=limits)
            decided += tuple(self._undecided(reading, len(decided)))
        policy = self.configurations[draft.name].policy
        if any(limit.name == CHANGED_SINCE for limit in reading.limits):
            policy = without_rules_on_the_whole(policy)
        return make_report(
            reading,
            decided,
            policy,
            report_id=_report_id(reading),
            checked_at=datetime.now(UTC),
            versions=current_versions(),
            earlier=self.tape.earlier(draft.name),
        )

    def _decided(self, reading: Reading) -> tuple[Assessment, ...]:
        """Decide the statements in their order, as many as there is time for."""
        decided: list[Assessment] = []

        def on_statement(assessment: Assessment) -> None:
            decided.append(assessment)
            self.progress.assessed(assessment)
            if self.stopping.is_over:
                raise _Over

        with suppress(_Over):
            assess_article(reading, self.scorer, on_statement=on_statement)
        return tuple(decided)

    def _undecided(self, reading: Reading, first: int) -> Iterator[Assessment]:
        why = f"{UNDECIDED} {self.stopping.why}"
        for statement in reading.article.statements[first:]:
            yield undecided(statement, why)


def _report_id(reading: Reading) -> str:
    """Name a report by its draft: there is no record that could give it a name."""
    return "draft_" + hashlib.sha256(reading.article.text.encode()).hexdigest()[:16]


class _Over(Exception):
    """No statement is to be decided any more."""
