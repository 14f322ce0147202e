"""A request in, refused with 413 once its body is larger than the limit. I/O.

Starlette's own limit answers in plain text; ours in a problem document. The answer
goes out as soon as the size is known, from the header or from the bytes so far.
"""

import anyio
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import TooLarge
from service.routes.problems import problem_response
from service.schemas.problem import problem_of

# Many clients read no answer before they have sent everything, and take a connection
# closed meanwhile for a network error. So what follows is read and dropped for a while.
LINGER_BYTES = 64_000_000
LINGER_SECONDS = 10.0


class _BodyTooLarge(Exception):
    """Raised into whoever reads the body, and caught again by the middleware below."""

    def __init__(self, *, more_to_come: bool) -> None:
        self.more_to_come = more_to_come


class BodyLimit:
    """Holds every request body to ``max_bytes``."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self.app = app
        self.max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, its body counted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared[:20]) > self.max_bytes:
            # curl asks before it sends a large body, and then sends none of it.
            asks = Headers(scope=scope).get("expect", "").lower() == "100-continue"
            await self._refuse(scope, receive, send, more_to_come=not asks)
            return
        try:
            await self.app(scope, self._counted(receive), send)
        except _BodyTooLarge as err:
            await self._refuse(scope, receive, send, more_to_come=err.more_to_come)

    def _counted(self, receive: Receive) -> Receive:
        seen = 0

        async def receive_counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.max_bytes:
                raise _BodyTooLarge(more_to_come=message.get("more_body", False))
            return message

        return receive_counted

    async def _refuse(
        self, scope: Scope, receive: Receive, send: Send, *, more_to_come: bool
    ) -> None:
        detail = f"The request body is larger than {self.max_bytes} bytes."
        response = problem_response(problem_of(TooLarge(detail)), {"connection": "close"})
        if more_to_come:
            await _send_then_linger(response, scope, receive, send)
        else:
            await response(scope, receive, send)


async def _send_then_linger(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Send the whole answer, drop what the client still sends, then end the response."""

    async def send_open(message: Message) -> None:
        await send({**message, "more_body": True} if message["type"].endswith("body") else message)

    await response(scope, receive, send_open)
    with anyio.move_on_after(LINGER_SECONDS):
        await _drop_body(receive)
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _drop_body(receive: Receive) -> None:
    dropped = 0
    while dropped < LINGER_BYTES:
        message = await receive()
        if message["type"] != "http.request" or not message.get("more_body", False):
            return
        dropped += len(message.get("body", b""))
