"""The fields of the draft's form in, the Submission they stand for out, or what is wrong. Pure.

The rules are those of the API: the fields become its request, and its errors are told at
the fields they came from.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from service.domain import Submission
from service.errors import InvalidInput, SourceproofError
from service.routes.bodies import errors_of
from service.routes.intake import clean_filename, upload_type
from service.routes.problems import HttpProblem
from service.schemas.problem import Problem, problem_of, problem_of_fields
from service.schemas.submission import UploadFields, VerificationRequest

FORMATS = (("markdown", "Markdown"), ("html", "HTML"), ("text", "Plain text"))
MAX_TEXTS = 20  # sources given as text, in one form
# UTF-16 code units of one field, as browsers count them: a browser that lays out more in one line
# is busy for half a minute and does not answer meanwhile.
MAX_TYPED = 1_000_000

_ARTICLE = ("title", "language", "published_at", "external_id")
_OPTIONS = ("max_could_not_check", "min_reader_verifiable", "on_inconclusive")
_ONE_OF_THREE = "Paste a draft, choose a file or give an address: one of the three."


@dataclass(frozen=True, slots=True)
class TextSource:
    """A source given as text."""

    text: str = ""
    label: str = ""
    is_private: bool = True


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded draft as it was sent."""

    name: str
    content_type: str | None
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into the form, before anything is judged."""

    fields: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[TextSource, ...] = ()
    file: File | None = None

    def __getitem__(self, name: str) -> str:
        """Give a field, "" where nothing was typed."""
        return self.fields.get(name, "")

    @property
    def urls(self) -> list[tuple[int, str]]:
        """The addresses of sources, each with its line, from 1."""
        lines = enumerate(self["sources"].splitlines(), start=1)
        return [(number, line.strip()) for number, line in lines if line.strip()]


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with a field of the form, by its id."""

    field: str
    detail: str


def read_draft(fields: Mapping[str, str], file: File | None) -> Draft:
    """Gather what was typed; blocks of text are numbered from 1, empty ones are dropped."""
    texts = (
        TextSource(
            fields.get(f"text-{n}", ""),
            fields.get(f"label-{n}", "").strip(),
            is_private=f"private-{n}" in fields,
        )
        for n in range(1, MAX_TEXTS + 1)
    )
    kept = {name: value for name, value in fields.items() if not re.search(r"-\d+$", name)}
    typed = ("draft", "sources", "format", "token")
    trimmed = {n: v if n in typed else v.strip() for n, v in kept.items()}
    return Draft(trimmed, tuple(t for t in texts if t.text.strip() or t.label), file)


def to_submission(draft: Draft) -> Submission:
    """Give what the form asks for. Raises ValidationError, InvalidInput or HttpProblem."""
    _hold_to_length(draft)
    given = [bool(draft["draft"].strip()), draft.file is not None, bool(draft["url"])]
    if given.count(True) != 1:
        raise InvalidInput(_ONE_OF_THREE, pointer="/article")
    if draft.file is not None:
        return _of_file(draft, draft.file)
    formats = {name for name, _ in FORMATS}
    written_as = draft["format"] if draft["format"] in formats else FORMATS[0][0]
    content = {"url": draft["url"]} if draft["url"] else {written_as: draft["draft"]}
    request = {"article": {**_described(draft), **content}, **_rest(draft)}
    return VerificationRequest.model_validate(request, strict=False).to_submission()


def _hold_to_length(draft: Draft) -> None:
    """Refuse what a browser without scripts has cut: one more than the most is let into a field."""
    if _typed_length(draft["draft"]) > MAX_TYPED:
        detail = (
            f"A pasted draft has at most {MAX_TYPED:,} characters. Choose it as a file instead."
        )
        raise InvalidInput(detail, pointer="/article/draft")
    if _typed_length(draft["sources"]) > MAX_TYPED:
        raise InvalidInput(f"At most {MAX_TYPED:,} characters.", pointer="/sources")
    for number, each in enumerate(draft.texts, start=len(draft.urls)):
        if _typed_length(each.text) > MAX_TYPED:
            detail = f"A pasted source has at most {MAX_TYPED:,} characters."
            raise InvalidInput(detail, pointer=f"/sources/{number}/text")


def _typed_length(text: str) -> int:
    """Count as a browser does: UTF-16 code units, a line break as one."""
    return len(text.replace("\r\n", "\n").encode("utf-16-le", "surrogatepass")) // 2


def errors_in(
    draft: Draft, err: ValidationError | SourceproofError | HttpProblem
) -> tuple[FieldError, ...]:
    """Tell of an error at the fields of the form."""
    problem = _problem_of(err)
    if not problem.errors:
        return (FieldError("draft", problem.detail),)
    return tuple(
        FieldError(*_placed(draft, each.pointer.split("/")[1:], each.detail))
        for each in problem.errors
    )


def _problem_of(err: ValidationError | SourceproofError | HttpProblem) -> Problem:
    if isinstance(err, HttpProblem):
        return err.problem
    if isinstance(err, SourceproofError):
        return problem_of(err)
    return problem_of_fields(errors_of(err), place="body")


def _of_file(draft: Draft, file: File) -> Submission:
    if not file.content.strip():
        raise InvalidInput("The file is empty.", pointer="/file")
    media_type = upload_type(file.name, file.content_type)
    fields = {**_described(draft), **_rest(draft)}
    return UploadFields.model_validate(fields, strict=False).to_submission(
        file.content, media_type, clean_filename(file.name)
    )


def _described(draft: Draft) -> dict[str, Any]:
    return {name: draft[name] for name in _ARTICLE if draft[name]}


def _rest(draft: Draft) -> dict[str, Any]:
    """Give what JSON and upload share: sources, options, the address to call."""
    sources: list[dict[str, Any]] = [{"url": url} for _, url in draft.urls]
    sources += [
        {"text": each.text, "label": each.label or None, "private": each.is_private}
        for each in draft.texts
    ]
    options: dict[str, Any] = {name: draft[name] for name in _OPTIONS if draft[name]}
    if draft["fail_on"]:
        options["fail_on"] = [w for w in re.split(r"[\s,]+", draft["fail_on"]) if w]
    callback = {"callback_url": draft["callback_url"]} if draft["callback_url"] else {}
    return {"sources": sources, "options": options, **callback}


def _placed(draft: Draft, steps: list[str], detail: str) -> tuple[str, str]:
    """Give the id of the field that a pointer of the API leads to, and what to say there."""
    if steps[:1] == ["sources"] and len(steps) > 1:
        return _of_source(draft, int(steps[1]), steps[2:], detail)
    known = {*_ARTICLE, *_OPTIONS, "url", "file", "fail_on", "callback_url", "sources"}
    return next((step for step in reversed(steps) if step in known), "draft"), detail


def _of_source(draft: Draft, index: int, steps: Iterable[str], detail: str) -> tuple[str, str]:
    if index < len(draft.urls):
        return "sources", f"Line {draft.urls[index][0]}: {detail}"
    number = index - len(draft.urls) + 1
    return f"{'label' if 'label' in steps else 'text'}-{number}", detail
