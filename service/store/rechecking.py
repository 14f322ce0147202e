"""A verification made anew as its next revision; older ones stay as they are. I/O: SQL."""

from datetime import datetime

from sqlalchemy import exists, select, update

from service.domain import JobStatus, Recheck, Stage, Verification
from service.errors import NotFound
from service.store.rows import LIVE, RING_AFTER, Record, moment, to_verification
from service.store.tables import reports, verifications


class RecheckRecord(Record):
    """The part of the record that begins revisions."""

    def recheck(
        self, verification_id: str, tenant: str, mode: Recheck, now: datetime | None = None
    ) -> Verification | None:
        """Begin the next revision, to be collected; None where one still goes on.

        For the unread sources alone there must be a report of them; None without one.
        Raises NotFound.
        """
        now = moment(now)
        column = verifications.c
        query = (
            update(verifications)
            .where(column.id == verification_id, column.tenant == tenant)
            .where(column.status.not_in(LIVE))
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
            )
            .returning(verifications)
        )
        if mode is Recheck.UNREAD:
            query = query.where(exists().where(reports.c.verification_id == column.id))
        row = self._connection.execute(query).mappings().one_or_none()
        if row is not None:
            return to_verification(row)
        known = select(column.id).where(column.id == verification_id, column.tenant == tenant)
        if self._connection.execute(known).one_or_none() is None:
            raise NotFound(f"no verification {verification_id}")
        return None
