"""How much waits in the record, and for how long. I/O: SQL."""

from dataclasses import dataclass
from datetime import datetime

from alembic.runtime.migration import MigrationContext
from sqlalchemy import func, select

from service.domain import DeliveryState, JobStatus, Stage
from service.store.revisions import newest
from service.store.rows import Record
from service.store.tables import deliveries, verifications


@dataclass(frozen=True, slots=True)
class Waiting:
    """Verifications of one stage and status: how many, and when the oldest was last moved."""

    stage: Stage
    status: JobStatus
    count: int
    oldest: datetime


class PulseRecord(Record):
    """The part of the record that is asked how busy it is."""

    def waiting(self) -> tuple[Waiting, ...]:
        """Count what waits or is at work, by stage and status."""
        column = verifications.c
        query = (
            select(column.stage, column.status, func.count(), func.min(column.updated_at))
            # What still goes on is what the sweep may have to ring for, and that is indexed.
            .where(column.ring_at.is_not(None))
            .group_by(column.stage, column.status)
        )
        return tuple(
            Waiting(Stage(stage), JobStatus(status), count, oldest)
            for stage, status, count, oldest in self._connection.execute(query)
        )

    def is_current(self) -> bool:
        """Whether the tables are those of this version."""
        return MigrationContext.configure(self._connection).get_current_revision() == newest()

    def pending_deliveries(self) -> tuple[int, datetime | None]:
        """Count the deliveries still to be made, and say since when the first of them is due."""
        query = select(func.count(), func.min(deliveries.c.due_at)).where(
            deliveries.c.state == DeliveryState.PENDING.value
        )
        count, due = self._connection.execute(query).one()
        return count, due
