"""Verifications stopped and erased at their caller's wish. I/O."""

from fastapi import APIRouter, Response

from service.domain import AuditAction, EventType, JobStatus, Verification
from service.errors import Conflict, NotFound
from service.metrics import ENDED
from service.queue import Task
from service.routes.acceptance import load
from service.routes.acting import act
from service.routes.bodies import JSON_TYPE
from service.routes.documented import problems
from service.routes.house import House, HouseDep, IdDep, TenantDep
from service.schemas.verification import PATH, VerificationView, ended_words
from service.store import open_store, subscribers

router = APIRouter(tags=["verifications"])


@router.post(
    PATH + "/{id}/cancel",
    summary="Stop a verification",
    responses={
        200: {
            "description": "It is cancelled, now or since an earlier request.",
            "content": {JSON_TYPE: {"example": "cancelled"}},
        },
        **problems(
            "no_key", "foreign_page", "no_such_verification", "already_ended", "record_down"
        ),
    },
)
def cancel_verification(
    house: HouseDep, tenant: TenantDep, verification_id: IdDep
) -> VerificationView:
    """Stop the work: at once where it waits, within some seconds where a worker is at it.

    Nothing of it is kept, and subscribers are told `verification.cancelled`. Asking again
    is no error; a verification that has ended otherwise stays as it is. Rechecks on a
    schedule (`recheck_every`) end with it; where one rests between two of them, they end.
    """
    verification = load(house, verification_id, tenant)
    _cancel(house, verification)
    ended = load(house, verification_id, tenant)
    if ended.status is not JobStatus.CANCELLED and not _is_off_schedule(ended):
        raise Conflict(f"The verification has already ended: it {ended_words(ended.status)}.")
    return VerificationView.of(ended, house.base)


def _is_off_schedule(verification: Verification) -> bool:
    """Whether rechecks that were still to be made were called off."""
    schedule = verification.schedule
    return schedule is not None and schedule.next_at is None and schedule.left > 0


def _cancel(house: House, verification: Verification) -> None:
    """End it where it still goes on, and ring for its subscribers after the commit."""
    with open_store(house.engine) as store:
        if not store.cancel(verification.id):
            if store.end_schedule(verification.id):
                ends = act(verification.tenant, AuditAction.SCHEDULE_ENDED, verification.id)
                store.note(ends)
            return
        store.note(act(verification.tenant, AuditAction.CANCELLED, verification.id))
        store.tally([ENDED.count(JobStatus.CANCELLED.value)])
        told = store.add_deliveries(verification.id, EventType.CANCELLED, subscribers(verification))
    for delivery_id in told:
        house.bell.enqueue(Task.NOTIFY, delivery_id)


@router.delete(
    PATH + "/{id}",
    status_code=204,
    summary="Erase a verification",
    response_class=Response,
    responses={
        204: {"description": "It is gone."},
        **problems("no_key", "foreign_page", "no_such_verification", "record_down"),
    },
)
def erase_verification(house: HouseDep, tenant: TenantDep, verification_id: IdDep) -> None:
    """Erase it for good, with its draft, snapshots, reports, events and idempotency key.

    One that is still at work is stopped. No event tells of it: what was asked to be
    forgotten is not spoken of.
    """
    with open_store(house.engine) as store:
        if not store.erase(verification_id, tenant):
            raise NotFound("There is no such verification.")
        store.note(act(tenant, AuditAction.ERASED, verification_id))
