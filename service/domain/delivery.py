"""Events on their way to those who subscribed, and who did. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from service.domain.vocabulary import EventType, GateResult, JobStatus


class DeliveryState(StrEnum):
    """How a delivery stands."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"  # every attempt of the schedule was made
    DISABLED = "disabled"  # the receiver said 410, or may not be reached


@dataclass(frozen=True, slots=True)
class Delivery:
    """An event on its way to one subscriber. ``attempts`` counts the one now begun.

    ``event_id`` is the webhook-id, the same for every attempt; ``sequence`` counts the
    events of one verification from 1. ``revision``, ``status`` and ``gate`` are those of the
    verification when the event came about; it may have gone on since. ``told`` is what the
    event tells beside these.
    """

    id: str
    event_id: str
    event_type: str
    sequence: int
    verification_id: str
    tenant: str
    url: str
    attempts: int
    state: DeliveryState
    due_at: datetime
    created_at: datetime
    revision: int
    status: JobStatus
    gate: GateResult | None
    webhook_id: str | None = None
    told: dict[str, object] | None = None
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of one attempt, and the seconds it took. Never holds the receiver's words."""

    number: int
    at: datetime
    status: int | None
    outcome: str
    seconds: float | None = None  # None: made by a version that did not measure


@dataclass(frozen=True, slots=True)
class Ping:
    """What came of the newest ping. ``outcome`` is None until it was sent."""

    at: datetime
    status: int | None
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Webhook:
    """A receiver. ``events`` are those it is told of; none means all."""

    id: str
    tenant: str
    url: str
    events: tuple[EventType, ...]
    secret: str
    created_at: datetime
    old_secret: str | None = None
    old_until: datetime | None = None
    disabled_at: datetime | None = None
    disabled_by: str | None = None
    ping: Ping | None = None

    def secrets(self, now: datetime) -> tuple[str, ...]:
        """Give the secrets that sign at that moment, the newest first."""
        if self.old_secret is None or self.old_until is None or self.old_until <= now:
            return (self.secret,)
        return (self.secret, self.old_secret)
