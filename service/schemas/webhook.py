"""Registered receivers of webhooks, as a caller sends and sees them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from service.domain import Attempt, Delivery, DeliveryState, EventType, Webhook
from service.schemas.fields import Moment, WebUrl

PATH: Final = "/v1/webhooks"
ID: Final = "wh_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4"
SECRET: Final = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105  of the examples alone


class WebhookRequest(BaseModel):
    """A receiver to register."""

    model_config = ConfigDict(title="WebhookRequest", extra="forbid")

    url: Annotated[WebUrl, Field(description="Where events are POSTed, signed.")]
    events: Annotated[
        list[EventType], Field(max_length=10, description="Those to be told of; none means all.")
    ] = []


class PingView(BaseModel):
    """What came of the newest ping; `outcome` is null until it was sent."""

    model_config = ConfigDict(title="Ping")

    at: datetime
    status: int | None
    outcome: str | None


class WebhookView(BaseModel):
    """A receiver. Its secret is shown when it is made, and never again."""

    model_config = ConfigDict(title="Webhook")

    id: str
    url: str
    events: list[EventType]
    created_at: datetime
    disabled_at: datetime | None
    disabled_by: Annotated[
        str | None, Field(description="`caller`, or `receiver` where it answered 410.")
    ]
    old_secret_until: Annotated[
        datetime | None, Field(description="Until then the secret before the newest signs too.")
    ]
    ping: PingView | None

    @classmethod
    def of(cls, webhook: Webhook) -> Self:
        """Show a receiver without its secret."""
        ping = webhook.ping and PingView(
            at=webhook.ping.at, status=webhook.ping.status, outcome=webhook.ping.outcome
        )
        return cls(
            id=webhook.id,
            url=webhook.url,
            events=list(webhook.events),
            created_at=webhook.created_at,
            disabled_at=webhook.disabled_at,
            disabled_by=webhook.disabled_by,
            old_secret_until=webhook.old_until,
            ping=ping,
        )


class WebhookSecretView(BaseModel):
    """A receiver with its new secret, shown this once."""

    model_config = ConfigDict(title="WebhookWithSecret")

    webhook: WebhookView
    secret: Annotated[str, Field(description="As Standard Webhooks has it, `whsec_` and base64.")]

    @classmethod
    def of(cls, webhook: Webhook) -> Self:
        """Show a receiver and its newest secret."""
        return cls(webhook=WebhookView.of(webhook), secret=webhook.secret)


class WebhookList(BaseModel):
    """Every receiver of a tenant, oldest first."""

    model_config = ConfigDict(title="WebhookList")

    items: list[WebhookView]


class AttemptView(BaseModel):
    """One attempt at a delivery."""

    model_config = ConfigDict(title="Attempt")

    number: int
    at: datetime
    status: Annotated[int | None, Field(description="Of the answer; null where there was none.")]
    outcome: Annotated[
        str,
        Field(
            description="`delivered`; `status` (an answer that was no 2xx), `timeout`, "
            "`unreachable`, or `refused` (an address that may not be reached)."
        ),
    ]
    seconds: Annotated[float | None, Field(description="That it took.")]


class DeliveryView(BaseModel):
    """An event on its way to a receiver; what the receiver replied is never kept."""

    model_config = ConfigDict(title="Delivery")

    id: str
    event_id: Annotated[str, Field(description="The `webhook-id`, the same at every attempt.")]
    type: EventType
    verification_id: str
    revision: int
    sequence: int
    state: DeliveryState
    attempts: int
    due_at: datetime
    created_at: datetime
    attempt_log: Annotated[
        list[AttemptView], Field(description="What came of each attempt, oldest first.")
    ]

    @classmethod
    def of(cls, delivery: Delivery, made: Iterable[Attempt]) -> Self:
        """Show a delivery, and the attempts that were made at it."""
        return cls(
            id=delivery.id,
            event_id=delivery.event_id,
            type=EventType(delivery.event_type),
            verification_id=delivery.verification_id,
            revision=delivery.revision,
            sequence=delivery.sequence,
            state=delivery.state,
            attempts=delivery.attempts,
            due_at=delivery.due_at,
            created_at=delivery.created_at,
            attempt_log=[AttemptView(**asdict(each)) for each in made],
        )


class DeliveryPage(BaseModel):
    """One page of deliveries, newest first."""

    model_config = ConfigDict(title="DeliveryPage")

    items: list[DeliveryView]
    next_cursor: str | None

    @classmethod
    def of(
        cls,
        items: Iterable[Delivery],
        made: Mapping[str, Iterable[Attempt]],
        next_cursor: str | None,
    ) -> Self:
        """Show a page; ``made`` gives the attempts by the delivery's id."""
        shown = [DeliveryView.of(each, made.get(each.id, ())) for each in items]
        return cls(items=shown, next_cursor=next_cursor)


class RedeliverRequest(BaseModel):
    """What is to be sent once more: one delivery, or those of events of a time."""

    model_config = ConfigDict(
        title="RedeliverRequest",
        extra="forbid",
        json_schema_extra={
            "oneOf": [
                {"required": ["delivery_id"], "properties": {"delivery_id": {"type": "string"}}},
                {
                    "required": ["since"],
                    "properties": {"since": {"type": "string"}, "delivery_id": {"type": "null"}},
                },
            ]
        },
    )

    delivery_id: Annotated[str | None, Field(max_length=40)] = None
    since: Moment | None = None
    until: Moment | None = None

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.delivery_id is None) == (self.since is None):
            raise ValueError("Give exactly one of delivery_id and since.")
        if self.delivery_id is not None and self.until is not None:
            raise ValueError("until goes with since.")
        return self


class Redelivered(BaseModel):
    """The deliveries that are made once more, at most 500 at a time."""

    model_config = ConfigDict(title="Redelivered")

    delivery_ids: list[str]


WEBHOOK_EXAMPLE: Final = {
    "id": ID,
    "url": "https://cms.example.org/hooks/sourceproof",
    "events": ["verification.completed"],
    "created_at": "2026-03-02T08:00:00Z",
    "disabled_at": None,
    "disabled_by": None,
    "old_secret_until": None,
    "ping": None,
}
DELIVERY_EXAMPLE: Final = {
    "id": "dl_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
    "event_id": "evt_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
    "type": "verification.completed",
    "verification_id": "vf_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
    "revision": 1,
    "sequence": 1,
    "state": "delivered",
    "attempts": 1,
    "due_at": "2026-03-02T08:05:03Z",
    "created_at": "2026-03-02T08:05:03Z",
    "attempt_log": [
        {
            "number": 1,
            "at": "2026-03-02T08:05:03Z",
            "status": 204,
            "outcome": "delivered",
            "seconds": 0.12,
        }
    ],
}
WEBHOOK_ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "webhook": WEBHOOK_EXAMPLE,
    "webhook_secret": {"webhook": WEBHOOK_EXAMPLE, "secret": SECRET},
    "webhooks": {"items": [WEBHOOK_EXAMPLE]},
    "deliveries": {"items": [DELIVERY_EXAMPLE], "next_cursor": None},
    "redelivered": {"delivery_ids": ["dl_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4"]},
}
