"""The document in, the same with what follows from an answer out. Pure.

Links (OpenAPI 3.1, section 4.8.20) tell people and tools which call takes the id that this
one gave: a verification that was made leads to its report, its events, its end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ID = "$response.body#/id"
_SAME = "$request.path.id"
_HOOK = "$response.body#/webhook/id"
_FIRST = "$response.body#/items/0/id"


@dataclass(frozen=True, slots=True)
class _From:
    """An answer: the operation, its status, and what the ids of it lead to."""

    operation: str
    status: str
    links: dict[str, dict[str, str]]  # by operation, parameters by name
    bodies: tuple[tuple[str, dict[str, str]], ...] = ()  # by operation, where a link has one


def _each(names: tuple[str, ...], **parameters: str) -> dict[str, dict[str, str]]:
    return dict.fromkeys(names, parameters)


_OF_ONE = (
    "get_verification",
    "get_report",
    "get_events",
    "cancel_verification",
    "recheck_verification",
    "erase_verification",
)
_OF_A_RECEIVER = (
    "rotate_webhook",
    "disable_webhook",
    "enable_webhook",
    "ping_webhook",
    "list_deliveries",
    "remove_webhook",
)
LINKS = (
    _From("post_verification", "202", _each(_OF_ONE, id=_ID)),
    _From(
        "list_verifications",
        "200",
        {
            **_each(("get_verification", "get_report"), id=_FIRST),
            "list_verifications": {"cursor": "$response.body#/next_cursor"},
        },
    ),
    _From(
        "get_verification",
        "200",
        {
            **_each(("get_report", "cancel_verification", "recheck_verification"), id=_ID),
            "compare_verifications": {"id": _ID, "other": _ID},
        },
    ),
    _From("cancel_verification", "200", _each(("get_verification", "erase_verification"), id=_ID)),
    _From(
        "recheck_verification",
        "202",
        {
            **_each(("get_verification", "get_report", "cancel_verification"), id=_ID),
            "compare_verifications": {"id": _ID, "other": _ID},
        },
    ),
    _From(
        "get_report",
        "200",
        {
            "decide": {"id": _SAME, "sid": "$response.body#/statements/0/id"},
            "get_source_text": {"id": _SAME, "source_id": "$response.body#/sources/0/id"},
        },
    ),
    _From("register_webhook", "201", _each(_OF_A_RECEIVER, webhook_id=_HOOK)),
    _From("list_webhooks", "200", _each(_OF_A_RECEIVER, webhook_id=_FIRST)),
    _From(
        "list_deliveries",
        "200",
        {"redeliver": {"webhook_id": "$request.path.webhook_id"}},
        (("redeliver", {"delivery_id": _FIRST}),),
    ),
)


def add_links(document: dict[str, Any]) -> None:
    """Write the links into the answers they follow from."""
    answers = {
        operation["operationId"]: operation["responses"] for operation in _operations(document)
    }
    for start in LINKS:
        bodies = dict(start.bodies)
        answers[start.operation][start.status]["links"] = {
            name: {
                "operationId": name,
                "parameters": parameters,
                **({"requestBody": bodies[name]} if name in bodies else {}),
            }
            for name, parameters in start.links.items()
        }


def _operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        yield from item.values()
