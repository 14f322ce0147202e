"""What happens to a verification as server-sent events, live and from where one left off. I/O.

The wire is that of the HTML standard, section 9.2, "Server-sent events". An id is
``revision.number``; that of the last event of a revision is ``revision.end``.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

import anyio
from anyio.to_thread import run_sync
from fastapi import APIRouter, Header, Response
from fastapi.sse import KEEPALIVE_COMMENT, EventSourceResponse, format_sse_event
from starlette.types import Message, Send

from service.domain import Happening, HappeningKind, Verification
from service.errors import NotFound, NotReady
from service.routes.acceptance import load
from service.routes.documented import problems
from service.routes.house import House, HouseDep, IdDep, TenantDep
from service.schemas.happening import EVENT_EXAMPLES, EVENT_SCHEMA
from service.schemas.verification import PATH
from service.store import Standing

router = APIRouter(tags=["verifications"])

HEARTBEAT = 15.0  # seconds; the usual proxies close what is silent for 30 to 60
SEND_TIMEOUT = 30.0  # seconds that a listener may leave us unable to send
RETRY_AFTER = 2_000  # milliseconds that a client waits before it comes again

END = "end"

_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A stream of `stage`, `source`, `statement` and, last, `end`.",
        "content": {"text/event-stream": {"schema": EVENT_SCHEMA, "examples": EVENT_EXAMPLES}},
    },
    204: {"description": "Everything was told by the event named; do not come again."},
}


@dataclass(frozen=True, slots=True)
class Position:
    """The last event that a listener has; ``number`` 0 is none, None is the end."""

    revision: int
    number: int | None

    @property
    def id(self) -> str:
        """As it stands on the wire."""
        return f"{self.revision}.{END if self.number is None else self.number}"


@router.get(
    PATH + "/{id}/events",
    summary="What happens to a verification, as it happens",
    response_class=Response,
    responses={**_STREAM, **problems("no_key", "no_such_verification", "record_down")},
)
async def get_events(
    house: HouseDep,
    tenant: TenantDep,
    verification_id: IdDep,
    last_event_id: Annotated[
        str | None, Header(description="The id of the last event that you have; none is all.")
    ] = None,
) -> Response:
    """Stream stages, sources as they are read and statements as they are decided, then `end`.

    Each event is told at least once: where a worker was lost, its statements come again.
    A comment every 15 seconds keeps the line open. The stream may end before `end`;
    come again with `Last-Event-ID`, as an `EventSource` does by itself.
    """
    verification = await run_sync(load, house, verification_id, tenant)
    position = position_of(last_event_id, verification.revision)
    if position.number is None and verification.status.is_final:
        return Response(status_code=204)
    return _Stream(listen(house, verification, position), headers={"x-accel-buffering": "no"})


def position_of(last_event_id: str | None, revision: int) -> Position:
    """Read a Last-Event-ID; what is none of this revision's begins at its beginning."""
    given, _, number = (last_event_id or "").strip().partition(".")
    if given == str(revision) and number == END:
        return Position(revision, None)
    is_number = number.isascii() and number.isdecimal() and len(number) <= len(str(2**31))
    if given == str(revision) and is_number:
        return Position(revision, int(number))
    return Position(revision, 0)


async def listen(
    house: House,
    verification: Verification,
    position: Position,
    heartbeat: float = HEARTBEAT,
) -> AsyncIterator[bytes]:
    """Give the events behind a position as they come about, in wire form."""
    yield format_sse_event(comment="listening", retry=RETRY_AFTER)
    seen: Standing | None = Standing.of(verification)
    # Then the stream ends, and its client comes again with its last id.
    deadline = anyio.current_time() + house.settings.stream_lifetime
    with house.watch.listening(verification.id, Standing.of(verification)):
        while seen is not None and anyio.current_time() < deadline:
            position = _on(position, seen)
            told = await _told(house, verification.id, position)
            for number, happening in told or ():
                position = replace(position, number=number)
                yield _event(happening, position)
            if told == () and seen.status.is_final:
                async for last in _end(house, verification, position):
                    yield last
                return
            if not told:
                before = seen
                left = max(0.0, deadline - anyio.current_time())
                seen = await house.watch.moved(verification.id, seen, min(heartbeat, left))
                if seen == before:
                    yield KEEPALIVE_COMMENT


def _on(position: Position, seen: Standing) -> Position:
    """Go on to a newer revision at its beginning; what is past its end begins anew too."""
    if position.revision != seen.revision or position.number is None:
        return Position(seen.revision, 0)
    return position


async def _told(
    house: House, verification_id: str, position: Position
) -> tuple[tuple[int, Happening], ...] | None:
    """Read what came about; None where the record does not answer just now."""
    try:
        return await house.watch.told_after(
            verification_id, position.revision, position.number or 0
        )
    except NotReady:
        return None


async def _end(
    house: House, verification: Verification, position: Position
) -> AsyncIterator[bytes]:
    try:
        ended = await run_sync(load, house, verification.id, verification.tenant)
    except (NotFound, NotReady):
        return
    data: dict[str, object] = {
        "status": ended.status.value,
        "gate": ended.gate and ended.gate.value,
        "error": ended.error,
    }
    yield _event(Happening(HappeningKind.END, data), replace(position, number=None))


def _event(happening: Happening, position: Position) -> bytes:
    data = json.dumps(happening.data, separators=(",", ":"))
    return format_sse_event(data_str=data, event=happening.kind.value, id=position.id)


class _Stream(EventSourceResponse):
    """A stream that lets go of a listener who takes nothing any more."""

    async def stream_response(self, send: Send) -> None:
        """Send each part within a time of its own."""

        async def send_in_time(message: Message) -> None:
            with anyio.fail_after(SEND_TIMEOUT):
                await send(message)

        try:
            await super().stream_response(send_in_time)
        except TimeoutError:
            return
