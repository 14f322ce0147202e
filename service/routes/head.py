"""A HEAD request in, the headers of the GET that it stands for out, without a body. I/O: ASGI.

RFC 9110, section 9.3.2: wherever GET answers, HEAD does.
"""

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Head:
    """Answers HEAD as GET, and keeps the body back."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as a GET where it is a HEAD."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        with anyio.CancelScope() as view:

            async def send_head(message: Message) -> None:
                if message["type"] != "http.response.start":
                    return
                await send(message)
                await send({"type": "http.response.body", "body": b""})
                # A stream would go on, with nobody to read it.
                view.cancel()

            await self.app({**scope, "method": "GET"}, receive, send_head)
