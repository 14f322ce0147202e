"""A receiver of Sourceproof's webhooks, for the CMS to begin with: verified, once each. I/O.

    SOURCEPROOF_WEBHOOK_SECRET=whsec_… python receiver.py 8900

Needs `pip install standardwebhooks` and nothing else. It answers at once and does its work
afterwards, for a delivery is given up after 15 seconds. It holds what it has seen in memory;
yours would hold that where it survives, since an event may come again for days.
"""

import os
import queue
import sys
import threading
from collections import OrderedDict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError

MAX_BODY = 20_000  # bytes; an event is smaller
SEEN = 10_000  # ids of events that were handled


class Inbox:
    """Takes each event once, and hands them on in the order they came."""

    def __init__(self, secret: str) -> None:
        self._webhook = Webhook(secret)
        self._seen: OrderedDict[str, None] = OrderedDict()
        self._lock = threading.Lock()
        self.events: queue.Queue[dict[str, Any]] = queue.Queue()

    def take(self, body: bytes, headers: dict[str, str]) -> bool:
        """Verify the raw bytes, and keep the event if it is new; ``False`` where it is not ours."""
        try:
            event = self._webhook.verify(body, headers)
        except (WebhookVerificationError, ValueError):
            return False
        with self._lock:
            is_new = headers["webhook-id"] not in self._seen
            self._seen[headers["webhook-id"]] = None
            while len(self._seen) > SEEN:
                self._seen.popitem(last=False)
        if is_new:
            self.events.put(event)
        return True


def handle(event: dict[str, Any]) -> None:
    """Do what the newsroom wants done: here, say how the draft of that id in the CMS fared."""
    data = event.get("data", {})
    gate = data.get("gate") or "no gate"
    print(
        f"{event['type']}: {data.get('external_id')}: {gate}, {data.get('report_url')}", flush=True
    )


class Handler(BaseHTTPRequestHandler):
    """Answers 204 for our events, 400 for anybody else's, and never says why."""

    inbox: Inbox

    def do_POST(self) -> None:
        """Take one delivery."""
        length = int(self.headers.get("content-length") or 0)
        if not 0 < length <= MAX_BODY:
            self._answer(413)
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._answer(204 if self.inbox.take(self.rfile.read(length), headers) else 400)

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: what strangers send does not belong in a log."""


def main() -> None:
    """Listen, and handle what comes, one after the other."""
    Handler.inbox = Inbox(os.environ["SOURCEPROOF_WEBHOOK_SECRET"])
    server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"listening on port {server.server_address[1]}", flush=True)
    while True:
        handle(Handler.inbox.events.get())


if __name__ == "__main__":
    main()
