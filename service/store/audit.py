"""The audit log: entries added, read, and dropped after their days; never changed. I/O: SQL.

No key leads from it to what it tells of, so it outlives that. A trigger of the database
(migration 0011) refuses to change an entry.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Index, String, Table, Text, delete, insert, select

from service.domain import Act, AuditAction, AuditEntry
from service.store.ids import new_id
from service.store.rows import Record, Row, moment
from service.store.tables import Instant, metadata

audit = Table(
    "audit",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("at", Instant, nullable=False),
    Column("who", String(40), nullable=False),
    Column("action", String(40), nullable=False),
    Column("subject", String(40), nullable=False),
    Column("request_id", String(64)),
    Column("detail", Text, nullable=False),  # JSON
    Index("ix_audit_tenant_id", "tenant", "id"),
    Index("ix_audit_at", "at"),
)


@dataclass(frozen=True, slots=True)
class Noted:
    """Which entries are wanted; what is None narrows nothing. ``until`` is not included."""

    tenant: str | None = None
    action: AuditAction | None = None
    who: str | None = None
    subject: str | None = None
    since: datetime | None = None
    until: datetime | None = None


class AuditRecord(Record):
    """The part of the record that keeps who did what."""

    def note(self, *acts: Act) -> None:
        """Write down what was done, in the transaction that does it."""
        now = moment(None)
        rows = [
            {
                "id": new_id("au"),
                "tenant": act.tenant,
                "at": now,
                "who": act.who,
                "action": act.action.value,
                "subject": act.subject,
                "request_id": act.request_id,
                "detail": json.dumps(dict(act.detail)),
            }
            for act in acts
        ]
        if rows:
            self._connection.execute(insert(audit), rows)

    def list_audit(
        self, wanted: Noted, limit: int = 50, before: str | None = None
    ) -> tuple[AuditEntry, ...]:
        """List entries, the newest first, older than the id ``before``."""
        column = audit.c
        given = ("tenant", "action", "who", "subject")
        values = {name: getattr(wanted, name) for name in given}
        query = select(audit).where(
            *(column[name] == value for name, value in values.items() if value is not None)
        )
        if wanted.since is not None:
            query = query.where(column.at >= wanted.since)
        if wanted.until is not None:
            query = query.where(column.at < wanted.until)
        if before is not None:
            query = query.where(column.id < before)
        rows = self._connection.execute(query.order_by(column.id.desc()).limit(limit)).mappings()
        return tuple(_to_entry(row) for row in rows)

    def forget_audit(self, older_than: datetime) -> int:
        """Drop entries made before that moment; how many."""
        return self._connection.execute(delete(audit).where(audit.c.at < older_than)).rowcount


def _to_entry(row: Row) -> AuditEntry:
    facts = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(row["detail"]).items()
    }
    action = AuditAction(row["action"])
    who = Act(row["tenant"], row["who"], action, row["subject"], row["request_id"], facts)
    return AuditEntry(row["id"], row["at"], who)
