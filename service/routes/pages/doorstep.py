"""A response for a browser in, an error told as a page of ours out. I/O: ASGI.

Every error leaves the app as a problem document. For who asks for a page, below no path of
the API, it is told as one; and who is not signed in is asked to, and then led on.
"""

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.routes.cookies import token_of
from service.routes.headers import OWN_PAGE
from service.routes.negotiation import choose
from service.routes.pages.visiting import HEADERS
from service.schemas.problem import MEDIA_TYPE
from service.settings import Settings
from service.web import page

_NO_PAGES = ("/v1/", "/healthz", "/readyz", "/metrics", "/docs", "/openapi.json", "/static/")
_TOO_LONG = (
    "Go back: the draft still stands in the form. Check it in parts, or without its pictures."
)
_ADVICE = {
    HTTPStatus.BAD_REQUEST: _TOO_LONG,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: _TOO_LONG,
    HTTPStatus.FORBIDDEN: "Go back and try again; or sign in with a key that may do this.",
    HTTPStatus.NOT_FOUND: "It may have been erased, or have passed its time.",
    HTTPStatus.TOO_MANY_REQUESTS: "Wait a minute, then try again.",
    HTTPStatus.SERVICE_UNAVAILABLE: "Wait a moment, then load the page again.",
}


class Doorstep:
    """Tells errors to browsers as pages."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; tell what is wrong in the way the caller reads best."""
        if scope["type"] != "http" or not _wants_page(scope):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if _comes_from_elsewhere(request) and token_of(request, self.settings) is None:
            await _bounce(request)(scope, receive, send)
            return
        problem: dict[str, Any] = {}

        async def send_page(message: Message) -> None:
            if message["type"] == "http.response.start":
                if Headers(raw=message["headers"]).get("content-type") == MEDIA_TYPE:
                    problem.update(start=message, body=b"")
                    return
            elif problem:
                problem["body"] += message.get("body", b"")
                if not message.get("more_body", False):
                    await _told(request, problem)(scope, receive, send)
                return
            await send(message)

        await self.app(scope, receive, send_page)


def _wants_page(scope: Scope) -> bool:
    if scope["path"].startswith(_NO_PAGES) or scope["path"] == "/v1":
        return False
    accept = Headers(scope=scope).get("accept")
    return choose(accept, (MEDIA_TYPE, "text/html")) == "text/html"


def _comes_from_elsewhere(request: Request) -> bool:
    """Whether a link of another site led here: then a browser keeps back our cookie."""
    return request.method == "GET" and request.headers.get("sec-fetch-site") == "cross-site"


def _bounce(request: Request) -> Response:
    """Let the browser come once more, from a page of ours, and so with its cookie."""
    return HTMLResponse(page("bounce.html", path=_path(request)), headers=dict(HEADERS))


def _told(request: Request, problem: dict[str, Any]) -> Response:
    status = int(problem["start"]["status"])
    if status == HTTPStatus.UNAUTHORIZED:
        following = _path(request) if request.method == "GET" else "/"
        return RedirectResponse(f"/sign-in?next={quote(following, safe='/')}", 303)
    told = json.loads(problem["body"])
    body = page(
        "failure.html",
        status=status,
        title=told["title"],
        detail=told["detail"],
        advice=_ADVICE.get(HTTPStatus(status)),
        done=None,
    )
    response = HTMLResponse(body, status)
    kept = MutableHeaders(raw=problem["start"]["headers"])
    for name, value in kept.items():
        if name not in {"content-type", "content-length"}:
            response.headers[name] = value
    response.headers.update({**HEADERS, "content-security-policy": OWN_PAGE})
    return response


def _path(request: Request) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    return quote(request.url.path, safe="/") + query
