"""The examples of openapi.yaml. Pure. Every one is real: tests send and compare them."""

from typing import Any, Final

from service.errors import (
    Conflict,
    IdempotencyMismatch,
    InvalidInput,
    LimitReached,
    NotAllowed,
    NotAuthenticated,
    NotFound,
    NotReady,
    TooLarge,
)
from service.schemas.audit import AUDIT_EXAMPLE
from service.schemas.comparison import COMPARISON_EXAMPLE
from service.schemas.decision import DECISION_EXAMPLE
from service.schemas.problem import Problem, problem_of, problem_of_fields, problem_of_status
from service.schemas.url import PRIVATE_ADDRESS
from service.schemas.webhook import WEBHOOK_ANSWERS

ID: Final = "vf_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4"

REQUESTS: Final[dict[str, dict[str, Any]]] = {
    "markdown": {
        "summary": "A draft in Markdown; its links are its citations",
        "value": {
            "article": {
                "markdown": "# Harbour opens\n\nThe new harbour opened on Monday, "
                "[the port authority said](https://port.example.org/news/opening).\n",
                "external_id": "cms-4711",
            }
        },
    },
    "text_and_sources": {
        "summary": "Plain text, and the sources it rests on",
        "value": {
            "article": {
                "text": "The council approved 12 new bus lines. Fares rise by 3% in May.",
                "title": "Twelve new bus lines",
                "language": "en",
                "published_at": "2026-03-02T08:00:00Z",
            },
            "sources": [
                {"url": "https://council.example.org/minutes/2026-02-27"},
                {
                    "text": "Minutes, 27 February: the council approved twelve new bus lines.",
                    "label": "Minutes as sent by the press office",
                    "private": True,
                },
            ],
            "options": {"fail_on": ["contradicted", "SP301"], "max_could_not_check": 20},
        },
    },
    "html_with_callback": {
        "summary": "HTML from a CMS, told by webhook when it is done",
        "value": {
            "article": {
                "html": "<h1>Rain</h1><p>April was <a href='https://weather.example.org/april'>"
                "the wettest in 40 years</a>.</p>",
                "external_id": "cms-4712",
            },
            "options": {"on_inconclusive": "warn"},
            "callback_url": "https://cms.example.org/hooks/sourceproof",
        },
    },
    "url": {
        "summary": "A published article, fetched from its address",
        "value": {"article": {"url": "https://news.example.org/2026/harbour-opens"}},
    },
}

UPLOAD_EXAMPLE: Final[dict[str, str]] = {
    "file": "# Harbour opens\n\nThe new harbour opened on Monday, [the port authority "
    "said](https://port.example.org/news/opening).\n",
    "external_id": "cms-4711",
}

VIEW_EXAMPLE: Final[dict[str, Any]] = {
    "id": ID,
    "revision": 1,
    "status": "queued",
    "stage": "collect",
    "stages": {"collect": {"done": 0, "total": None}, "assess": {"done": 0, "total": None}},
    "gate": None,
    "title": None,
    "url": None,
    "external_id": "cms-4711",
    "error": None,
    "created_at": "2026-03-02T08:05:00Z",
    "updated_at": "2026-03-02T08:05:00Z",
    "completed_at": None,
    "schedule": None,
    "links": {
        "self": f"/v1/verifications/{ID}",
        "report": f"/v1/verifications/{ID}/report",
    },
}

CANCELLED_EXAMPLE: Final[dict[str, Any]] = {
    **VIEW_EXAMPLE,
    "status": "cancelled",
    "stage": "done",
    "updated_at": "2026-03-02T08:05:04Z",
    "completed_at": "2026-03-02T08:05:04Z",
}

PAGE_EXAMPLE: Final[dict[str, Any]] = {
    "items": [VIEW_EXAMPLE],
    "next_cursor": None,
    "links": {"next": None},
}

# By the name that a view gives as its ``example``.
ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "view": VIEW_EXAMPLE,
    "page": PAGE_EXAMPLE,
    "cancelled": CANCELLED_EXAMPLE,
    "rechecked": {**VIEW_EXAMPLE, "revision": 2},
    "comparison": COMPARISON_EXAMPLE,
    "decision": DECISION_EXAMPLE,
    "audit": AUDIT_EXAMPLE,
    **WEBHOOK_ANSWERS,
    "healthy": {"status": "ok"},
    "ready": {
        "status": "ready",
        "parts": {
            "record": "ok",
            "migrations": "ok",
            "workers": "ok",
            "broker": "ok",
        },
    },
}

# Of answers that are no JSON.
TEXTS: Final[dict[str, str]] = {
    "source_text": "New harbour opens\n\nThe new harbour opened on Monday, the port authority "
    "announced in a statement.",
    "metrics": "# HELP sourceproof_deliveries_pending Webhook deliveries that are still to be "
    "made.\n# TYPE sourceproof_deliveries_pending gauge\nsourceproof_deliveries_pending 0.0\n",
}

_NEED_ONE = "Give exactly one of text, html, markdown and url; none is given."


def _fields(pointer: str, detail: str, place: str = "body") -> Problem:
    steps = pointer.strip("/").split("/") if pointer else []
    return problem_of_fields([{"loc": (place, *steps), "msg": detail}])


PROBLEMS: Final[dict[str, Problem]] = {
    "malformed_json": problem_of_status(
        400,
        "The body is no valid JSON. Invalid JSON: EOF while parsing an object at line 1 column 1.",
    ),
    "no_key": problem_of(NotAuthenticated("Send a key as Authorization: Bearer <key>.")),
    "wrong_scope": problem_of(NotAllowed("This needs a key with the scope verify.")),
    "foreign_page": problem_of_status(403, "Another site's page may not send this."),
    "no_such_verification": problem_of(NotFound("There is no such verification.")),
    "not_acceptable": problem_of_status(
        406,
        "The report is given as application/json, text/html, text/markdown, "
        "application/sarif+json, application/ld+json, application/jsonl, text/csv, image/svg+xml.",
    ),
    "not_finished": problem_of(Conflict("The verification is not finished: it is queued.")),
    "failed": problem_of(Conflict("The verification failed: the article could not be read.")),
    "already_ended": problem_of(Conflict("The verification has already ended: it failed.")),
    "still_going": problem_of(
        Conflict("The verification is still at work; wait for its end, or cancel it.")
    ),
    "nothing_read_yet": problem_of(
        Conflict("There is no report yet whose unread sources could be read again.")
    ),
    "no_such_revision": problem_of(NotFound("There is no such revision.")),
    "wrong_revision": _fields("/revision", "Input should be greater than or equal to 1.", "query"),
    "wrong_sources": _fields("/sources", "Input should be 'all' or 'unread'."),
    "not_json": problem_of_status(415, "Send application/json."),
    "no_such_statement": problem_of(NotFound("The newest report has no such statement.")),
    "no_verdict": _fields("", "An override, and nothing else, names a verdict."),
    "no_such_webhook": problem_of(NotFound("There is no such receiver or delivery.")),
    "private_webhook": problem_of(InvalidInput(PRIVATE_ADDRESS, pointer="/url")),
    "unknown_event": _fields(
        "/events/0",
        "Input should be 'verification.completed', 'verification.failed', "
        "'verification.cancelled' or 'source.changed'.",
    ),
    "too_many_webhooks": problem_of(Conflict("There are 50 receivers already; remove one first.")),
    "what_to_redeliver": _fields("", "Give exactly one of delivery_id and since."),
    "webhook_disabled": problem_of(Conflict("The receiver is disabled; enable it first.")),
    "too_large": problem_of(TooLarge("The request body is larger than 10000000 bytes.")),
    "wrong_content_type": problem_of_status(415, "Send application/json or multipart/form-data."),
    "no_article": _fields("/article", _NEED_ONE),
    "unknown_option": _fields("/options/fail_when", "There is no such field."),
    "private_callback": problem_of(InvalidInput(PRIVATE_ADDRESS, pointer="/callback_url")),
    "key_reused": problem_of(
        IdempotencyMismatch("This Idempotency-Key was used with another body.")
    ),
    "key_in_use": problem_of(
        Conflict("A request with this Idempotency-Key is still waiting for its answer.")
    ),
    "too_many_requests": problem_of(
        LimitReached("More than 600 requests in a minute.", retry_after=42)
    ),
    "too_many_at_once": problem_of(
        LimitReached("More than 1000 verifications are waiting or at work.", retry_after=10)
    ),
    "unknown_filter": _fields("/state", "There is no such field.", "query"),
    "wrong_limit": _fields("/limit", "Input should be less than or equal to 100", "query"),
    "wrong_audience": _fields("/audience", "Input should be 'editor' or 'public'", "query"),
    "foreign_cursor": _fields("/cursor", "This is no cursor of this list.", "query"),
    "record_down": problem_of(NotReady("The record does not answer.")),
    "not_ready": problem_of(NotReady("Not ready: broker.")).model_copy(
        update={"parts": {"record": "ok", "migrations": "ok", "workers": "ok", "broker": "down"}}
    ),
}
