"""What a crash left standing, what is past its time, and whether the record answers. I/O: SQL."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from service.domain import Act, AuditAction, Stage
from service.domain.audit import RETENTION
from service.store.audit import AuditRecord
from service.store.rows import LIVE, RING_AFTER
from service.store.tables import verifications


@dataclass(frozen=True, slots=True)
class Stranded:
    """A verification that waits for a stage nobody is known to be at."""

    id: str
    tenant: str
    stage: Stage
    attempts: int


class SweepingRecord(AuditRecord):
    """The part of the record that the sweep asks."""

    def stranded(self, now: datetime, limit: int = 500) -> tuple[Stranded, ...]:
        """List verifications that should have moved by now, the longest waiting first."""
        column = verifications.c
        query = (
            select(column.id, column.tenant, column.stage, column.attempts)
            .where(column.ring_at <= now)
            .order_by(column.ring_at)
            .limit(limit)
        )
        rows = self._connection.execute(query).mappings()
        return tuple(
            Stranded(row["id"], row["tenant"], Stage(row["stage"]), row["attempts"]) for row in rows
        )

    def rung(self, verification_id: str, now: datetime) -> bool:
        """Note that the bell was rung again; the next time it waits twice as long.

        The doubling keeps a long backlog from filling the broker with messages that
        find nothing to do. Whether the verification was still waiting.
        """
        column = verifications.c
        query = select(column.updated_at).where(column.id == verification_id)
        since = self._connection.execute(query).scalar_one_or_none()
        if since is None:
            return False
        again = now + max(now - since, RING_AFTER)
        query_moved = (
            update(verifications)
            .where(column.id == verification_id, column.ring_at <= now)
            .values(ring_at=again)
        )
        return self._connection.execute(query_moved).rowcount == 1

    def expire(self, older_than: datetime) -> int:
        """Erase verifications made before that moment, with all that hangs on them; how many."""
        column = verifications.c
        query = delete(verifications).where(
            column.created_at < older_than, column.status.not_in(LIVE)
        )
        gone = self._connection.execute(query.returning(column.tenant, column.id)).all()
        self.note(*(Act(tenant, RETENTION, AuditAction.EXPIRED, id_) for tenant, id_ in gone))
        return len(gone)

    def ping(self) -> None:
        """Ask the database for anything at all; raises NotReady by ``open_store``."""
        self._connection.execute(select(verifications.c.id).limit(1))
