"""A verification made anew as its next revision; older ones stay as they are. I/O: SQL."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Update, exists, select, update

from service.domain import JobStatus, Recheck, Schedule, Stage, Verification
from service.errors import NotFound
from service.store.rows import LIVE, RING_AFTER, Record, moment, to_verification
from service.store.tables import reports, verifications


@dataclass(frozen=True, slots=True)
class DueRecheck:
    """A verification whose next recheck is due, with the schedule as it stands."""

    id: str
    schedule: Schedule


class RecheckRecord(Record):
    """The part of the record that begins revisions."""

    def recheck(
        self,
        verification_id: str,
        tenant: str,
        mode: Recheck,
        now: datetime | None = None,
        trace: str | None = None,
    ) -> Verification | None:
        """Begin the next revision, to be collected; None where one still goes on.

        For the unread sources alone there must be a report of them; None without one.
        Raises NotFound.
        """
        column = verifications.c
        query = _next_revision(verification_id, mode, moment(now), trace=trace)
        query = query.where(column.tenant == tenant)
        if mode is Recheck.UNREAD:
            query = query.where(exists().where(reports.c.verification_id == column.id))
        begun = self._begun(query)
        if begun is not None:
            return begun
        known = select(column.id).where(column.id == verification_id, column.tenant == tenant)
        if self._connection.execute(known).one_or_none() is None:
            raise NotFound(f"no verification {verification_id}")
        return None

    def due_rechecks(self, now: datetime, limit: int = 500) -> tuple[DueRecheck, ...]:
        """List what is to be checked again by now and rests, the longest overdue first."""
        column = verifications.c
        query = (
            select(column.id, column.schedule_every, column.schedule_left, column.schedule_at)
            .where(column.schedule_at <= now, column.status.not_in(LIVE))
            .order_by(column.schedule_at)
            .limit(limit)
        )
        return tuple(
            DueRecheck(id_, Schedule(timedelta(seconds=every), left, at))
            for id_, every, left, at in self._connection.execute(query)
        )

    def recheck_on_schedule(self, due: DueRecheck, now: datetime) -> Verification | None:
        """Begin the revision that is due; None where another process did, or one still goes on.

        One update begins it and moves the schedule on, so it is begun once, whoever comes.
        """
        column, schedule = verifications.c, due.schedule
        query = (
            _next_revision(due.id, Recheck.ALL, now)
            .where(column.schedule_at == schedule.next_at, column.schedule_left == schedule.left)
            .values(schedule_at=schedule.after(now), schedule_left=schedule.left - 1, trace=None)
        )
        return self._begun(query)

    def _begun(self, query: Update) -> Verification | None:
        row = self._connection.execute(query.returning(verifications)).mappings().one_or_none()
        return None if row is None else to_verification(row)


def _next_revision(verification_id: str, mode: Recheck, now: datetime, **values: Any) -> Update:  # noqa: ANN401  values of columns
    column = verifications.c
    return (
        update(verifications)
        .where(column.id == verification_id, column.status.not_in(LIVE))
        .values(
            revision=column.revision + 1,
            recheck=mode.value,
            status=JobStatus.QUEUED.value,
            stage=Stage.COLLECT.value,
            attempts=0,
            progress="{}",
            gate=None,
            error=None,
            updated_at=now,
            completed_at=None,
            ring_at=now + RING_AFTER,
            **values,
        )
    )
