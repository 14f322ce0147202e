"""A request in, a span around it; a trace that its caller began goes on. I/O: ASGI."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.routes.acting import caller
from service.routes.metrics import method_of, route_of
from service.tracing import TRACEPARENT, Tracing

# Probes and files: many, and of no interest to anybody.
_UNTOLD = ("/healthz", "/readyz", "/metrics", "/static/", "/docs")


class Traced:
    """Makes a span of each request that is no probe: its method, route, status and id."""

    def __init__(self, app: ASGIApp, tracing: Tracing) -> None:
        self.app = app
        self.tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, within its span."""
        if scope["type"] != "http" or scope["path"].startswith(_UNTOLD):
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("traceparent", "")
        parent = given if TRACEPARENT.fullmatch(given) else None
        method = method_of(scope)
        with self.tracing.span(method, {"http.request.method": method}, parent=parent) as span:

            async def send_told(message: Message) -> None:
                if message["type"] == "http.response.start":
                    route = route_of(scope)
                    told = {
                        "http.route": route,
                        "http.response.status_code": message["status"],
                        "sourceproof.request_id": caller().request_id or "",
                    }
                    span.tell(told, f"{method} {route}")
                await send(message)

            await self.app(scope, receive, send_told)
