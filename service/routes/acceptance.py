"""A submission in, its verification recorded and a worker told. I/O."""

import hashlib
import json
from dataclasses import asdict, replace

import structlog

from service.domain import Stage, Submission, Verification
from service.errors import LimitReached, NotFound
from service.queue import Task
from service.routes.house import House
from service.store import Store, open_store

_LOG = structlog.get_logger(__name__)

RETRY_WHEN_FULL = 10  # seconds; about what a verification takes


def accept(house: House, tenant: str, submission: Submission, key: str | None) -> Verification:
    """Record a submission, or find what the same idempotency key recorded before.

    Raises IdempotencyMismatch where the key came with another request, LimitReached where
    the tenant has too many going at once.
    """
    digest = digest_of(submission) if key is not None else None
    with open_store(house.engine) as store:
        verification = store.add(submission, tenant, key, digest, house.tracing.carried())
        refuse_too_many(store, tenant, house.settings.max_live)
    # After the commit, so that no worker looks for what is not there yet. A repeated
    # request may ring again: whoever comes second finds the stage taken.
    _LOG.info("accepted", verification_id=verification.id)
    if verification.stage is Stage.COLLECT and not verification.status.is_final:
        house.bell.enqueue(Task.COLLECT, verification.id)
    return verification


def refuse_too_many(store: Store, tenant: str, limit: int) -> None:
    """Raise LimitReached, which rolls back, where more go on at once than is granted."""
    if limit and store.count_live(tenant) > limit:
        raise LimitReached(
            f"More than {limit} verifications are waiting or at work.",
            retry_after=RETRY_WHEN_FULL,
            limit="verifications",
        )


def load(house: House, verification_id: str, tenant: str) -> Verification:
    """Give a verification of this tenant. Raises NotFound."""
    with open_store(house.engine, reading=True) as store:
        try:
            return store.get(verification_id, tenant)
        except NotFound as err:
            raise NotFound("There is no such verification.") from err


def digest_of(submission: Submission) -> str:
    """Hash what was asked for, not its bytes: boundaries and key order mean nothing."""
    content = submission.content
    digest = None if content is None else hashlib.sha256(content).hexdigest()
    told = {**asdict(replace(submission, content=None)), "content": digest}
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()
