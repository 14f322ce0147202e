"""Verifications: added, found, listed, begun, moved on. I/O: SQL.

The stage column is the only lock: whoever moves it, with one conditional update,
has done the stage; everybody else learns that it is done.
"""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, func, insert, or_, select, update

from service.domain import JobStatus, Progress, Stage, Submission, Verification
from service.domain.addresses import same_page_key
from service.domain.schedule import schedule_of
from service.errors import IdempotencyMismatch, NotFound
from service.store.codec import progress_from_json, progress_to_json, submission_to_json
from service.store.ids import new_id
from service.store.rows import LIVE, RING_AFTER, Record, moment, storable, to_verification
from service.store.tables import drafts, verifications
from service.store.wanted import Wanted

# How long a claim on a stage is believed without a sign of life. Longer than the hard
# time limit of a task (see service.queue), so that it never ends under a task at work.
CLAIM = timedelta(seconds=660)

# What every POST says, made once: to build a statement takes longer than to run it.
_DRAFT = insert(drafts)
_LOCK_OF_TENANT = select(func.pg_advisory_xact_lock(func.hashtextextended(bindparam("tenant"), 0)))
_LIVE_OF_TENANT = select(func.count()).where(
    verifications.c.tenant == bindparam("tenant"), verifications.c.status.in_(LIVE)
)


class VerificationRecord(Record):
    """The part of the record that keeps verifications."""

    def add(
        self,
        submission: Submission,
        tenant: str,
        idempotency_key: str | None = None,
        body_hash: str | None = None,
        trace: str | None = None,
    ) -> Verification:
        """Record a submission, to be collected; or find what the same key recorded before.

        ``body_hash`` is the sha256 of the request's body, in hexadecimal. Raises
        IdempotencyMismatch where the key came before with another hash, InvalidInput
        where an external id or a key holds NUL or a lone surrogate.
        """
        now = moment(None)
        added = Verification(
            id=new_id("vf"),
            tenant=tenant,
            status=JobStatus.QUEUED,
            stage=Stage.COLLECT,
            submission=submission,
            created_at=now,
            updated_at=now,
            schedule=schedule_of(submission.options, now),
            trace=trace,
        )
        row = {
            **_row_of(added),
            "idempotency_key": storable(idempotency_key, ""),
            "body_hash": body_hash,
        }
        query = self._insert_or_ignore(verifications, verifications.c.id)
        if self._connection.execute(query, row).one_or_none() is None:
            return self._replayed(tenant, idempotency_key, body_hash)
        if submission.content is not None:
            draft = {"verification_id": added.id, "content": submission.content}
            self._connection.execute(_DRAFT, draft)
        return added

    def _replayed(self, tenant: str, key: str | None, body_hash: str | None) -> Verification:
        query = select(verifications).where(
            verifications.c.tenant == tenant, verifications.c.idempotency_key == key
        )
        row = self._connection.execute(query).mappings().one()
        if row["body_hash"] != body_hash:
            raise IdempotencyMismatch("This Idempotency-Key was used with another body.")
        return to_verification(row)

    def get(self, verification_id: str, tenant: str) -> Verification:
        """Load the verification, without the bytes of its draft; raises NotFound."""
        query = select(verifications).where(
            verifications.c.id == verification_id, verifications.c.tenant == tenant
        )
        row = self._connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NotFound(f"no verification {verification_id}")
        return to_verification(row)

    def list(
        self,
        tenant: str,
        *,
        limit: int = 50,
        before: str | None = None,
        wanted: Wanted | None = None,
    ) -> tuple[Verification, ...]:
        """List the newest verifications first, at most ``limit``, older than the id ``before``.

        Without the bytes of their drafts. A cursor is the last id of the page before.
        """
        query = (
            select(verifications)
            .where(verifications.c.tenant == tenant)
            .where(*(() if wanted is None else wanted.clauses()))
            .order_by(verifications.c.id.desc())
            .limit(limit)
        )
        if before is not None:
            query = query.where(verifications.c.id < before)
        return tuple(to_verification(row) for row in self._connection.execute(query).mappings())

    def count_live(self, tenant: str) -> int:
        """Count the verifications of a tenant that wait or are at work.

        Until the end of the transaction no other may add one for that tenant and count.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(_LOCK_OF_TENANT, {"tenant": tenant})
        return self._connection.execute(_LIVE_OF_TENANT, {"tenant": tenant}).scalar_one()

    def begin(
        self,
        verification_id: str,
        stage: Stage,
        max_attempts: int,
        now: datetime | None = None,
        claimant: str | None = None,
    ) -> Verification | None:
        """Claim a stage and load the record with its draft; None where there is nothing to do.

        Nothing is to do where the stage is past, the attempts are used up, or another
        claimant is at it. The same claimant may begin again: that is the same message,
        given back by the broker after its worker was lost.
        """
        now = moment(now)
        column = verifications.c
        free = or_(
            column.claimed_until.is_(None),
            column.claimed_until <= now,
            column.claimant == claimant,
        )
        query = (
            update(verifications)
            .where(column.id == verification_id, column.stage == stage.value)
            .where(column.status.in_(LIVE), column.attempts < max_attempts, free)
            .values(
                attempts=column.attempts + 1,
                status=JobStatus.RUNNING.value,
                claimant=claimant,
                claimed_until=now + CLAIM,
                ring_at=now + CLAIM,
                updated_at=now,
            )
            .returning(verifications)
        )
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else to_verification(row, self._draft(verification_id))

    def _draft(self, verification_id: str) -> bytes | None:
        query = select(drafts.c.content).where(drafts.c.verification_id == verification_id)
        return self._connection.execute(query).scalar_one_or_none()

    def advance(self, verification_id: str, from_stage: Stage, to_stage: Stage) -> bool:
        """Move on to the next stage, with a fresh count of attempts; whether it moved."""
        now = moment(None)
        query = (
            update(verifications)
            .where(verifications.c.id == verification_id)
            .where(verifications.c.stage == from_stage.value)
            .where(verifications.c.status.in_(LIVE))
            .values(
                stage=to_stage.value,
                attempts=0,
                claimant=None,
                claimed_until=None,
                ring_at=now + RING_AFTER,
                updated_at=now,
            )
        )
        return self._connection.execute(query).rowcount == 1

    def save_progress(self, verification_id: str, stage: Stage, progress: Progress) -> bool:
        """Record how far a stage is, which is a sign of life too; whether it still runs."""
        query = select(verifications.c.progress).where(verifications.c.id == verification_id)
        kept = self._connection.execute(query.with_for_update()).scalar_one_or_none()
        if kept is None:
            return False
        now = moment(None)
        moved = (
            update(verifications)
            .where(verifications.c.id == verification_id)
            .where(verifications.c.stage == stage.value, verifications.c.status.in_(LIVE))
            .values(
                progress=progress_to_json({**progress_from_json(kept), stage: progress}),
                claimed_until=now + CLAIM,
                ring_at=now + CLAIM,
                updated_at=now,
            )
        )
        return self._connection.execute(moved).rowcount == 1

    def release(
        self, verification_id: str, claimant: str | None, now: datetime | None = None
    ) -> bool:
        """Let go of a claim whose holder failed; the sweep rings soon, whether it was held."""
        now = moment(now)
        query = (
            update(verifications)
            .where(verifications.c.id == verification_id)
            .where(verifications.c.claimant == claimant, verifications.c.status.in_(LIVE))
            .values(claimant=None, claimed_until=None, ring_at=now + RING_AFTER)
        )
        return self._connection.execute(query).rowcount == 1

    def release_all(self, now: datetime | None = None) -> int:
        """Let go of every claim: for a worker that knows to be the only one; how many."""
        now = moment(now)
        query = (
            update(verifications)
            .where(verifications.c.status.in_(LIVE))
            .values(claimant=None, claimed_until=None, ring_at=now)
        )
        return self._connection.execute(query).rowcount

    def is_going(self, verification_id: str, stage: Stage, revision: int) -> bool:
        """Whether that stage is still to be worked on: not ended, not erased, not done."""
        column = verifications.c
        query = select(column.id).where(
            column.id == verification_id,
            column.revision == revision,
            column.stage == stage.value,
            column.status.in_(LIVE),
        )
        return self._connection.execute(query).one_or_none() is not None


def _row_of(added: Verification) -> dict[str, object]:
    submission, schedule = added.submission, added.schedule
    return {
        "id": added.id,
        "tenant": added.tenant,
        "status": added.status.value,
        "stage": added.stage.value,
        "submission": submission_to_json(submission),
        "external_id": storable(submission.external_id, "/article/external_id"),
        "article_key": storable(same_page_key(submission.url), "/article/url"),
        "progress": "{}",
        "revision": added.revision,
        "created_at": added.created_at,
        "updated_at": added.updated_at,
        "attempts": 0,
        "ring_at": added.created_at + RING_AFTER,
        "trace": added.trace,
        "schedule_every": None if schedule is None else int(schedule.every.total_seconds()),
        "schedule_left": None if schedule is None else schedule.left,
        "schedule_at": None if schedule is None else schedule.next_at,
    }
