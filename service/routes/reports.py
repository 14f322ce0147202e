"""The report of a finished verification, in the format that the caller likes best. I/O."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Response

from service.domain import JobStatus, Report, Verification
from service.errors import Conflict, NotFound
from service.policy import decided, make_policy
from service.rendering import FORMATS as ALL_FORMATS
from service.rendering import render
from service.routes.acceptance import load
from service.routes.documented import ETAG, problems, referred
from service.routes.headers import NO_PAGE, policy_for_document
from service.routes.house import House, HouseDep, IdDep, TenantDep
from service.routes.matching import etag_of, is_match
from service.routes.negotiation import choose
from service.routes.placing import with_snapshot_urls
from service.routes.problems import HttpProblem
from service.schemas.problem import problem_of, problem_of_status
from service.schemas.verification import PATH, POLL_SECONDS, ended_words
from service.store import open_store

router = APIRouter(tags=["verifications"])

# By media type, the format of service.rendering; the first is given to who takes anything.
# The others have no media type to themselves, and are asked for by name.
FORMATS = {
    "application/json": "json",
    "text/html": "html",
    "text/markdown": "markdown",
    "application/sarif+json": "sarif",
    "application/ld+json": "jsonld",
    "application/jsonl": "jsonl",
    "text/csv": "csv",
    "image/svg+xml": "badge",
}
FormatName = Literal[
    "terminal",
    "concise",
    "json",
    "markdown",
    "html",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "rdjson",
    "csv",
    "jsonl",
    "jsonld",
    "embed",
    "badge",
    "badge-json",
]

MAX_REVISION = 2**31 - 1  # the width of the record's column

# What `format` gives as JSON, beside the report: a badge, rdjson, and GitLab's code quality.
_OTHER_JSON: list[dict[str, Any]] = [
    {"type": "object", "required": ["schemaVersion", "label", "message"]},
    {"type": "object", "required": ["source", "diagnostics"]},
    {"type": "array", "items": {"type": "object", "required": ["check_name", "fingerprint"]}},
]
_SCHEMAS: dict[str, dict[str, Any]] = {
    "application/json": {"anyOf": [referred("Report"), *_OTHER_JSON]},
    "application/sarif+json": {"type": "object"},
    "application/ld+json": {"type": "object"},
}
_CONTENT: dict[str, Any] = {
    media_type: {
        "schema": _SCHEMAS.get(media_type, {"type": "string"}),
        "example": f"report_{name}",
    }
    for media_type, name in {
        **FORMATS,
        "application/xml": "junit",
        "text/plain": "github",
    }.items()
}
# A badge is an image in somebody else's page.
_SHOWN_ELSEWHERE = {"badge", "badge-json"}
_GONE = {JobStatus.EXPIRED}

Revision = Annotated[
    int | None, Query(ge=1, le=MAX_REVISION, description="Which revision; default the newest.")
]


@router.get(
    PATH + "/{id}/report",
    summary="The report of a finished verification",
    response_class=Response,
    responses={
        200: {
            "description": "The report, in the format asked for by `format` or `Accept`.",
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
            "no_such_revision",
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
    format: Annotated[  # noqa: A002  the parameter's name
        FormatName | None,
        Query(
            description="A format by its name, before `Accept`. `embed`, a box of HTML, and "
            "`badge` and `badge-json`, for shields.io, are always the reader version."
        ),
    ] = None,
    audience: Annotated[
        Literal["editor", "public"],
        Query(description="`public` gives the reader version: nothing private, nothing internal."),
    ] = "editor",
    revision: Revision = None,
    if_none_match: Annotated[
        str | None, Header(description="The ETag of the answer that you have.")
    ] = None,
) -> Response:
    """Give the newest report there is, or that of a revision, which never changes.

    Answers 409 with Retry-After while there is none yet.
    """
    name = format or _liked_best(accept)
    verification = load(house, verification_id, tenant)
    body = write_report(house, verification, name, audience, revision)
    return _answer(body, name, if_none_match)


def write_report(
    house: House, verification: Verification, fmt: str, audience: str, revision: int | None
) -> str:
    """Write a revision of the report in a format of ``service.rendering``. See ``load_report``."""
    report = load_report(house, verification, revision)
    report = with_snapshot_urls(report, verification.id, house.base)
    return render(
        report,
        fmt,
        audience=audience,
        path=verification.submission.filename,
        source_texts={s.id: s.page.text for s in report.sources if s.page is not None},
    )


def _liked_best(accept: str | None) -> str:
    media_type = choose(accept, tuple(FORMATS))
    if media_type is None:
        detail = f"The report is given as {', '.join(FORMATS)}."
        raise HttpProblem(problem_of_status(406, detail))
    return FORMATS[media_type]


def load_report(house: House, verification: Verification, revision: int | None = None) -> Report:
    """Load a revision of the report as it is with the editors' decisions; see ``load_computed``."""
    report = load_computed(house, verification, revision)
    with open_store(house.engine, reading=True) as store:
        rulings = store.list_rulings(verification.id)
    return decided(report, rulings, make_policy(verification.submission.options))


def load_computed(house: House, verification: Verification, revision: int | None = None) -> Report:
    """Load a revision of the report as it was made, the newest there is by default.

    Raises HttpProblem where it is not finished or the verification ended without one,
    NotFound where there is no such revision.
    """
    try:
        with open_store(house.engine, reading=True) as store:
            return store.load_report(verification.id, verification.tenant, revision)
    except NotFound as err:
        if revision in {None, verification.revision}:
            raise _refusal_of(verification) from err
        raise NotFound("There is no such revision.") from err


def _answer(body: str, name: str, if_none_match: str | None) -> Response:
    media_type = ALL_FORMATS[name].media_type
    is_page = media_type == "text/html"
    etag = etag_of(body)
    headers = {
        "etag": etag,
        "vary": "Accept",
        "cache-control": "private, no-cache",
        "content-security-policy": policy_for_document(body) if is_page else NO_PAGE,
    }
    if name in _SHOWN_ELSEWHERE:
        headers["cross-origin-resource-policy"] = "cross-origin"
    if is_match(if_none_match, etag):
        return Response(status_code=304, headers=headers)
    return Response(body, 200, headers, media_type)


def _refusal_of(verification: Verification) -> HttpProblem:
    """Say why there is no report."""
    status = verification.status
    if not status.is_final:
        problem = problem_of(Conflict(f"The verification is not finished: it is {status}."))
        return HttpProblem(problem, {"retry-after": str(POLL_SECONDS)})
    reason = f": {verification.error}" if verification.error else "."
    detail = f"The verification {ended_words(status)}{reason}"
    if status in _GONE:
        return HttpProblem(problem_of_status(410, detail))
    return HttpProblem(problem_of(Conflict(detail)))
