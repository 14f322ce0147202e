"""What a webhook tells, as its receiver sees it. Pure.

The envelope is that of Standard Webhooks; the payload is thin: what is private or long
is fetched from ``report_url`` with a key.
"""

from datetime import datetime
from typing import Annotated, Literal

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
