"""The small JSON body of a request in, its model out, or the error that names the field. I/O.

Parsed by pydantic's own parser, which refuses what Python's lets through or chokes on:
deep nesting, lone surrogates, broken UTF-8.
"""

from typing import Any, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from service.routes.documented import referred
from service.routes.problems import HttpProblem
from service.schemas.problem import problem_of_fields, problem_of_status

M = TypeVar("M", bound=BaseModel)

JSON_TYPE = "application/json"
MAX_ERRORS = 50  # more tell a caller nothing


async def read_json(request: Request, model: type[M], default: M | None = None) -> M:
    """Read the body; ``default`` stands for an empty one. Raises HttpProblem."""
    body = await request.body()
    if not body and default is not None:
        return default
    if media_type_of(request.headers.get("content-type", "")) != JSON_TYPE:
        raise HttpProblem(problem_of_status(415, f"Send {JSON_TYPE}."), {"accept": JSON_TYPE})
    try:
        return model.model_validate_json(body)
    except ValidationError as err:
        raise refusal_of(err) from err


def documented_body(name: str, example: object, *, required: bool = True) -> dict[str, Any]:
    """Give the ``openapi_extra`` of a view that reads a body of that schema."""
    content = {JSON_TYPE: {"schema": referred(name), "example": example}}
    return {"requestBody": {"required": required, "content": content}}


def media_type_of(content_type: str) -> str:
    """Give the media type of a Content-Type without its parameters, in lower case."""
    return content_type.split(";", 1)[0].strip().lower()


def refusal_of(err: ValidationError) -> HttpProblem:
    """Say what is wrong with a body: 400 for no JSON, 422 for wrong fields."""
    errors = errors_of(err)
    if any(e["type"] == "json_invalid" for e in errors):
        return HttpProblem(
            problem_of_status(400, f"The body is no valid JSON. {errors[0]['msg']}.")
        )
    return HttpProblem(problem_of_fields(errors, place="body"))


def errors_of(err: ValidationError) -> list[dict[str, Any]]:
    """Give the errors without the input or its context: a draft is not echoed, and may be huge."""
    found = err.errors(include_url=False, include_context=False, include_input=False)
    return [dict(e) for e in found[:MAX_ERRORS]]
