"""A delivery in, a signed POST out, and what is to be done next. I/O: one HTTP request.

Standard Webhooks (https://www.standardwebhooks.com): the id is the event's and the same
at every attempt, the signature is of id, time and body. The payload is thin and holds no
text of the article; the receiver's reply is never read.
"""

import base64
import json
import os
import random
import secrets
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import anyio
import httpx2
from standardwebhooks import Webhook

from service.domain import Unread, Verdict, Verification
from service.store import Delivery, DeliveryState
from service.store import Webhook as Registered
from workers.fetching import AddressRefused, guarded_client
from workers.fetching.guard import GuardPolicy
from workers.fetching.urls import checked_url

# How long after an attempt that failed the next one is made; the first is made at once.
# The schedule of the Standard Webhooks specification, "Deliverability and reliability".
DELAYS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
MAX_ATTEMPTS = len(DELAYS) + 1
JITTER = 0.1  # of the delay, added at most, so that receivers do not meet all at once

GONE = 410
SECRET_FILE = "webhook.secret"  # noqa: S105  its name; below the data directory
USER_AGENT = "Sourceproof-Webhooks/1"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a POST. ``status`` is ``None`` where there was no reply."""

    status: int | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Next:
    """How a delivery stands after an attempt; ``due_at`` is the next one, if any."""

    state: DeliveryState
    due_at: datetime | None = None


def make_payload(
    delivery: Delivery,
    verification: Verification,
    counts: dict[Verdict, int] | None,
    public_url: str | None,
) -> bytes:
    """Write the body: the same bytes at every attempt, well under 20 kB."""
    data = {
        "id": verification.id,
        "revision": delivery.revision,
        "sequence": delivery.sequence,
        "status": delivery.status.value,
        "gate": None if delivery.gate is None else delivery.gate.value,
        "counts": None if counts is None else {v.value: n for v, n in counts.items()},
        "external_id": verification.submission.external_id,
        "report_url": None if counts is None else _report_url(verification.id, public_url),
        **(delivery.told or {}),
    }
    stamp = _stamp(delivery.created_at)
    return json.dumps({"type": delivery.event_type, "timestamp": stamp, "data": data}).encode()


def make_ping(webhook: Registered, now: datetime) -> bytes:
    """Write the body of a ping. ``now`` in UTC."""
    data = {"webhook_id": webhook.id}
    return json.dumps({"type": "ping", "timestamp": _stamp(now), "data": data}).encode()


def sign(secret: str, event_id: str, body: bytes, now: datetime, *more: str) -> dict[str, str]:
    """Make the headers by which a receiver knows who sent this, and when. ``now`` in UTC.

    ``more`` are further secrets that sign beside the first: while one is rotated, a receiver
    may know either.
    """
    signatures = [Webhook(each).sign(event_id, now, body.decode()) for each in (secret, *more)]
    return {
        "content-type": "application/json",
        "webhook-id": event_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


async def post(
    url: str, headers: dict[str, str], body: bytes, *, guard: GuardPolicy, seconds: float
) -> Answer:
    """POST once, through the address guard; no redirect is followed.

    ``seconds`` covers everything, name and body included. What the receiver does is a value.
    """
    if isinstance(checked_url(url), Unread):
        return Answer(None, "refused")
    answer = Answer(None, "timeout")
    with anyio.move_on_after(seconds):
        async with guarded_client(guard, timeout=seconds, user_agent=USER_AGENT) as client:
            answer = await _post(client, url, headers, body)
    return answer


async def _post(
    client: httpx2.AsyncClient, url: str, headers: dict[str, str], body: bytes
) -> Answer:
    try:
        async with client.stream("POST", url, headers=headers, content=body) as reply:
            return Answer(reply.status_code, "delivered" if reply.is_success else "status")
    except AddressRefused:
        return Answer(None, "refused")
    except httpx2.TimeoutException:
        return Answer(None, "timeout")
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError):
        return Answer(None, "unreachable")


def what_next(answer: Answer, attempts: int, now: datetime) -> Next:
    """Decide after the ``attempts``-th attempt, the one just made."""
    if answer.outcome == "delivered":
        return Next(DeliveryState.DELIVERED)
    if answer.status == GONE:
        return Next(DeliveryState.DISABLED)
    if attempts >= MAX_ATTEMPTS:
        return Next(DeliveryState.FAILED)
    jitter = 1 + random.uniform(0, JITTER)  # noqa: S311  spreads load, keeps no secret
    return Next(DeliveryState.PENDING, now + DELAYS[attempts - 1] * jitter)


def _stamp(moment: datetime) -> str:
    """Write a moment in UTC as the API does, with "Z"."""
    return moment.isoformat().replace("+00:00", "Z")


def load_secrets(data_dir: Path) -> tuple[str, ...]:
    """Read the installation's signing secrets; one is made at first use, for its owner alone.

    Several stand there while one is changed, the new one first.
    """
    path = data_dir / SECRET_FILE
    if not path.exists():
        _make_secret(path)
    return tuple(path.read_text(encoding="ascii").split())


def _make_secret(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    secret = "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()
    # Written aside and linked: whoever comes second finds a whole file, and keeps to it.
    descriptor, aside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secret + "\n")
        with suppress(FileExistsError):
            os.link(aside, path)
    finally:
        Path(aside).unlink()


def _report_url(verification_id: str, public_url: str | None) -> str:
    return f"{(public_url or '').rstrip('/')}/v1/verifications/{verification_id}/report"
