"""A request in, named by an id that its answer and our logs carry. I/O: ASGI."""

import re
import secrets

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.routes.acting import acting

HEADER = "x-request-id"

# A caller's own id is kept where it can do no harm in a log or a header.
_SOUND = re.compile(r"[A-Za-z0-9._:-]{1,64}")


class RequestId:
    """Gives every request an id: that of its caller or proxy, else one of ours."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; complete the headers of the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        name = given if _SOUND.fullmatch(given) else f"req_{secrets.token_hex(12)}"
        scope.setdefault("state", {})["request_id"] = name

        async def send_named(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = name
            await send(message)

        with acting(name), structlog.contextvars.bound_contextvars(request_id=name):
            await self.app(scope, receive, send_named)
