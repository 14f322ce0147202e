"""Statuses in, what openapi.yaml says of them out. Pure."""

from typing import Any

from fastapi.routing import APIRoute

from service.schemas.examples import PROBLEMS
from service.schemas.problem import MEDIA_TYPE

_PROBLEM = {"$ref": "#/components/schemas/Problem"}

RETRY_AFTER = {
    "Retry-After": {
        "description": "Seconds after which to ask again.",
        "schema": {"type": "integer", "minimum": 0},
    }
}
LOCATION = {
    "Location": {
        "description": "Where the verification is.",
        "schema": {"type": "string", "format": "uri-reference"},
    }
}
ETAG = {
    "ETag": {"description": "Changes with the answer.", "schema": {"type": "string"}},
}

REQUEST_ID = {
    "X-Request-Id": {
        "description": "Names the request in our logs: yours, where you sent one, else ours.",
        "schema": {"type": "string"},
    }
}

RATE = {
    **{
        f"RateLimit-{name}": {"description": words, "schema": {"type": "integer", "minimum": 0}}
        for name, words in (
            ("Limit", "Requests that your tenant may make in a minute, where there is a limit."),
            ("Remaining", "Those that are left of this minute."),
            ("Reset", "Seconds until the next minute begins."),
        )
    },
    **{
        name: {"description": words, "schema": {"type": "string"}}
        for name, words in (
            ("RateLimit-Policy", 'The limit, as `"minute";q=600;w=60`: requests, seconds.'),
            ("RateLimit", 'What is left, as `"minute";r=599;t=42`: requests, seconds.'),
        )
    },
}


def problems(*names: str) -> dict[int | str, dict[str, Any]]:
    """Give the ``responses`` of a view for named problems; several may share a status."""
    found: dict[int | str, dict[str, Any]] = {}
    for name in names:
        example = PROBLEMS[name]
        known = found.setdefault(example.status, _response(example.status, example.title))
        examples = known["content"][MEDIA_TYPE]["examples"]
        value = example.model_dump(by_alias=True, exclude_none=True, mode="json")
        examples[name] = {"summary": example.detail, "value": value}
    return found


def operation_id(route: APIRoute) -> str:
    """Name an operation as its view is named; clients that are generated call it so."""
    return route.name


def referred(name: str) -> dict[str, str]:
    """Refer to a schema of the document."""
    return {"$ref": f"#/components/schemas/{name}"}


def _response(status: int, title: str) -> dict[str, Any]:
    response: dict[str, Any] = {
        "description": title,
        "content": {MEDIA_TYPE: {"schema": _PROBLEM, "examples": {}}},
    }
    if status in _RETRIED:
        response["headers"] = RETRY_AFTER
    return response


_RETRIED = {429, 503}
