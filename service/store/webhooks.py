"""Registered receivers of webhooks, and what is on its way to them. I/O: SQL.

Their secrets stand here as they are: whoever signs must know them.
"""

import json
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select, update

from service.domain import Delivery, DeliveryState, EventType, Ping, Webhook
from service.store.deliveries import to_delivery, whole_deliveries
from service.store.ids import new_id
from service.store.rows import Record, Row, moment
from service.store.tables import deliveries, events, webhooks

# How long both secrets sign after a rotation: time to bring the new one to every receiver.
OVERLAP = timedelta(hours=24)


class WebhookRecord(Record):
    """The part of the record that keeps receivers."""

    def add_webhook(
        self, tenant: str, url: str, events: tuple[EventType, ...], secret: str
    ) -> Webhook:
        """Register a receiver."""
        row = {
            "id": new_id("wh"),
            "tenant": tenant,
            "url": url,
            "events": json.dumps([each.value for each in events]),
            "secret": secret,
            "created_at": moment(None),
        }
        query = insert(webhooks).values(row).returning(webhooks)
        return _to_webhook(self._connection.execute(query).mappings().one())

    def count_webhooks(self, tenant: str) -> int:
        """Count the receivers of a tenant."""
        query = select(func.count()).where(webhooks.c.tenant == tenant)
        return self._connection.execute(query).scalar_one()

    def list_webhooks(self, tenant: str) -> tuple[Webhook, ...]:
        """List the receivers of a tenant, oldest first."""
        query = select(webhooks).where(webhooks.c.tenant == tenant).order_by(webhooks.c.id)
        return tuple(_to_webhook(row) for row in self._connection.execute(query).mappings())

    def find_webhook(self, webhook_id: str, tenant: str | None = None) -> Webhook | None:
        """Find a receiver, of that tenant where one is named."""
        query = select(webhooks).where(webhooks.c.id == webhook_id)
        if tenant is not None:
            query = query.where(webhooks.c.tenant == tenant)
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else _to_webhook(row)

    def rotate_secret(self, webhook_id: str, secret: str, now: datetime | None = None) -> None:
        """Sign with a new secret, and for a day with the one before too."""
        column = webhooks.c
        query = update(webhooks).where(column.id == webhook_id)
        values = {"old_secret": column.secret, "old_until": moment(now) + OVERLAP, "secret": secret}
        self._connection.execute(query.values(values))

    def disable_webhook(self, webhook_id: str, by: str) -> bool:
        """Send nothing there any more; whether anything was."""
        column = webhooks.c
        query = update(webhooks).where(column.id == webhook_id, column.disabled_at.is_(None))
        moved = self._connection.execute(query.values(disabled_at=moment(None), disabled_by=by))
        waiting = update(deliveries).where(
            deliveries.c.webhook_id == webhook_id,
            deliveries.c.state == DeliveryState.PENDING.value,
        )
        self._connection.execute(waiting.values(state=DeliveryState.DISABLED.value))
        return moved.rowcount == 1

    def enable_webhook(self, webhook_id: str) -> bool:
        """Send there again what comes about from now on; whether nothing was sent before."""
        column = webhooks.c
        query = update(webhooks).where(column.id == webhook_id, column.disabled_at.is_not(None))
        moved = self._connection.execute(query.values(disabled_at=None, disabled_by=None))
        return moved.rowcount == 1

    def remove_webhook(self, webhook_id: str) -> None:
        """Forget a receiver, with what was on its way there."""
        query = delete(deliveries).where(deliveries.c.webhook_id == webhook_id)
        self._connection.execute(query)
        self._connection.execute(delete(webhooks).where(webhooks.c.id == webhook_id))

    def note_ping(
        self, webhook_id: str, status: int | None = None, outcome: str | None = None
    ) -> None:
        """Note that a ping is asked for, or what came of it."""
        query = update(webhooks).where(webhooks.c.id == webhook_id)
        values = {"ping_at": moment(None), "ping_status": status, "ping_outcome": outcome}
        self._connection.execute(query.values(values))

    def deliveries_of(
        self, webhook_id: str, limit: int, before: str | None = None
    ) -> tuple[Delivery, ...]:
        """List what went or goes to a receiver, the newest first."""
        query = whole_deliveries().where(deliveries.c.webhook_id == webhook_id)
        if before is not None:
            query = query.where(deliveries.c.id < before)
        query = query.order_by(deliveries.c.id.desc()).limit(limit)
        return tuple(to_delivery(row) for row in self._connection.execute(query).mappings())

    def redeliver(
        self,
        webhook_id: str,
        delivery_id: str | None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 500,
    ) -> tuple[str, ...]:
        """Let one delivery, or those of events of a time, be made once more; their ids.

        What is still on its way goes on as it is.
        """
        wanted = whole_deliveries().where(
            deliveries.c.webhook_id == webhook_id,
            deliveries.c.state != DeliveryState.PENDING.value,
        )
        if delivery_id is not None:
            wanted = wanted.where(deliveries.c.id == delivery_id)
        if since is not None:
            wanted = wanted.where(events.c.created_at >= since)
        if until is not None:
            wanted = wanted.where(events.c.created_at < until)
        rows = self._connection.execute(wanted.order_by(deliveries.c.id).limit(limit))
        found = [row["id"] for row in rows.mappings()]
        now = moment(None)
        query = update(deliveries).where(deliveries.c.id.in_(found))
        again = {"state": DeliveryState.PENDING.value, "due_at": now, "ring_at": now}
        self._connection.execute(query.values(again))
        return tuple(found)


def _to_webhook(row: Row) -> Webhook:
    fields = {
        name: row[name]
        for name in (
            "id",
            "tenant",
            "url",
            "secret",
            "created_at",
            "old_secret",
            "old_until",
            "disabled_at",
            "disabled_by",
        )
    }
    ping = Ping(row["ping_at"], row["ping_status"], row["ping_outcome"]) if row["ping_at"] else None
    events = tuple(EventType(each) for each in json.loads(row["events"]))
    return Webhook(**fields, events=events, ping=ping)
