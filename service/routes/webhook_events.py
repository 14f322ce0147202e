"""What receivers of webhooks are sent, for openapi.yaml alone: no view of ours. Pure."""

from typing import Any

from fastapi import APIRouter

from service.routes.documented import operation_id, referred

router = APIRouter(generate_unique_id_function=operation_id)

_HEADERS = [
    {
        "name": name,
        "in": "header",
        "required": True,
        "schema": {"type": "string"},
        "description": description,
    }
    for name, description in (
        ("webhook-id", "The same at every retry: handle each id once."),
        ("webhook-timestamp", "Seconds since 1970; refuse what is older than some minutes."),
        ("webhook-signature", "`v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`."),
    )
]


def _sent(schema: str, example: str) -> dict[str, Any]:
    """Give what is POSTed for an event: its headers, and a body of that schema."""
    content = {"application/json": {"schema": referred(schema), "example": example}}
    body = {"required": True, "content": content}
    return {"parameters": _HEADERS, "security": [], "requestBody": body}


_ANSWERS: dict[int | str, dict[str, Any]] = {
    "2XX": {"description": "Received. Anything else is tried again, as Standard Webhooks has it."},
    410: {"description": "Never wanted again: the address is not called any more."},
}


@router.post(
    "verification.completed",
    status_code=204,
    summary="A verification is completed, with or without gaps",
    openapi_extra=_sent("WebhookEvent", "event_completed"),
    responses=_ANSWERS,
)
def verification_completed() -> None:
    """Sent to the `callback_url` of the verification and to receivers, at least once."""


@router.post(
    "verification.failed",
    status_code=204,
    summary="A verification failed",
    openapi_extra=_sent("WebhookEvent", "event_failed"),
    responses=_ANSWERS,
)
def verification_failed() -> None:
    """Sent to the `callback_url` of the verification and to receivers, at least once."""


@router.post(
    "verification.cancelled",
    status_code=204,
    summary="A verification was cancelled",
    openapi_extra=_sent("WebhookEvent", "event_cancelled"),
    responses=_ANSWERS,
)
def verification_cancelled() -> None:
    """Sent to the `callback_url` of the verification and to receivers, at least once."""


@router.post(
    "source.changed",
    status_code=204,
    summary="A source of a rechecked article no longer says what it said",
    openapi_extra=_sent("SourceChangedEvent", "event_source_changed"),
    responses=_ANSWERS,
)
def source_changed() -> None:
    """Sent after a recheck, on a schedule or by hand, that found it, at least once."""


@router.post(
    "ping",
    status_code=204,
    summary="A trial",
    openapi_extra=_sent("PingEvent", "event_ping"),
    responses=_ANSWERS,
)
def ping() -> None:
    """Sent once to a receiver whose owner asked for it."""
