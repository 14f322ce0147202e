"""The first page: a draft goes in, and the latest checks stand below. I/O."""

from collections import defaultdict

from anyio.to_thread import run_sync
from fastapi import APIRouter
from pydantic import ValidationError
from starlette.datastructures import UploadFile
from starlette.responses import Response

from service.domain import Submission
from service.errors import SourceproofError
from service.policy import RULES
from service.rendering.words import GATES
from service.routes.acceptance import accept
from service.routes.intake import check_submission
from service.routes.pages.drafting import (
    FORMATS,
    MAX_TEXTS,
    MAX_TYPED,
    Draft,
    FieldError,
    File,
    errors_in,
    read_draft,
    to_submission,
)
from service.routes.pages.listing import rows_of
from service.routes.pages.visiting import STALE_FORM, DraftDep, ReaderDep, Sent, Visit, go
from service.routes.problems import HttpProblem
from service.routes.verifications import list_verifications
from service.schemas.listing import ListQuery
from service.schemas.verification import VerificationPage

RECENT = 8

router = APIRouter()


@router.get("/")
def home(visit: ReaderDep) -> Response:
    """Show the form and the latest verifications."""
    return _home(visit, Draft(), ())


@router.post("/")
async def submit(sent: DraftDep) -> Response:
    """Take the form; go on to the page of the verification, or say what is wrong."""
    visit = sent.visit
    draft = read_draft(_typed(sent), await _file(sent))
    if sent.is_stale or "more" in sent.form:
        errors = (FieldError("send", STALE_FORM),) if sent.is_stale else ()
        return await run_sync(_home, visit, draft, errors, "more" in sent.form)
    try:
        submission = to_submission(draft)
        check_submission(submission, visit.house.settings)
    except (ValidationError, SourceproofError, HttpProblem) as err:
        return await run_sync(_home, visit, draft, errors_in(draft, err))
    return await run_sync(_accepted, visit, submission)


def _accepted(visit: Visit, submission: Submission) -> Response:
    return go(f"/verifications/{accept(visit.house, visit.tenant, submission, None).id}")


def _typed(sent: Sent) -> dict[str, str]:
    # A browser sends line ends as CR LF (HTML, "form submission"), which no one typed.
    return {
        name: value.replace("\r\n", "\n")
        for name, value in sent.form.items()
        if isinstance(value, str)
    }


async def _file(sent: Sent) -> File | None:
    file = sent.form.get("file")
    # A browser sends an empty part where no file was chosen.
    if not isinstance(file, UploadFile) or not file.filename:
        return None
    return File(file.filename, file.content_type, await file.read())


def _home(
    visit: Visit,
    draft: Draft,
    errors: tuple[FieldError, ...],
    wants_more: bool = False,  # noqa: FBT001, FBT002  run_sync passes by place
) -> Response:
    told: defaultdict[str, list[str]] = defaultdict(list)
    for error in errors:
        told[error.field].append(error.detail)
    page: VerificationPage = list_verifications(visit.house, visit.tenant, ListQuery(limit=RECENT))
    return visit.show(
        "home.html",
        422 if errors else 200,
        draft=draft,
        errors=errors,
        told=told,
        formats=FORMATS,
        rules=RULES,
        gates=GATES,
        wants_more=wants_more,
        max_texts=MAX_TEXTS,
        max_typed=MAX_TYPED,
        recent=rows_of(visit, page.items),
        has_more=page.next_cursor is not None,
    )
