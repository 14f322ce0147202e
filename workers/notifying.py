"""The steps of telling receivers: a delivery that is due is made, and what came of it kept. I/O."""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from service.domain import Act, AuditAction
from service.domain.audit import RECEIVER
from service.domain.counting import Count
from service.metrics import ATTEMPTS, STAGES
from service.queue import Task
from service.store import Attempt, Delivery, DeliveryState, new_id
from workers.delivering import Answer, Next, make_payload, make_ping, post, sign, what_next
from workers.tools import Tools

# A retry this soon is rung for at once; later ones are the sweep's.
RING_OURSELVES = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Delivered:
    """An attempt that was made, and what follows from it."""

    attempt: Attempt
    next: Next


def deliver_now(tools: Tools, delivery: Delivery) -> Delivered:
    """Make one attempt at a delivery; raises NotFound where its verification was erased."""
    with tools.record() as store:
        verification = store.get(delivery.verification_id, delivery.tenant)
        counts = store.load_counts(verification.id, delivery.revision)
        webhook = store.find_webhook(delivery.webhook_id) if delivery.webhook_id else None
    body = make_payload(delivery, verification, counts, tools.settings.public_url)
    now = datetime.now(UTC)
    secrets = tools.webhook_secrets if webhook is None else webhook.secrets(now)
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
        if store.record_attempt(delivery.id, delivered.attempt, step.state, step.due_at):
            store.tally(_counts(delivery, delivered.attempt))
        gone = delivery.webhook_id if step.state is DeliveryState.DISABLED else None
        if gone is not None and store.disable_webhook(gone, RECEIVER):
            store.note(Act(delivery.tenant, RECEIVER, AuditAction.WEBHOOK_DISABLED, gone))
    wait = None if step.due_at is None else step.due_at - delivered.attempt.at
    if wait is not None and wait <= RING_OURSELVES:
        tools.queue.enqueue(Task.NOTIFY, delivery.id, delay=wait.total_seconds())


def _counts(delivery: Delivery, attempt: Attempt) -> tuple[Count, ...]:
    took = STAGES.observe("notify", seconds=attempt.seconds or 0)
    return (ATTEMPTS.count(delivery.event_type, attempt.outcome), *took)


def send_on_deliveries(tools: Tools, now: datetime) -> None:
    """Ring for deliveries that are due."""
    with tools.record() as store:
        due = store.due_deliveries(now)
    for delivery_id in due:
        if not tools.queue.enqueue(Task.NOTIFY, delivery_id):
            return
        with tools.record() as store:
            store.delivery_rung(delivery_id, now)
