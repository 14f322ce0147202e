"""The text of a source as it was read, which the passages of a report point into. I/O."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Response

from service.errors import NotFound
from service.routes.acceptance import load
from service.routes.documented import ETAG, problems
from service.routes.headers import NO_PAGE
from service.routes.house import HouseDep, IdDep, TenantDep
from service.routes.matching import etag_of, is_match
from service.routes.reports import Revision, load_report
from service.schemas.verification import PATH

router = APIRouter(tags=["verifications"])


@router.get(
    PATH + "/{id}/sources/{source_id}/text",
    summary="The text of a source, as it was read",
    response_class=Response,
    responses={
        200: {
            "description": "The stored text; offsets of evidence count its code points.",
            "headers": ETAG,
            "content": {"text/plain": {"schema": {"type": "string"}, "example": "source_text"}},
        },
        304: {"description": "Not changed since the answer with that ETag.", "headers": ETAG},
        **problems(
            "no_key",
            "no_such_verification",
            "not_finished",
            "failed",
            "no_such_revision",
            "wrong_revision",
            "record_down",
        ),
    },
)
def get_source_text(
    house: HouseDep,
    tenant: TenantDep,
    verification_id: IdDep,
    source_id: Annotated[str, Path(description="The id of the source.", examples=["s1"])],
    revision: Revision = None,
    if_none_match: Annotated[
        str | None, Header(description="The ETag of the answer that you have.")
    ] = None,
) -> Response:
    """Give the text, to the tenant of the verification alone. It goes when that is erased."""
    report = load_report(house, load(house, verification_id, tenant), revision)
    text = next((s.page.text for s in report.sources if s.id == source_id and s.page), None)
    if not text:
        raise NotFound("No text of such a source is kept.")
    # "replace" keeps one code point for one, so that offsets hold beside a lone surrogate.
    body = text.encode("utf-8", "replace")
    etag = etag_of(body.decode())
    headers = {
        "etag": etag,
        "cache-control": "private, no-cache",
        "content-security-policy": NO_PAGE,
    }
    if is_match(if_none_match, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, "text/plain; charset=utf-8")
