"""The page for people without a program: submit, watch, read. No script needed. I/O."""

from dataclasses import dataclass
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.params import Depends
from pydantic import ValidationError
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from service.domain import JobStatus, Stage, Submission, Verification
from service.errors import InvalidInput, NotFound, SourceproofError
from service.routes.acceptance import accept, load
from service.routes.headers import OWN_PAGE
from service.routes.house import LOCAL_TENANT, House, HouseDep, IdDep
from service.routes.intake import MAX_FORM_FIELDS, check_submission
from service.schemas.submission import VerificationRequest
from service.schemas.verification import PATH
from service.store import open_store
from service.web import page

RECENT = 20
FORMATS = (("markdown", "Markdown"), ("html", "HTML"), ("text", "Plain text"))

_STAGES = ((Stage.COLLECT, "Sources read"), (Stage.ASSESS, "Statements compared"))
_SENTENCES = {
    JobStatus.QUEUED: "Waiting for a free worker.",
    JobStatus.RUNNING: "The sources are being read and compared.",
    JobStatus.FAILED: "This check failed.",
    JobStatus.CANCELLED: "This check was cancelled.",
    JobStatus.EXPIRED: "This check has expired.",
}
_WITH_REPORT = {JobStatus.COMPLETED, JobStatus.COMPLETED_WITH_GAPS}
_HEADERS = {
    "content-security-policy": OWN_PAGE,
    # Under "no-referrer" a browser would send our own form with "Origin: null".
    "referrer-policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class _FieldError:
    field: str
    detail: str


def _only_without_keys(house: HouseDep) -> None:
    if house.settings.require_keys:
        raise NotFound("There is nothing at this address.")


router = APIRouter(include_in_schema=False)


@router.get("/")
def home(house: HouseDep) -> HTMLResponse:
    """Show the form and the latest verifications."""
    if house.settings.require_keys:
        return _page("keys.html")
    return _home(house, {}, ())


@router.post("/", dependencies=[Depends(_only_without_keys)])
async def submit(request: Request, house: HouseDep) -> Response:
    """Take the form; go on to the page of the verification, or say what is wrong."""
    limit = house.settings.max_article_bytes
    async with request.form(max_files=0, max_fields=MAX_FORM_FIELDS, max_part_size=limit) as form:
        values = _values_of(form)
    try:
        submission = to_submission(values)
        check_submission(submission, house.settings)
    except (ValidationError, SourceproofError) as err:
        return await run_sync(_home, house, values, _errors_of(err), 422)
    verification = await run_sync(accept, house, LOCAL_TENANT, submission, None)
    return RedirectResponse(f"/verifications/{verification.id}", 303)


@router.get(
    "/verifications/{id}",  # noqa: FAST003  IdDep takes it, by its alias
    dependencies=[Depends(_only_without_keys)],
)
def progress(house: HouseDep, verification_id: IdDep) -> Response:
    """Show how far a verification is, looking again by itself, and at its end the report."""
    verification = load(house, verification_id, LOCAL_TENANT)
    if verification.status in _WITH_REPORT:
        return RedirectResponse(f"{PATH}/{verification.id}/report", 303)
    stages = [_stage(verification, stage, label) for stage, label in _STAGES]
    return _page(
        "progress.html",
        id=verification.id,
        name=_name(verification),
        state=_word(verification.status),
        sentence=_SENTENCES[verification.status],
        is_running=not verification.status.is_final,
        stages=stages,
        error=verification.error,
    )


def to_submission(values: dict[str, str]) -> Submission:
    """Read the fields of the form as the request they stand for.

    Raises ValidationError or InvalidInput.
    """
    if bool(values["url"]) == bool(values["draft"].strip()):
        raise InvalidInput("Paste a draft or give the address of an article: one of the two.")
    name = "url" if values["url"] else values["format"]
    article = {name: values["url"] or values["draft"]}
    lines = values["sources"].splitlines()
    sources = [{"url": line.strip()} for line in lines if line.strip()]
    return VerificationRequest.model_validate(
        {"article": article, "sources": sources}, strict=False
    ).to_submission()


def _values_of(form: FormData) -> dict[str, str]:
    given = {name: str(value) for name, value in form.items()}
    known = {name for name, _ in FORMATS}
    values = {name: given.get(name, "") for name in ("draft", "url", "sources", "format")}
    values["url"] = values["url"].strip()
    values["format"] = values["format"] if values["format"] in known else FORMATS[0][0]
    return values


def _errors_of(err: ValidationError | SourceproofError) -> tuple[_FieldError, ...]:
    if isinstance(err, SourceproofError):
        return (_FieldError("draft", err.detail),)
    return tuple(
        _FieldError(_field(error["loc"]), str(error["msg"]).removeprefix("Value error, "))
        for error in err.errors(include_url=False, include_input=False, include_context=False)
    )


def _field(location: tuple[int | str, ...]) -> str:
    if location[:1] == ("sources",):
        return "sources"
    return "url" if "url" in location else "draft"


def _home(
    house: House, values: dict[str, str], errors: tuple[_FieldError, ...], status: int = 200
) -> HTMLResponse:
    with open_store(house.engine, reading=True) as store:
        found = store.list(LOCAL_TENANT, limit=RECENT)
    blank = {"draft": "", "url": "", "sources": "", "format": FORMATS[0][0]}
    return _page(
        "home.html",
        status,
        values=blank | values,
        errors=errors,
        formats=FORMATS,
        recent=[_row(each) for each in found],
    )


def _row(verification: Verification) -> dict[str, Any]:
    return {
        "id": verification.id,
        "name": _name(verification),
        "status": _word(verification.status),
        "gate": _word(verification.gate) if verification.gate else "–",
        "created_at": verification.created_at,
    }


def _stage(verification: Verification, stage: Stage, label: str) -> dict[str, Any]:
    at = verification.progress.get(stage)
    return {
        "id": f"stage-{stage.value}",
        "label": label,
        "done": at.done if at else 0,
        "total": at.total if at else None,
    }


def _name(verification: Verification) -> str:
    submission = verification.submission
    named = (
        submission.title,
        verification.title,
        submission.url,
        submission.filename,
        submission.external_id,
    )
    return next((name for name in named if name), f"Draft {verification.id[-6:]}")


def _word(value: str) -> str:
    return str(value).replace("_", " ")


def _page(template: str, status: int = 200, **values: object) -> HTMLResponse:
    return HTMLResponse(page(template, **values), status, _HEADERS)
