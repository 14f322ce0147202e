"""What a stream of events looks like, for openapi.yaml. Pure."""

import json
from typing import Any, Final

from service.domain import HappeningKind

_DATA: Final[dict[HappeningKind, dict[str, Any]]] = {
    HappeningKind.STAGE: {"stage": "collect", "total": 1},
    HappeningKind.SOURCE: {
        "url": "https://port.example.org/news/opening",
        "access": "ok",
        "done": 1,
        "total": 1,
    },
    HappeningKind.STATEMENT: {"id": "st1", "verdict": "supported", "done": 1, "total": 1},
    HappeningKind.END: {"status": "completed", "gate": "pass", "error": None},
}
_SAID: Final = {
    HappeningKind.STAGE: "A stage begins",
    HappeningKind.SOURCE: "A source was read, or could not be",
    HappeningKind.STATEMENT: "A statement is decided",
    HappeningKind.END: "Nothing more will come",
}

# Of one event, as tools read a stream: the fields of the HTML standard, section 9.2.6.
EVENT_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "title": "StreamedEvent",
    "description": "One event of the stream.",
    "properties": {
        "event": {"enum": [kind.value for kind in HappeningKind], "type": "string"},
        "id": {"type": "string", "description": "Send it as `Last-Event-ID` to go on from there."},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
    "required": ["event", "id", "data"],
}
EVENT_EXAMPLES: Final[dict[str, Any]] = {
    kind.value: {
        "summary": _SAID[kind],
        "value": {
            "event": kind.value,
            "id": "1.end" if kind is HappeningKind.END else f"1.{number}",
            "data": json.dumps(data),
        },
    }
    for number, (kind, data) in enumerate(_DATA.items(), 1)
}
