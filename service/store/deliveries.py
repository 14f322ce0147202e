"""Events, their deliveries to subscribers, and every attempt, kept durably. I/O: SQL."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, func, insert, select, update

from service.domain import Attempt, Delivery, DeliveryState, GateResult, JobStatus, Verification
from service.store.ids import new_id
from service.store.rows import RING_AFTER, Record, Row, moment
from service.store.tables import deliveries, delivery_attempts, events, verifications, webhooks

# A delivery at work is not due again before this has passed: longer than a webhook's
# timeout, so that a crash between two attempts costs a minute and never an event.
LEASE = timedelta(seconds=60)


class DeliveryRecord(Record):
    """The part of the record that keeps events and deliveries."""

    def add_deliveries(
        self,
        verification_id: str,
        event_type: str,
        urls: tuple[str, ...],
        told: Mapping[str, object] | None = None,
    ) -> tuple[str, ...]:
        """Record an event and a delivery of it to each URL and registered receiver; their ids.

        An event of that type and revision is recorded once: asked again, none is new.
        ``told`` is what it tells beside how the verification stands.
        """
        # A receiver that is registered signs with its own secret, also as a callback.
        targets = dict.fromkeys(urls) | self._targets(verification_id, event_type)
        if not targets:
            return ()
        event_id = self._add_event(verification_id, event_type, told)
        if event_id is None:
            return ()
        now = moment(None)
        rows = [
            {
                "id": new_id("dl"),
                "event_id": event_id,
                "url": url,
                "webhook_id": webhook_id,
                "state": DeliveryState.PENDING.value,
                "attempts": 0,
                "due_at": now,
                "ring_at": now + RING_AFTER,
            }
            for url, webhook_id in targets.items()
        ]
        self._connection.execute(insert(deliveries), rows)
        return tuple(str(row["id"]) for row in rows)

    def _targets(self, verification_id: str, event_type: str) -> dict[str, str | None]:
        """Give the registered receivers of an event, by their address."""
        column = webhooks.c
        query = (
            select(column.url, column.id, column.events)
            .join(verifications, verifications.c.tenant == column.tenant)
            .where(verifications.c.id == verification_id, column.disabled_at.is_(None))
            .order_by(column.id)
        )
        found = self._connection.execute(query).all()
        return {
            url: webhook_id
            for url, webhook_id, events_ in found
            if event_type in (json.loads(events_) or [event_type])
        }

    def _add_event(
        self, verification_id: str, event_type: str, told: Mapping[str, object] | None
    ) -> str | None:
        # The row of the verification is the lock under which its events are counted.
        column = verifications.c
        locked = select(column.revision, column.status, column.gate).where(
            column.id == verification_id
        )
        stood = self._connection.execute(locked.with_for_update()).one()
        count = select(func.coalesce(func.max(events.c.sequence), 0)).where(
            events.c.verification_id == verification_id
        )
        row = {
            "id": new_id("evt"),
            "verification_id": verification_id,
            "revision": stood.revision,
            "status": stood.status,
            "gate": stood.gate,
            "type": event_type,
            "told": None if told is None else json.dumps(dict(told)),
            "sequence": self._connection.execute(count).scalar_one() + 1,
            "created_at": moment(None),
        }
        query = self._insert_or_ignore(events, events.c.id)
        return self._connection.execute(query, row).scalar_one_or_none()

    def begin_delivery(self, delivery_id: str, now: datetime | None = None) -> Delivery | None:
        """Claim a delivery that is due and count the attempt; None where it is not due."""
        now = moment(now)
        query = (
            update(deliveries)
            .where(deliveries.c.id == delivery_id)
            .where(deliveries.c.state == DeliveryState.PENDING.value, deliveries.c.due_at <= now)
            .values(attempts=deliveries.c.attempts + 1, due_at=now + LEASE, ring_at=now + LEASE)
        )
        if self._connection.execute(query).rowcount != 1:
            return None
        return self._delivery(delivery_id)

    def record_attempt(
        self,
        delivery_id: str,
        attempt: Attempt,
        state: DeliveryState,
        due_at: datetime | None = None,
    ) -> bool:
        """Note what came of an attempt; ``due_at`` is when the next one is, if any.

        False where that attempt is not the newest any more, and nothing was changed.
        """
        query = (
            update(deliveries)
            .where(deliveries.c.id == delivery_id, deliveries.c.attempts == attempt.number)
            .where(deliveries.c.state == DeliveryState.PENDING.value)
            .values(state=state.value, due_at=due_at or attempt.at, ring_at=due_at or attempt.at)
        )
        if self._connection.execute(query).rowcount != 1:
            return False
        row = {
            "delivery_id": delivery_id,
            "number": attempt.number,
            "at": attempt.at,
            "status": attempt.status,
            "outcome": attempt.outcome,
            "seconds": attempt.seconds,
        }
        self._connection.execute(insert(delivery_attempts).values(row))
        return True

    def due_deliveries(self, now: datetime, limit: int = 500) -> tuple[str, ...]:
        """List the ids of deliveries that the sweep is to ring for, the longest waiting first."""
        query = (
            select(deliveries.c.id)
            .where(deliveries.c.state == DeliveryState.PENDING.value, deliveries.c.ring_at <= now)
            .order_by(deliveries.c.ring_at)
            .limit(limit)
        )
        return tuple(self._connection.execute(query).scalars())

    def delivery_rung(self, delivery_id: str, now: datetime) -> None:
        """Note that the bell was rung for a delivery, so that the next sweep does not."""
        query = update(deliveries).where(
            deliveries.c.id == delivery_id, deliveries.c.ring_at <= now
        )
        self._connection.execute(query.values(ring_at=now + RING_AFTER))

    def list_deliveries(self, verification_id: str, tenant: str) -> tuple[Delivery, ...]:
        """List every delivery of a verification's events, oldest first."""
        query = (
            whole_deliveries()
            .where(events.c.verification_id == verification_id, verifications.c.tenant == tenant)
            .order_by(deliveries.c.id)
        )
        return tuple(to_delivery(row) for row in self._connection.execute(query).mappings())

    def list_attempts(self, delivery_id: str) -> tuple[Attempt, ...]:
        """List every recorded attempt of a delivery, oldest first."""
        return self.attempts_of((delivery_id,)).get(delivery_id, ())

    def attempts_of(self, delivery_ids: Iterable[str]) -> dict[str, tuple[Attempt, ...]]:
        """List the recorded attempts of many deliveries, oldest first; those without are absent."""
        table = delivery_attempts
        query = select(table).where(table.c.delivery_id.in_(list(delivery_ids)))
        found: dict[str, tuple[Attempt, ...]] = {}
        for row in self._connection.execute(query.order_by(table.c.number)).mappings():
            fields = (row[name] for name in ("number", "at", "status", "outcome", "seconds"))
            found[row["delivery_id"]] = (*found.get(row["delivery_id"], ()), Attempt(*fields))
        return found

    def _delivery(self, delivery_id: str) -> Delivery:
        query = whole_deliveries().where(deliveries.c.id == delivery_id)
        return to_delivery(self._connection.execute(query).mappings().one())


def subscribers(verification: Verification) -> tuple[str, ...]:
    """Give the addresses that are told how a verification ends."""
    url = verification.submission.callback_url
    return () if url is None else (url,)


def whole_deliveries() -> Select[Any]:
    """Begin a query of deliveries, with what their event and verification say of them."""
    return _WHOLE


_WHOLE = (
    select(
        deliveries,
        events.c.type,
        events.c.sequence,
        events.c.created_at,
        events.c.revision,
        events.c.told,
        # Events of an earlier version did not keep them.
        func.coalesce(events.c.status, verifications.c.status).label("status"),
        case((events.c.status.is_(None), verifications.c.gate), else_=events.c.gate).label("gate"),
        verifications.c.id.label("verification_id"),
        verifications.c.tenant,
        verifications.c.trace,
    )
    .join(events, events.c.id == deliveries.c.event_id)
    .join(verifications, verifications.c.id == events.c.verification_id)
)


def to_delivery(row: Row) -> Delivery:
    """Turn a row of ``whole_deliveries`` into a Delivery."""
    return Delivery(
        id=row["id"],
        event_id=row["event_id"],
        event_type=row["type"],
        sequence=row["sequence"],
        verification_id=row["verification_id"],
        tenant=row["tenant"],
        url=row["url"],
        attempts=row["attempts"],
        state=DeliveryState(row["state"]),
        due_at=row["due_at"],
        created_at=row["created_at"],
        revision=row["revision"],
        status=JobStatus(row["status"]),
        gate=None if row["gate"] is None else GateResult(row["gate"]),
        webhook_id=row["webhook_id"],
        told=None if row["told"] is None else json.loads(row["told"]),
        trace=row["trace"],
    )
