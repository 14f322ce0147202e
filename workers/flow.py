"""The steps between the record and the verbs, one function each, for the tasks. I/O."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

import anyio

from service.domain import (
    Act,
    Assessment,
    AuditAction,
    EventType,
    HappeningKind,
    Page,
    Reading,
    Recheck,
    Report,
    Stage,
    Submission,
    Unread,
    Verification,
)
from service.domain.audit import RECEIVER
from service.errors import NotFound
from service.policy import decided, left_unfollowed, make_policy
from service.queue import Task
from service.store import Attempt, Delivery, DeliveryState, Stranded, new_id, subscribers
from workers.assessing.article import assess_article
from workers.assessing.report import make_report
from workers.collecting import collect, collect_unread, run_collecting
from workers.delivering import Answer, Next, make_payload, make_ping, post, sign, what_next
from workers.fetching import Fetcher
from workers.keeping import fetcher_of
from workers.noting import Notes, Stopped
from workers.tools import Tools
from workers.versions import current_versions

# How often a stage is begun before it is given up; what crashes three times crashes again.
MAX_ATTEMPTS = 3

GIVEN_UP = "this was tried several times and could not be finished"

# Sources are given this long in all, seconds; those not read by then are reported so.
COLLECT_BUDGET = 480.0

# Who listens so long after still finds how it ended; the rest stands in the report.
HAPPENINGS_KEPT = timedelta(days=1)

# A retry this soon is rung for at once; later ones are the sweep's.
RING_OURSELVES = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Delivered:
    """An attempt that was made, and what follows from it."""

    attempt: Attempt
    next: Next


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
    with fetcher_of(tools, verification, policy) as fetcher:
        return run_collecting(_collect(tools, verification.submission, before, notes, fetcher))


async def _collect(
    tools: Tools,
    submission: Submission,
    before: Reading | None,
    notes: Notes,
    fetcher: Fetcher,
) -> Reading:
    """Read all, or where there is a reading already, what it could not read."""

    def on_source(url: str, outcome: Page | Unread) -> None:
        notes.step(HappeningKind.SOURCE, url=url, access=outcome.access.value)

    work = anyio.CancelScope()
    async with fetcher:
        watching = asyncio.create_task(notes.watch(work))
        try:
            with work:
                asked = (
                    partial(collect, submission)
                    if before is None
                    else partial(collect_unread, before)
                )
                return await asked(
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
    assessments = assess_article(reading, tools.scorer, on_statement=on_statement)
    report = make_report(
        reading,
        assessments,
        make_policy(verification.submission.options),
        report_id=verification.id,
        checked_at=datetime.now(UTC),
        versions=current_versions(),
        revision=verification.revision,
        earlier=earlier,
    )
    return left_unfollowed(report, reading.ignores)


def keep_report(tools: Tools, verification: Verification, report: Report) -> tuple[str, ...]:
    """Save the report and the event in one transaction; the deliveries to ring for."""
    with tools.record() as store:
        policy = make_policy(verification.submission.options)
        judged = decided(report, store.list_rulings(verification.id), policy)
        if not store.save_report(verification.id, report, judged.gate.result):
            return ()
        return store.add_deliveries(verification.id, EventType.COMPLETED, subscribers(verification))


def give_up(tools: Tools, verification: Verification, reason: str) -> None:
    """End a verification that cannot be done, and tell its subscribers."""
    with tools.record() as store:
        if not store.fail(verification.id, reason):
            return
        deliveries = store.add_deliveries(
            verification.id, EventType.FAILED, subscribers(verification)
        )
    ring(tools, Task.NOTIFY, deliveries)


def ring(tools: Tools, task: Task, ids: tuple[str, ...]) -> None:
    """Ring for each; where the broker is away the sweep will."""
    for record_id in ids:
        tools.queue.enqueue(task, record_id)


def deliver_now(tools: Tools, delivery: Delivery) -> Delivered:
    """Make one attempt at a delivery; raises NotFound where its verification was erased."""
    with tools.record() as store:
        verification = store.get(delivery.verification_id, delivery.tenant)
        counts = store.load_counts(verification.id, delivery.revision)
        webhook = store.find_webhook(delivery.webhook_id) if delivery.webhook_id else None
    body = make_payload(delivery, verification, counts, tools.settings.public_url)
    now = datetime.now(UTC)
    secrets = (tools.webhook_secret,) if webhook is None else webhook.secrets(now)
    begun = time.monotonic()
    answer = _post(tools, delivery.url, delivery.event_id, body, secrets)
    seconds = round(time.monotonic() - begun, 3)
    now = datetime.now(UTC)
    attempt = Attempt(delivery.attempts, now, answer.status, answer.outcome, seconds)
    return Delivered(attempt, what_next(answer, delivery.attempts, now))


def ping_now(tools: Tools, webhook_id: str) -> None:
    """Send one ping, signed as every event, and note what came of it."""
    with tools.record() as store:
        webhook = store.find_webhook(webhook_id)
    if webhook is None:
        return
    now = datetime.now(UTC)
    body = make_ping(webhook, now)
    answer = _post(tools, webhook.url, new_id("evt"), body, webhook.secrets(now))
    with tools.record() as store:
        store.note_ping(webhook_id, answer.status, answer.outcome)


def _post(tools: Tools, url: str, event_id: str, body: bytes, secrets: tuple[str, ...]) -> Answer:
    first, *more = secrets
    headers = sign(first, event_id, body, datetime.now(UTC), *more)
    seconds = tools.settings.webhook_timeout
    return asyncio.run(post(url, headers, body, guard=tools.settings, seconds=seconds))


def keep_attempt(tools: Tools, delivery: Delivery, delivered: Delivered) -> None:
    """Record the attempt and when the next is due, and ring for it where that is soon."""
    step = delivered.next
    with tools.record() as store:
        store.record_attempt(delivery.id, delivered.attempt, step.state, step.due_at)
        gone = delivery.webhook_id if step.state is DeliveryState.DISABLED else None
        if gone is not None and store.disable_webhook(gone, RECEIVER):
            store.note(Act(delivery.tenant, RECEIVER, AuditAction.WEBHOOK_DISABLED, gone))
    wait = None if step.due_at is None else step.due_at - delivered.attempt.at
    if wait is not None and wait <= RING_OURSELVES:
        tools.queue.enqueue(Task.NOTIFY, delivery.id, delay=wait.total_seconds())


def send_on(tools: Tools, now: datetime) -> None:
    """Ring again for verifications that stand still; give up what was tried too often."""
    with tools.record() as store:
        stranded = store.stranded(now)
    for found in stranded:
        if found.attempts >= MAX_ATTEMPTS:
            # One that was erased meanwhile needs no end.
            with suppress(NotFound):
                give_up(tools, _load(tools, found), GIVEN_UP)
        elif tools.queue.enqueue(_task_of(found), found.id):
            with tools.record() as store:
                store.rung(found.id, now)


def send_on_deliveries(tools: Tools, now: datetime) -> None:
    """Ring for deliveries that are due."""
    with tools.record() as store:
        due = store.due_deliveries(now)
    for delivery_id in due:
        if not tools.queue.enqueue(Task.NOTIFY, delivery_id):
            return
        with tools.record() as store:
            store.delivery_rung(delivery_id, now)


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
