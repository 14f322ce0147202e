"""What a webhook tells, as its receiver sees it. Pure.

The envelope is that of Standard Webhooks; the payload is thin: what is private or long
is fetched from ``report_url`` with a key.
"""

from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from service.domain import EventType, GateResult, JobStatus, Verdict


class EventData(BaseModel):
    """The verification at its end."""

    model_config = ConfigDict(title="WebhookData")

    id: str
    revision: int
    sequence: Annotated[int, Field(description="Counts the events of one verification, from 1.")]
    status: JobStatus
    gate: GateResult | None
    counts: Annotated[dict[Verdict, int] | None, Field(description="Statements per verdict.")]
    external_id: str | None
    report_url: str | None


class WebhookEvent(BaseModel):
    """A verification came to its end."""

    model_config = ConfigDict(title="WebhookEvent")

    type: EventType
    timestamp: datetime
    data: EventData


class SourceChange(BaseModel):
    """What became of a passage that a statement rested on at the revision before."""

    model_config = ConfigDict(title="WebhookSourceChange")

    source_id: str
    url: Annotated[str | None, Field(description="As cited.")]
    statement_id: str
    change: Annotated[
        Literal["changed", "gone", "page_gone"],
        Field(
            description="`changed`: the passage reads otherwise; `gone`: it is no longer in the "
            "page; `page_gone`: the page itself is no longer there."
        ),
    ]


class SourceChangedData(EventData):
    """The verification at its new revision, and what changed in its sources."""

    model_config = ConfigDict(title="WebhookSourceChangedData")

    changes: list[SourceChange]
    left_out: Annotated[int, Field(description="Changes for which an event has no room.")]


class SourceChangedEvent(BaseModel):
    """Cited passages are gone or differ from the revision before. No private source is named."""

    model_config = ConfigDict(title="SourceChangedEvent")

    type: Literal[EventType.SOURCE_CHANGED]
    timestamp: datetime
    data: SourceChangedData


class PingData(BaseModel):
    """Who is pinged."""

    model_config = ConfigDict(title="PingData")

    webhook_id: str


class PingEvent(BaseModel):
    """A trial of a receiver."""

    model_config = ConfigDict(title="PingEvent")

    type: Literal["ping"]
    timestamp: datetime
    data: PingData


_ID = "vf_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4"
_COMPLETED: dict[str, Any] = {
    "type": "verification.completed",
    "timestamp": "2026-03-02T08:05:03Z",
    "data": {
        "id": _ID,
        "revision": 1,
        "sequence": 1,
        "status": "completed",
        "gate": "pass",
        "counts": {verdict.value: 2 * (verdict is Verdict.SUPPORTED) for verdict in Verdict},
        "external_id": "cms-4711",
        "report_url": f"https://sourceproof.example.org/v1/verifications/{_ID}/report",
    },
}


def _without_report(status: str) -> dict[str, Any]:
    nothing = {"status": status, "gate": None, "counts": None, "report_url": None}
    kind = f"verification.{status}"
    return {**_COMPLETED, "type": kind, "data": {**_COMPLETED["data"], **nothing}}


# By the name that the view gives as its ``example``.
EVENT_EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "event_completed": _COMPLETED,
    "event_failed": _without_report("failed"),
    "event_cancelled": _without_report("cancelled"),
    "event_source_changed": {
        **_COMPLETED,
        "type": "source.changed",
        "data": {
            **_COMPLETED["data"],
            "revision": 2,
            "sequence": 3,
            "changes": [
                {
                    "source_id": "s1",
                    "url": "https://port.example.org/news/opening",
                    "statement_id": "st2",
                    "change": "changed",
                }
            ],
            "left_out": 0,
        },
    },
    "event_ping": {
        "type": "ping",
        "timestamp": "2026-03-02T08:00:00Z",
        "data": {"webhook_id": "wh_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4"},
    },
}
