"""Verifications ended before their time: given up, cancelled, erased. I/O: SQL."""

from datetime import datetime

from sqlalchemy import delete, update

from service.domain import JobStatus, Stage
from service.store.rows import LIVE, Record, moment
from service.store.tables import verifications


class EndingRecord(Record):
    """The part of the record that ends what is not to go on."""

    def fail(self, verification_id: str, reason: str, now: datetime | None = None) -> bool:
        """Give up, with a reason fit for the caller's eyes; whether it was still going."""
        return self._end(verification_id, JobStatus.FAILED, reason, now)

    def cancel(self, verification_id: str, now: datetime | None = None) -> bool:
        """Stop it at its caller's wish; whether it was still going.

        A worker that is at it learns so at its next note, and keeps nothing of its work.
        """
        if not self._end(verification_id, JobStatus.CANCELLED, None, now):
            return False
        self.end_schedule(verification_id)
        return True

    def end_schedule(self, verification_id: str) -> bool:
        """Recheck it by itself no more; whether that was still to be."""
        column = verifications.c
        query = update(verifications).where(
            column.id == verification_id, column.schedule_at.is_not(None)
        )
        ended = query.values(schedule_at=None, updated_at=moment(None))
        return self._connection.execute(ended).rowcount == 1

    def erase(self, verification_id: str, tenant: str) -> bool:
        """Erase it with all that hangs on it; whether it was there.

        Draft, reading, snapshots, reports, events, deliveries and their attempts go with
        their verification, and so does its idempotency key.
        """
        query = delete(verifications).where(
            verifications.c.id == verification_id, verifications.c.tenant == tenant
        )
        return self._connection.execute(query).rowcount == 1

    def _end(
        self, verification_id: str, status: JobStatus, error: str | None, now: datetime | None
    ) -> bool:
        now = moment(now)
        query = (
            update(verifications)
            .where(verifications.c.id == verification_id)
            .where(verifications.c.status.in_(LIVE))
            .values(
                status=status.value,
                stage=Stage.DONE.value,
                error=error,
                claimant=None,
                claimed_until=None,
                ring_at=None,
                updated_at=now,
                completed_at=now,
            )
        )
        return self._connection.execute(query).rowcount == 1
