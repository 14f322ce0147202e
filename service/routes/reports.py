"""The report of a finished verification, in the format that the caller likes best. I/O."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Response

from service.domain import JobStatus, Verification
from service.errors import Conflict
from service.rendering import render
from service.routes.acceptance import load
from service.routes.documented import ETAG, problems, referred
from service.routes.headers import NO_PAGE, policy_for_document
from service.routes.house import HouseDep, IdDep, TenantDep
from service.routes.matching import etag_of, is_match
from service.routes.negotiation import choose
from service.routes.problems import HttpProblem
from service.schemas.problem import problem_of, problem_of_status
from service.schemas.verification import PATH, POLL_SECONDS, ended_words
from service.store import open_store

router = APIRouter(tags=["verifications"])

# By media type, the format of service.rendering; the first is given to who takes anything.
FORMATS = {
    "application/json": "json",
    "text/html": "html",
    "text/markdown": "markdown",
    "application/sarif+json": "sarif",
}

_TEXT = {"schema": {"type": "string"}}
_CONTENT: dict[str, Any] = {
    "application/json": {"schema": referred("Report")},
    "text/html": _TEXT,
    "text/markdown": _TEXT,
    "application/sarif+json": {"schema": {"type": "object"}},
}
_GONE = {JobStatus.EXPIRED}


@router.get(
    PATH + "/{id}/report",
    summary="The report of a finished verification",
    response_class=Response,
    responses={
        200: {
            "description": "The report, in the format asked for by `Accept`.",
            "headers": ETAG,
            "content": _CONTENT,
        },
        304: {"description": "Not changed since the answer with that ETag.", "headers": ETAG},
        **problems(
            "no_key",
            "no_such_verification",
            "not_acceptable",
            "not_finished",
            "failed",
            "wrong_audience",
            "record_down",
        ),
    },
)
def get_report(
    house: HouseDep,
    tenant: TenantDep,
    verification_id: IdDep,
    accept: Annotated[
        str | None, Header(description=f"One of {', '.join(FORMATS)}, with q-values.")
    ] = None,
    audience: Annotated[
        Literal["editor", "public"],
        Query(description="`public` gives the reader version: nothing private, nothing internal."),
    ] = "editor",
    if_none_match: Annotated[
        str | None, Header(description="The ETag of the answer that you have.")
    ] = None,
) -> Response:
    """Give the report. Answers 409 with Retry-After while the verification is not finished."""
    media_type = choose(accept, tuple(FORMATS))
    if media_type is None:
        detail = f"The report is given as {', '.join(FORMATS)}."
        raise HttpProblem(problem_of_status(406, detail))
    verification = load(house, verification_id, tenant)
    _refuse_unfinished(verification)
    with open_store(house.engine, reading=True) as store:
        report = store.load_report(verification_id, tenant)
    body = render(
        report,
        FORMATS[media_type],
        audience=audience,
        path=verification.submission.filename,
        source_texts={s.id: s.page.text for s in report.sources if s.page is not None},
    )
    return _answer(body, media_type, if_none_match)


def _answer(body: str, media_type: str, if_none_match: str | None) -> Response:
    is_page = media_type == "text/html"
    etag = etag_of(body)
    headers = {
        "etag": etag,
        "vary": "Accept",
        "cache-control": "private, no-cache",
        "content-security-policy": policy_for_document(body) if is_page else NO_PAGE,
    }
    if is_match(if_none_match, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, media_type)


def _refuse_unfinished(verification: Verification) -> None:
    """Raise HttpProblem where there is no report, with the reason."""
    status = verification.status
    if not status.is_final:
        problem = problem_of(Conflict(f"The verification is not finished: it is {status}."))
        raise HttpProblem(problem, {"retry-after": str(POLL_SECONDS)})
    if status in {JobStatus.COMPLETED, JobStatus.COMPLETED_WITH_GAPS}:
        return
    reason = f": {verification.error}" if verification.error else "."
    detail = f"The verification {ended_words(status)}{reason}"
    if status in _GONE:
        raise HttpProblem(problem_of_status(410, detail))
    raise HttpProblem(problem_of(Conflict(detail)))
