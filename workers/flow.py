"""The steps between the record and the verbs, one function each, for the tasks. I/O."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import anyio

from service.domain import (
    Assessment,
    EventType,
    HappeningKind,
    JobStatus,
    Page,
    Reading,
    Recheck,
    Report,
    Stage,
    Unread,
    Verification,
)
from service.domain.counting import Count
from service.errors import NotFound, NotReady
from service.metrics import ENDED, FETCHES, STAGES, VERDICTS
from service.policy import decided, left_unfollowed, make_policy
from service.queue import Task
from service.store import Store, Stranded, subscribers
from workers.announcing import source_changes
from workers.assessing.article import assess_article
from workers.assessing.report import make_report
from workers.collecting import collect, collect_unread, run_collecting
from workers.fetching import Fetcher
from workers.keeping import taping_of
from workers.noting import Notes, Stopped
from workers.tools import Tools
from workers.trying import Trying
from workers.versions import current_versions

# How often a stage is begun before it is given up; what crashes three times crashes again.
MAX_ATTEMPTS = 3

GIVEN_UP = "this was tried several times and could not be finished"

# Sources are given this long in all, seconds; those not read by then are reported so.
COLLECT_BUDGET = 480.0

# Who listens so long after still finds how it ended; the rest stands in the report.
HAPPENINGS_KEPT = timedelta(days=1)


def collect_now(tools: Tools, verification: Verification) -> Reading:
    """Read the article and its sources.

    Raises InvalidInput where the article is unusable, Stopped where nobody wants it any more.
    """
    notes = Notes(tools, verification, Stage.COLLECT)
    before = None
    if verification.recheck is Recheck.UNREAD:
        with tools.record() as store:
            before = store.load_reading(verification.id)
    # Who checks again wants to know what has changed since.
    policy = replace(tools.fetch_policy, confirm=verification.revision > 1)
    fetched: list[Count] = []
    with _timed(tools, Stage.COLLECT, fetched), taping_of(tools, verification, policy) as taping:
        work = _collect(tools, verification, before, notes, taping.fetcher, fetched)
        return taping.told(run_collecting(work))


async def _collect(
    tools: Tools,
    verification: Verification,
    before: Reading | None,
    notes: Notes,
    fetcher: Fetcher,
    fetched: list[Count],
) -> Reading:
    """Read all, or where there is a reading already, what it could not read."""

    def on_source(url: str, outcome: Page | Unread) -> None:
        fetched.append(FETCHES.count(outcome.access.value))
        notes.step(HappeningKind.SOURCE, url=url, access=outcome.access.value)

    work = anyio.CancelScope()
    async with fetcher:
        watching = asyncio.create_task(notes.watch(work))
        try:
            with work:
                return await _reader(tools, verification, before)(
                    fetcher,
                    settings=tools.settings,
                    archives=tools.settings.archives,
                    on_sources=notes.start,
                    on_source=on_source,
                    time_budget=COLLECT_BUDGET,
                )
        finally:
            watching.cancel()
    raise Stopped


def _reader(
    tools: Tools, verification: Verification, before: Reading | None
) -> Callable[..., Awaitable[Reading]]:
    if before is not None:
        return partial(collect_unread, before)
    # Of a later revision the article before is there to be shown, and stays until its end.
    show = partial(_show, tools, verification) if verification.revision == 1 else None
    return partial(collect, verification.submission, on_article=show)


def _show(tools: Tools, verification: Verification, reading: Reading) -> None:
    """Keep the article for who watches, before its sources are read."""
    with suppress(NotReady), tools.record() as store:
        if store.is_going(verification.id, Stage.COLLECT, verification.revision):
            store.save_reading(verification.id, reading)


def keep_reading(tools: Tools, verification_id: str, reading: Reading) -> bool:
    """Save what was collected and move on; False where that was done before."""
    with tools.record() as store:
        if not store.advance(verification_id, Stage.COLLECT, Stage.ASSESS):
            return False
        store.save_reading(verification_id, reading)
        return True


def assess_now(tools: Tools, verification: Verification, reading: Reading) -> Report:
    """Decide every statement and assemble the report, judged as the caller asked.

    Raises Stopped where nobody wants it any more.
    """
    notes = Notes(tools, verification, Stage.ASSESS)
    notes.start(len(reading.article.statements))

    def on_statement(assessment: Assessment) -> None:
        notes.check()
        verdict = assessment.verdict.value
        notes.step(HappeningKind.STATEMENT, id=assessment.statement.id, verdict=verdict)

    with tools.record() as store:
        earlier = store.earlier_report(verification)
    with _timed(tools, Stage.ASSESS):
        report = make_report(
            reading,
            assess_article(reading, tools.scorer, on_statement=on_statement),
            make_policy(verification.submission.options),
            report_id=verification.id,
            checked_at=datetime.now(UTC),
            versions=current_versions(),
            revision=verification.revision,
            earlier=earlier,
        )
        return left_unfollowed(report, reading.ignores)


@contextmanager
def _timed(tools: Tools, stage: Stage, more: Sequence[Count] = ()) -> Iterator[None]:
    """Count the seconds of work that came to its end, and what was counted meanwhile."""
    begun = time.monotonic()
    yield
    counts = (*more, *STAGES.observe(stage.value, seconds=time.monotonic() - begun))
    # The work is not lost with its count.
    with suppress(NotReady), tools.record() as store:
        store.tally(counts)


def keep_report(tools: Tools, verification: Verification, report: Report) -> tuple[str, ...]:
    """Save the report and the event in one transaction; the deliveries to ring for."""
    with tools.record() as store:
        policy = make_policy(verification.submission.options)
        judged = decided(report, store.list_rulings(verification.id), policy)
        if not store.save_report(verification.id, report, judged.gate.result):
            return ()
        verdicts = (VERDICTS.count(verdict.value, by=n) for verdict, n in report.counts.items())
        store.tally((ENDED.count(report.status.value), *verdicts))
        urls = subscribers(verification)
        told = store.add_deliveries(verification.id, EventType.COMPLETED, urls)
        changes = _changes(store, verification, report)
        if changes is None:
            return told
        changed = EventType.SOURCE_CHANGED
        return told + store.add_deliveries(verification.id, changed, urls, changes)


def _changes(store: Store, verification: Verification, report: Report) -> dict[str, object] | None:
    """Say what sources no longer say that they said at the revision before; None without one."""
    earlier = report.earlier
    if earlier is None or earlier.report_id != verification.id:
        return None
    before = store.load_report(verification.id, verification.tenant, earlier.revision)
    return source_changes(report, before)


def give_up(tools: Tools, verification: Verification, reason: str) -> None:
    """End a verification that cannot be done, and tell its subscribers."""
    with tools.record() as store:
        if not store.fail(verification.id, reason):
            return
        store.tally([ENDED.count(JobStatus.FAILED.value)])
        deliveries = store.add_deliveries(
            verification.id, EventType.FAILED, subscribers(verification)
        )
    ring(tools, Task.NOTIFY, deliveries)


def ring(tools: Tools, task: Task, ids: tuple[str, ...]) -> None:
    """Ring for each; where the broker is away the sweep will."""
    for record_id in ids:
        tools.queue.enqueue(task, record_id)


def send_on(tools: Tools, now: datetime) -> None:
    """Ring again for verifications that stand still; give up what was tried too often."""
    with tools.record() as store:
        stranded = store.stranded(now)
    trying = Trying()
    for found in stranded:
        with trying.each("sending on", found.id):
            _send_on(tools, found, now)
    trying.end()


def _send_on(tools: Tools, found: Stranded, now: datetime) -> None:
    if found.attempts >= MAX_ATTEMPTS:
        # One that was erased meanwhile needs no end.
        with suppress(NotFound):
            give_up(tools, _load(tools, found), GIVEN_UP)
    elif tools.queue.enqueue(_task_of(found), found.id):
        with tools.record() as store:
            store.rung(found.id, now)


def recheck_due(tools: Tools, now: datetime) -> None:
    """Begin the revisions that are due on a schedule, and ring for each after its commit."""
    with tools.record() as store:
        due = store.due_rechecks(now)
    trying = Trying()
    for each in due:
        with trying.each("rechecking", each.id):
            with tools.record() as store:
                begun = store.recheck_on_schedule(each, now)
            if begun is not None:
                tools.queue.enqueue(Task.COLLECT, begun.id)
    trying.end()


def expire(tools: Tools, now: datetime) -> None:
    """Erase what is past its days: verifications with their snapshots, entries of the audit log."""
    with tools.record() as store:
        store.expire(now - timedelta(days=tools.settings.retention_days))
        store.forget_audit(now - timedelta(days=tools.settings.audit_days))
        store.forget_happenings(now - HAPPENINGS_KEPT)
    tools.commons.sweep()


def release(tools: Tools, verification_id: str, claimant: str | None) -> None:
    """Let go of a stage that failed under us, so that the sweep need not wait for our claim."""
    with tools.record() as store:
        store.release(verification_id, claimant)


def _load(tools: Tools, found: Stranded) -> Verification:
    with tools.record() as store:
        return store.get(found.id, found.tenant)


def _task_of(found: Stranded) -> Task:
    return Task.COLLECT if found.stage is Stage.COLLECT else Task.ASSESS
