"""Receivers of webhooks: registered, listed, rotated, disabled, pinged, sent to again. I/O."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import quote

from service.client.nouns import (
    Deliveries,
    Delivery,
    Redelivered,
    Webhook,
    Webhooks,
    WebhookWithSecret,
)
from service.client.transport import Again, Transport, read
from service.domain import EventType

PATH = "/v1/webhooks"


class Receivers:
    """The calls below ``/v1/webhooks``; they need a key with the scope ``admin``."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def register(self, url: str, events: Sequence[EventType] = ()) -> WebhookWithSecret:
        """Register an address, for the events named or all. The secret is shown this once."""
        body = {"url": url, "events": [str(event) for event in events]}
        answer = self._transport.send("POST", PATH, Again.IF_NEVER_SENT, json=body)
        return read(answer, WebhookWithSecret)

    def list(self) -> tuple[Webhook, ...]:
        """Give every receiver, oldest first."""
        return read(self._transport.send("GET", PATH), Webhooks).items

    def remove(self, webhook_id: str) -> None:
        """Forget it, with what was on its way there."""
        self._transport.send("DELETE", _path(webhook_id))

    def rotate(self, webhook_id: str) -> WebhookWithSecret:
        """Make a new secret; for a day both sign."""
        path = _path(webhook_id, "/rotate")
        return read(self._transport.send("POST", path, Again.IF_NEVER_SENT), WebhookWithSecret)

    def disable(self, webhook_id: str) -> Webhook:
        """Send nothing there any more."""
        return read(self._transport.send("POST", _path(webhook_id, "/disable")), Webhook)

    def enable(self, webhook_id: str) -> Webhook:
        """Send there what comes about from now on."""
        return read(self._transport.send("POST", _path(webhook_id, "/enable")), Webhook)

    def ping(self, webhook_id: str) -> Webhook:
        """Send a ping; what came of it stands in ``ping`` of a later ``list``."""
        return read(self._transport.send("POST", _path(webhook_id, "/ping")), Webhook)

    def deliveries(self, webhook_id: str) -> Iterator[Delivery]:
        """Give what went there, newest first, asking for the next page when it is needed."""
        query: dict[str, str] = {}
        while True:
            path = _path(webhook_id, "/deliveries")
            page = read(self._transport.send("GET", path, params=query), Deliveries)
            yield from page.items
            if page.next_cursor is None:
                return
            query["cursor"] = page.next_cursor

    def redeliver(self, webhook_id: str, delivery_id: str) -> tuple[str, ...]:
        """Send one delivery once more, under the same ``webhook-id``."""
        return self._redelivered(webhook_id, {"delivery_id": delivery_id})

    def redeliver_since(
        self, webhook_id: str, since: datetime, until: datetime | None = None
    ) -> tuple[str, ...]:
        """Send the events of a time once more, at most 500; their deliveries' ids."""
        body = {"since": since.isoformat()}
        if until is not None:
            body["until"] = until.isoformat()
        return self._redelivered(webhook_id, body)

    def _redelivered(self, webhook_id: str, body: dict[str, str]) -> tuple[str, ...]:
        path = _path(webhook_id, "/redeliver")
        answer = self._transport.send("POST", path, Again.IF_NEVER_SENT, json=body)
        return read(answer, Redelivered).delivery_ids


def _path(webhook_id: str, tail: str = "") -> str:
    return f"{PATH}/{quote(webhook_id, safe='')}{tail}"
