"""A verification that goes on in, the same at its end out: by its events, else by asking. I/O."""

import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

from service.client.errors import (
    DeadlinePassed,
    LimitReached,
    NotReady,
    UnexpectedAnswer,
    Unreachable,
)
from service.client.nouns import Event, Verification
from service.client.streaming import Heartbeat, parse
from service.client.transport import Transport, read

PATH = "/v1/verifications"
STREAM_TYPE = "text/event-stream"

QUIET = 40.0  # seconds; the service says that it is there every 15
PAUSE = 2.0  # seconds before a stream that broke is opened again, and between two questions
FAILURES = 5  # streams in a row that told nothing; then the status is asked for
NOTHING_MORE = 204
END = "end"

# A stream that failed so may go on in a while.
_FOR_NOW = (Unreachable, NotReady, LimitReached)

Told = Callable[[Event], None]


def path_of(verification_id: str, tail: str = "") -> str:
    """Give the path of a verification; whatever the id holds stays one step of it."""
    return f"{PATH}/{quote(verification_id, safe='')}{tail}"


class Waiting:
    """Waits for one verification, at most until ``deadline`` seconds from now."""

    def __init__(
        self,
        transport: Transport,
        verification_id: str,
        seconds: float,
        on_event: Told | None = None,
    ) -> None:
        self._transport = transport
        self._id = verification_id
        self._seconds = seconds
        self._ends_at = time.monotonic() + seconds
        self._on_event = on_event
        self._last_id = ""

    def until_final(self) -> Verification:
        """Follow its events to the end. Raises DeadlinePassed, NotThere and what ``get`` may."""
        failures = 0
        while failures < FAILURES:
            seen = self._last_id
            try:
                if self._followed():
                    break
            except UnexpectedAnswer:  # a proxy that lets no stream through
                break
            except _FOR_NOW:
                self._pause(PAUSE)
            failures = failures + 1 if self._last_id == seen else 0
        return self._polled()

    def events(self) -> Iterator[Event]:
        """Give the events of one stream behind those already told. Raises what went wrong."""
        for told in self._stream():
            if isinstance(told, Event):
                yield told

    def _followed(self) -> bool:
        """Tell the events of one stream; whether the end was among them."""
        for event in self.events():
            if self._on_event is not None:
                self._on_event(event)
            if event.kind == END:
                return True
        return False

    def _stream(self) -> Iterator[Event | Heartbeat]:
        headers = {"accept": STREAM_TYPE, "cache-control": "no-store"}
        if self._last_id:
            headers["last-event-id"] = self._last_id
        quiet = min(QUIET, self._left())
        with self._transport.stream(path_of(self._id, "/events"), headers, quiet) as answer:
            if answer.status_code == NOTHING_MORE:
                yield Event(END, {}, self._last_id)
                return
            if not answer.headers.get("content-type", "").startswith(STREAM_TYPE):
                raise UnexpectedAnswer(f"{answer.url.host} gives no stream of events.")
            for told in parse(answer.iter_lines()):
                if isinstance(told, Event):
                    self._last_id = told.id
                yield told
                # Nothing can end a read early, so the next one begins with the time left.
                if self._left() < quiet and isinstance(told, Heartbeat):
                    return

    def _polled(self) -> Verification:
        """Ask for the status, as often as the service says, until it is final."""
        while True:
            answer = self._transport.send("GET", path_of(self._id))
            verification = read(answer, Verification)
            if verification.status.is_final:
                return verification
            told = answer.headers.get("retry-after", "")
            self._pause(float(told) if told.isdecimal() else PAUSE)

    def _pause(self, seconds: float) -> None:
        time.sleep(min(seconds, self._left()))

    def _left(self) -> float:
        """Give the seconds that are left. Raises DeadlinePassed where there are none."""
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise DeadlinePassed(self._id, self._seconds)
        return left
