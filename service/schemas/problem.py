"""Errors in, RFC 9457 problem documents out. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from service.errors import SourceproofError

MEDIA_TYPE = "application/problem+json"

Place = Literal["body", "query", "path", "header"]
PLACES: frozenset[str] = frozenset({"body", "query", "path", "header"})


class FieldProblem(BaseModel):
    """What is wrong with one field of the request."""

    model_config = ConfigDict(title="FieldProblem")

    pointer: Annotated[
        str, Field(description="RFC 6901 JSON pointer to the field, within the part named by `in`.")
    ]
    detail: Annotated[str, Field(description="What is wrong with it, in plain words.")]
    in_: Annotated[
        Place, Field(alias="in", description="The part of the request that holds the field.")
    ] = "body"


class Problem(BaseModel):
    """An error as RFC 9457 has it."""

    model_config = ConfigDict(title="Problem")

    type: Annotated[
        str, Field(description="A URI reference that names the kind of problem, or `about:blank`.")
    ] = "about:blank"
    title: Annotated[str, Field(description="The kind of problem in a few words.")]
    status: Annotated[int, Field(ge=400, le=599, description="The HTTP status.")]
    detail: Annotated[str, Field(description="What happened this time.")]
    errors: Annotated[
        list[FieldProblem] | None, Field(description="The fields at fault, where there are any.")
    ] = None
    parts: Annotated[
        dict[str, str] | None, Field(description="Of `/readyz`: each part and its state.")
    ] = None


def problem_of(error: SourceproofError) -> Problem:
    """Give the problem document of one of our own errors."""
    errors = [field_problem(error.pointer, error.detail)] if error.pointer is not None else None
    return Problem(
        type=_slug(type(error).__name__),
        title=error.title,
        status=error.status,
        detail=error.detail,
        errors=errors,
    )


def problem_of_status(status: int, detail: str | None = None) -> Problem:
    """Give the problem document of a bare HTTP status."""
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Error"
    return Problem(title=phrase, status=status, detail=detail or f"{phrase}.")


def problem_of_fields(
    errors: Iterable[Mapping[str, object]], *, place: Place | None = None
) -> Problem:
    """Give the 422 problem of a pydantic validation error's ``errors()``.

    Without ``place``, each ``loc`` begins with it, as FastAPI writes them.
    """
    fields = [_field_of(error, place) for error in errors]
    detail = fields[0].detail if len(fields) == 1 else f"{len(fields)} fields are unusable."
    return Problem(
        type=_slug("InvalidInput"), title="Invalid input", status=422, detail=detail, errors=fields
    )


def field_problem(pointer: str, detail: str, place: Place = "body") -> FieldProblem:
    """Build one entry of ``errors``."""
    return FieldProblem.model_validate({"pointer": pointer, "detail": detail, "in": place})


def pointer_to(path: Sequence[str | int]) -> str:
    """Write a path of keys and indices as an RFC 6901 JSON pointer."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)


def _field_of(error: Mapping[str, object], place: Place | None) -> FieldProblem:
    location = error["loc"]
    path: tuple[str | int, ...] = location if isinstance(location, tuple) else ()
    where: Place = place or "body"
    if place is None and path and path[0] in PLACES:
        where, path = path[0], path[1:]  # type: ignore[assignment]  # it is one of PLACES
    return field_problem(_printable(pointer_to(path)), _message(error), where)


def _message(error: Mapping[str, object]) -> str:
    """Give pydantic's message without the name of the exception class in front."""
    if error.get("type") == "extra_forbidden":
        return "There is no such field."
    words = str(error["msg"]).removeprefix("Value error, ").rstrip(".")
    return _printable(words[:1].upper() + words[1:] + ".")


def _printable(text: str) -> str:
    """Keep what a caller sent from breaking the answer: no lone surrogates, no megabytes."""
    return text[:500].encode("utf-8", "replace").decode("utf-8")


def _slug(name: str) -> str:
    """Give ``urn:sourceproof:problem:invalid-input`` for ``InvalidInput``."""
    words = "".join(f"-{c.lower()}" if c.isupper() else c for c in name)
    return f"urn:sourceproof:problem:{words.lstrip('-')}"
