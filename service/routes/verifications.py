"""Verifications: posted, listed, looked at. I/O."""

from functools import partial
from typing import Annotated, Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Header, Query, Request, Response
from pydantic import WithJsonSchema

from service.domain import Verification
from service.routes.acceptance import accept, load
from service.routes.bodies import JSON_TYPE
from service.routes.documented import ETAG, LOCATION, RETRY_AFTER, problems, referred
from service.routes.house import House, HouseDep, IdDep, TenantDep
from service.routes.intake import FORM_TYPE, read_submission
from service.routes.matching import etag_of, is_match
from service.routes.paging import position_of
from service.routes.waiting import preferred_wait, wait_until_final
from service.schemas.cursor import cursor_after
from service.schemas.examples import REQUESTS, UPLOAD_EXAMPLE
from service.schemas.listing import ListQuery
from service.schemas.verification import (
    PATH,
    POLL_SECONDS,
    VerificationPage,
    VerificationView,
    as_first_answered,
)
from service.store import Wanted, open_store

router = APIRouter(tags=["verifications"])

_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            JSON_TYPE: {"schema": referred("VerificationRequest"), "examples": REQUESTS},
            FORM_TYPE: {
                "schema": referred("Upload"),
                "example": UPLOAD_EXAMPLE,
                "encoding": {
                    "sources": {"contentType": JSON_TYPE},
                    "options": {"contentType": JSON_TYPE},
                },
            },
        },
    }
}


@router.post(
    PATH,
    status_code=202,
    summary="Check an article against its sources",
    response_model=VerificationView,
    openapi_extra=_BODY,
    responses={
        202: {
            "description": "Accepted. The body shows how far it is.",
            "headers": {**LOCATION, **RETRY_AFTER},
            "content": {JSON_TYPE: {"example": "view"}},
        },
        **problems(
            "malformed_json",
            "no_key",
            "foreign_page",
            "too_large",
            "wrong_content_type",
            "no_article",
            "unknown_option",
            "private_callback",
            "key_reused",
            "key_in_use",
            "too_many_at_once",
            "record_down",
        ),
    },
)
async def post_verification(
    request: Request,
    house: HouseDep,
    tenant: TenantDep,
    idempotency_key: Annotated[
        str | None,
        Header(
            min_length=1,
            max_length=255,
            pattern=r"^[\x21-\x7e]+$",
            description="A repeated request with the same key and body gets the first answer "
            "again and starts nothing; while the first still waits, by `Prefer`, 409.",
        ),
    ] = None,
    prefer: Annotated[
        list[str] | None,
        # It may be repeated, but an array is what generators of clients know no header to be.
        WithJsonSchema({"type": "string"}),
        Header(description="`wait=N` waits up to N seconds (at most 30) for the end."),
    ] = None,
) -> Response:
    """Accept a verification; a worker takes it from there.

    The record is the truth: once this answers, the check will be made, even where the
    broker is down at the moment.
    """
    submission = await read_submission(request, house.settings)
    verification = await run_sync(accept, house, tenant, submission, idempotency_key)
    house.answering.refuse_if_open(tenant, idempotency_key)
    headers = {}
    shown = as_first_answered(verification)
    wait = preferred_wait(prefer or ())
    if wait is not None:
        with house.answering.waiting(tenant, idempotency_key):
            look = partial(load, house, verification.id, tenant)
            shown = await wait_until_final(look, wait, request.is_disconnected)
        headers["preference-applied"] = f"wait={wait}"
    return _accepted(shown, house, headers)


def _accepted(verification: Verification, house: House, headers: dict[str, str]) -> Response:
    view = VerificationView.of(verification, house.base)
    headers["location"] = view.links.self
    if not verification.status.is_final:
        headers["retry-after"] = str(POLL_SECONDS)
    return Response(view.model_dump_json(), 202, headers, JSON_TYPE)


@router.get(
    PATH,
    summary="List verifications, newest first",
    responses={
        200: {"content": {JSON_TYPE: {"example": "page"}}},
        **problems("no_key", "wrong_limit", "unknown_filter", "foreign_cursor", "record_down"),
    },
)
def list_verifications(
    house: HouseDep, tenant: TenantDep, query: Annotated[ListQuery, Query()]
) -> VerificationPage:
    """Give one page; ``next_cursor`` leads to the next."""
    before = position_of(query.cursor, tenant)
    wanted = Wanted(**query.model_dump(exclude={"limit", "cursor"}))
    with open_store(house.engine, reading=True) as store:
        found = store.list(tenant, limit=query.limit + 1, before=before, wanted=wanted)
    page = found[: query.limit]
    following = cursor_after(page[-1].id, tenant) if len(found) > query.limit else None
    link = f"{house.base}{PATH}?{query.following(following)}" if following else None
    return VerificationPage.of(page, following, link, house.base)


@router.get(
    PATH + "/{id}",
    summary="How far a verification is",
    response_model=VerificationView,
    responses={
        200: {
            "headers": {**ETAG, **RETRY_AFTER},
            "content": {JSON_TYPE: {"example": "view"}},
        },
        304: {"description": "Not changed since the answer with that ETag.", "headers": ETAG},
        **problems("no_key", "no_such_verification", "record_down"),
    },
)
def get_verification(
    house: HouseDep,
    tenant: TenantDep,
    verification_id: IdDep,
    if_none_match: Annotated[
        str | None, Header(description="The ETag of the answer that you have.")
    ] = None,
) -> Response:
    """Give its status, the counts of each stage, its gate and its links."""
    verification = load(house, verification_id, tenant)
    body = VerificationView.of(verification, house.base).model_dump_json()
    etag = etag_of(body)
    headers = {"etag": etag, "cache-control": "private, no-cache"}
    if is_match(if_none_match, etag):
        return Response(status_code=304, headers=headers)
    if not verification.status.is_final:
        headers["retry-after"] = str(POLL_SECONDS)
    return Response(body, 200, headers, JSON_TYPE)
