"""The app in, its OpenAPI 3.1 document out. Pure."""

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from service.rendering import render
from service.routes.documented import RATE, REQUEST_ID, problems
from service.routes.linking import add_links
from service.routes.reports import FORMATS
from service.schemas.decision import DecisionRequest
from service.schemas.event import EVENT_EXAMPLES, PingEvent, SourceChangedEvent, WebhookEvent
from service.schemas.examples import ANSWERS, TEXTS
from service.schemas.problem import MEDIA_TYPE, Problem
from service.schemas.recheck import RecheckRequest
from service.schemas.report import ReportOut
from service.schemas.report_example import report_example
from service.schemas.submission import UploadFields, VerificationRequest
from service.schemas.webhook import RedeliverRequest, WebhookRequest

REF = "#/components/schemas/{model}"

_DESCRIPTION = """\
Checks an article against the sources it cites, statement by statement.

Send a draft to `POST /v1/verifications`, then ask for its status, or give a `callback_url`
and be told. *Supported* means that the cited source says so; it is a lead to verify, never
proof of truth.

Every error is an `application/problem+json` document (RFC 9457); `errors` points at the
fields at fault. A service that requires keys takes them as `Authorization: Bearer <key>`;
`sourceproof serve` on loopback requires none.
"""

_TAGS = [
    {"name": "verifications", "description": "An article and its check."},
    {"name": "webhooks", "description": "Who is told when a verification ends."},
    {"name": "audit", "description": "Who did what."},
    {"name": "health", "description": "For probes."},
]

_FILE = {
    "type": "string",
    "contentMediaType": "application/octet-stream",
    "description": "The draft: a .txt, .md, .html or .docx file.",
}


def describe(app: FastAPI) -> dict[str, Any]:
    """Give the document of every public view, with the schemas that are referred to by name."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        openapi_version="3.1.0",
        description=_DESCRIPTION,
        routes=app.routes,
        webhooks=app.webhooks.routes,
        tags=_TAGS,
        license_info={"name": "MIT", "identifier": "MIT"},
    )
    components = document.setdefault("components", {})
    components["schemas"] = {**_schemas(), **components.get("schemas", {})}
    components["schemas"]["Upload"] = _upload(components["schemas"].pop("UploadFields"))
    components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
    components["headers"] = {**RATE, **REQUEST_ID}
    document["security"] = [{"key": []}, {}]
    for path in ("/healthz", "/readyz", "/metrics"):
        document["paths"][path]["get"]["security"] = []
    _drop_foreign_errors(document)
    _with_limits(document)
    _with_request_ids(document)
    _with_answers(document)
    add_links(document)
    return _by_title(document)


def _drop_foreign_errors(document: dict[str, Any]) -> None:
    """Take out FastAPI's own 422, which never leaves here; ours are given by the views."""
    for item in document["paths"].values():
        for operation in item.values():
            if "application/json" in operation["responses"].get("422", {}).get("content", {}):
                del operation["responses"]["422"]
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)


def _with_limits(document: dict[str, Any]) -> None:
    """Tell of limits and scopes, which hold wherever a key is asked for."""
    for item in document["paths"].values():
        for operation in item.values():
            if "401" not in operation["responses"]:
                continue
            for status, told in problems("too_many_requests", "wrong_scope").items():
                known = operation["responses"].setdefault(str(status), told)
                known["content"][MEDIA_TYPE]["examples"] |= told["content"][MEDIA_TYPE]["examples"]
            for status, response in operation["responses"].items():
                if status != "401":
                    response["headers"] = {**response.get("headers", {}), **_referred(RATE)}


def _with_request_ids(document: dict[str, Any]) -> None:
    """Tell that every answer carries the id of its request."""
    for item in document["paths"].values():
        for operation in item.values():
            for response in operation["responses"].values():
                response["headers"] = {**response.get("headers", {}), **_referred(REQUEST_ID)}


def _referred(headers: dict[str, Any]) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in headers}


def _with_answers(document: dict[str, Any]) -> None:
    """Put the example answers in place of their names; FastAPI would drop their nulls."""
    named = {**ANSWERS, **TEXTS, **EVENT_EXAMPLES, **_reports()}
    for item in (*document["paths"].values(), *document["webhooks"].values()):
        for operation in item.values():
            for part in (*operation["responses"].values(), operation.get("requestBody", {})):
                for content in part.get("content", {}).values():
                    name = content.get("example")
                    if isinstance(name, str) and name in named:
                        content["example"] = named[name]


def _reports() -> dict[str, Any]:
    """Give the example report in each format, by the name that the view gives it."""
    report = report_example()
    made = {}
    for name in (*FORMATS.values(), "junit", "github"):
        text = render(report, name)
        is_object = text.startswith("{") and name != "jsonl"
        made[f"report_{name}"] = json.loads(text) if is_object else text
    # A page of its own style sheet and pictures: too long to be read here.
    return {**made, "report_html": f"{made['report_html'].partition('<style')[0].strip()}…"}


def _schemas() -> dict[str, Any]:
    """Give the schemas of the models that FastAPI does not find by itself."""
    models = (
        VerificationRequest,
        UploadFields,
        RecheckRequest,
        DecisionRequest,
        WebhookRequest,
        RedeliverRequest,
        ReportOut,
        Problem,
        WebhookEvent,
        SourceChangedEvent,
        PingEvent,
    )
    _, schema = models_json_schema([(m, "validation") for m in models], ref_template=REF)
    found: dict[str, Any] = schema["$defs"]
    return found


def _upload(fields: dict[str, Any]) -> dict[str, Any]:
    """Give the multipart form: the file, and the fields that describe it."""
    properties = {"file": _FILE, **fields["properties"]}
    description = "A draft as a file; `sources` and `options` are JSON."
    return {
        **fields,
        "properties": properties,
        "required": ["file"],
        "title": "Upload",
        "description": description,
    }


def _by_title(document: dict[str, Any]) -> dict[str, Any]:
    """Call every schema by its title, as people speak of it, and not by its class."""
    schemas = document["components"]["schemas"]
    names = {name: schema.get("title", name) for name, schema in schemas.items()}
    refs = {REF.format(model=old): REF.format(model=new) for old, new in names.items()}
    schemas = {names[name]: schema for name, schema in schemas.items()}
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    renamed: dict[str, Any] = _with_refs(document, refs)
    return renamed


def _with_refs(node: Any, refs: dict[str, str]) -> Any:  # noqa: ANN401  any JSON value
    if isinstance(node, dict):
        return {
            key: refs.get(value, value) if key == "$ref" else _with_refs(value, refs)
            for key, value in node.items()
        }
    return [_with_refs(each, refs) for each in node] if isinstance(node, list) else node
