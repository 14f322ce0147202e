"""The body of a POST in, a Submission out, or the error that names the field at fault. I/O.

JSON is parsed by pydantic's own parser, which refuses what Python's lets through or
chokes on: deep nesting, lone surrogates, broken UTF-8.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from fastapi import Request
from pydantic import ValidationError
from pydantic_core import from_json
from starlette.datastructures import FormData, UploadFile

from service.domain import Submission
from service.errors import InvalidInput, TooLarge, UsageError
from service.policy import make_policy
from service.routes.bodies import JSON_TYPE, errors_of, media_type_of, refusal_of
from service.routes.problems import HttpProblem
from service.schemas.problem import pointer_to, problem_of_fields, problem_of_status
from service.schemas.submission import UploadFields, VerificationRequest
from service.schemas.url import check_callback_url
from service.settings import Settings

FORM_TYPE = "multipart/form-data"
MAX_FORM_FIELDS = 20

# What may be uploaded, by the file's ending; the part's own type decides where that says nothing.
UPLOAD_TYPES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_JSON_FIELDS = frozenset({"sources", "options"})


async def read_submission(request: Request, settings: Settings) -> Submission:
    """Read the body of ``POST /v1/verifications``. Raises SourceproofError or HttpProblem."""
    media_type = media_type_of(request.headers.get("content-type", ""))
    if media_type == JSON_TYPE:
        submission = parse_json(await request.body())
    elif media_type == FORM_TYPE:
        async with request.form(
            max_files=2, max_fields=MAX_FORM_FIELDS, max_part_size=settings.max_article_bytes
        ) as form:
            submission = await _parse_form(form)
    else:
        detail = f"Send {JSON_TYPE} or {FORM_TYPE}."
        raise HttpProblem(problem_of_status(415, detail), {"accept": f"{JSON_TYPE}, {FORM_TYPE}"})
    check_submission(submission, settings)
    return submission


def parse_json(body: bytes) -> Submission:
    """Parse a JSON body. Raises HttpProblem: 400 for no JSON, 422 for wrong fields."""
    try:
        return VerificationRequest.model_validate_json(body).to_submission()
    except ValidationError as err:
        raise refusal_of(err) from err


def check_submission(submission: Submission, settings: Settings) -> None:
    """Check what depends on the operator's settings and on the rules there are."""
    content = submission.content
    if content is not None and len(content) > settings.max_article_bytes:
        raise TooLarge(f"The article is larger than {settings.max_article_bytes} bytes.")
    if submission.callback_url is not None:
        try:
            check_callback_url(submission.callback_url, settings.allow_networks)
        except ValueError as err:
            raise InvalidInput(str(err), pointer="/callback_url") from err
    try:
        make_policy(submission.options)
    except UsageError as err:
        raise InvalidInput(err.detail, pointer=f"/options{err.pointer or ''}") from err


async def _parse_form(form: FormData) -> Submission:
    file, fields = _taken_apart(form.multi_items())
    filename = PurePosixPath((file.filename or "").replace("\\", "/")).name or None
    media_type = upload_type(filename, file.content_type)
    content = await file.read()
    if not content.strip():
        raise InvalidInput("The file is empty.", pointer="/file")
    return parse_upload_fields(fields).to_submission(content, media_type, clean_filename(filename))


def parse_upload_fields(fields: Mapping[str, str]) -> UploadFields:
    """Parse the fields of an upload; ``sources`` and ``options`` are JSON in a field."""
    parsed: dict[str, Any] = {n: v for n, v in fields.items() if n not in _JSON_FIELDS}
    for name in _JSON_FIELDS & fields.keys():
        try:
            parsed[name] = from_json(fields[name], allow_inf_nan=False)
        except ValueError as err:
            raise InvalidInput("This field holds no valid JSON.", pointer=f"/{name}") from err
    try:
        return UploadFields.model_validate_json(json.dumps(parsed))
    except ValidationError as err:
        raise HttpProblem(problem_of_fields(errors_of(err), place="body")) from err


def _taken_apart(
    items: Sequence[tuple[str, UploadFile | str]],
) -> tuple[UploadFile, dict[str, str]]:
    files = [(name, value) for name, value in items if isinstance(value, UploadFile)]
    fields = [(name, value) for name, value in items if isinstance(value, str)]
    names = [name for name, _ in items]
    for name in names:
        if names.count(name) > 1:
            raise InvalidInput("The field is given more than once.", pointer=pointer_to([name]))
    for name, _ in files:
        if name != "file":
            raise InvalidInput("Only the field file takes a file.", pointer=pointer_to([name]))
    if not files:
        raise InvalidInput("The upload holds no file.", pointer="/file")
    return files[0][1], dict(fields)


def upload_type(filename: str | None, content_type: str | None) -> str:
    """Say of which kind an uploaded draft is. Raises HttpProblem for one that is not read."""
    by_name = UPLOAD_TYPES.get(PurePosixPath(filename or "").suffix.lower())
    sent = (content_type or "").strip()
    if by_name is not None:
        # The part's type may name the character set, which an ending cannot.
        return sent if media_type_of(sent) == by_name else by_name
    if media_type_of(sent) in UPLOAD_TYPES.values():
        return sent
    detail = f"A draft is one of {', '.join(UPLOAD_TYPES)}."
    problem = problem_of_fields([{"loc": ("file",), "msg": detail}], place="body")
    unsupported = {"status": 415, "title": "Unsupported Media Type", "type": "about:blank"}
    raise HttpProblem(problem.model_copy(update=unsupported))


def clean_filename(filename: str | None) -> str | None:
    """Give a name that may be shown, or None."""
    return "".join(c for c in filename if c.isprintable())[:255] if filename else None
