"""Verifications made anew, and one report held beside another. I/O."""

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, Path, Request, Response

from service.domain import Recheck, Report, Verification
from service.errors import Conflict, NotFound
from service.policy import compare
from service.queue import Task
from service.routes.acceptance import load, refuse_too_many
from service.routes.bodies import JSON_TYPE, documented_body, read_json
from service.routes.documented import LOCATION, RETRY_AFTER, problems
from service.routes.house import House, HouseDep, IdDep, TenantDep, known_id
from service.routes.reports import Revision, load_report
from service.schemas.comparison import ComparisonView
from service.schemas.recheck import RecheckRequest
from service.schemas.verification import PATH, POLL_SECONDS, VerificationView
from service.store import open_store

router = APIRouter(tags=["verifications"])


def other_id(
    other: Annotated[str, Path(description="The id of the earlier one; it may be the same.")],
) -> str:
    """Give the other id of the path; see ``known_id``."""
    return known_id(other)


@router.post(
    PATH + "/{id}/recheck",
    status_code=202,
    summary="Check again, as a new revision",
    response_model=VerificationView,
    openapi_extra=documented_body("RecheckRequest", {"sources": "unread"}, required=False),
    responses={
        202: {
            "description": "Accepted. The body shows the new revision.",
            "headers": {**LOCATION, **RETRY_AFTER},
            "content": {JSON_TYPE: {"example": "rechecked"}},
        },
        **problems(
            "malformed_json",
            "no_key",
            "foreign_page",
            "no_such_verification",
            "still_going",
            "nothing_read_yet",
            "too_large",
            "not_json",
            "wrong_sources",
            "too_many_at_once",
            "record_down",
        ),
    },
)
async def recheck_verification(
    request: Request, house: HouseDep, tenant: TenantDep, verification_id: IdDep
) -> Response:
    """Begin the next revision: of all sources, or of those that could not be read.

    The reports of older revisions stay as they are, and can be read with `?revision=`.
    Subscribers are told of its end as of the first.
    """
    asked = await read_json(request, RecheckRequest, RecheckRequest())
    verification = await run_sync(begin_recheck, house, tenant, verification_id, asked.sources)
    view = VerificationView.of(verification, house.base)
    headers = {"location": view.links.self, "retry-after": str(POLL_SECONDS)}
    return Response(view.model_dump_json(), 202, headers, JSON_TYPE)


def begin_recheck(house: House, tenant: str, verification_id: str, mode: Recheck) -> Verification:
    """Begin the next revision and ring for it. Raises NotFound, Conflict, LimitReached."""
    before = load(house, verification_id, tenant)
    with open_store(house.engine) as store:
        begun = store.recheck(verification_id, tenant, mode, trace=house.tracing.carried())
        if begun is not None:
            refuse_too_many(store, tenant, house.settings.max_live)
    if begun is None and before.status.is_final and mode is Recheck.UNREAD:
        raise Conflict("There is no report yet whose unread sources could be read again.")
    if begun is None:
        raise Conflict("The verification is still at work; wait for its end, or cancel it.")
    house.bell.enqueue(Task.COLLECT, verification_id)
    return begun


@router.get(
    PATH + "/{id}/compare/{other}",
    summary="What has changed from another report to this one",
    responses={
        200: {"content": {JSON_TYPE: {"example": "comparison"}}},
        **problems(
            "no_key",
            "no_such_verification",
            "no_such_revision",
            "not_finished",
            "wrong_revision",
            "record_down",
        ),
    },
)
def compare_verifications(
    house: HouseDep,
    tenant: TenantDep,
    verification_id: IdDep,
    other: Annotated[str, Depends(other_id)],
    revision: Revision = None,
    other_revision: Revision = None,
) -> ComparisonView:
    """Tell which verdicts are others than in the earlier report, and what lies under it.

    Compare two verifications, or one with itself: without `other_revision` then with the
    revision before.
    """
    after = load_report(house, load(house, verification_id, tenant), revision)
    if other == verification_id and other_revision is None:
        other_revision = after.revision - 1
    before = _earlier(house, load(house, other, tenant), other_revision)
    return ComparisonView.of(other, verification_id, compare(before, after))


def _earlier(house: House, other: Verification, revision: int | None) -> Report:
    if revision == 0:
        raise NotFound("There is no earlier report to compare with.")
    return load_report(house, other, revision)
