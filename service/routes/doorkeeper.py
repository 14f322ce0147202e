"""A request in, refused where a web page of somebody else sent it. I/O.

``serve`` on loopback needs no key, so whatever a browser on the same machine can be
talked into sending would be obeyed: DNS rebinding (a foreign name that points here) and
cross-site posts. The first is told by Host, the second by Origin and Sec-Fetch-Site.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from service.routes.problems import problem_response
from service.schemas.problem import problem_of_status

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})

# Probes call by address, and these answers tell nothing.
_OPEN_PATHS = frozenset({"/healthz", "/readyz"})
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITES = frozenset({"same-origin", "none"})


class Doorkeeper:
    """Lets in what names one of ``hosts`` (all, where ``None``) and was sent by no other site."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str] | None) -> None:
        self.app = app
        self.hosts = None if hosts is None else frozenset(h.lower() for h in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] != "http" or scope["path"] in _OPEN_PATHS:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._wrong_host(headers) or foreign_page(scope["method"], headers)
        if refusal is None:
            await self.app(scope, receive, send)
            return
        status, detail = refusal
        await problem_response(problem_of_status(status, detail))(scope, receive, send)

    def _wrong_host(self, headers: Headers) -> tuple[int, str] | None:
        if self.hosts is None or host_name(headers.get("host", "")) in self.hosts:
            return None
        return 421, "This service does not answer to that host name."


def foreign_page(method: str, headers: Headers) -> tuple[int, str] | None:
    """Say with which status and words to refuse what another site's page sent, if it did."""
    if method in _SAFE_METHODS:
        return None
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in _OWN_SITES:
        return 403, "Another site's page may not send this."
    # Under some referrer policies a browser writes "null" even for its own site's
    # pages (Fetch, section 3.2); Sec-Fetch-Site, which no page can set, then decides.
    is_own_unnamed = origin == "null" and site == "same-origin"
    if origin is None or is_own_unnamed or _net_location(origin) == headers.get("host"):
        return None
    return 403, "Another site's page may not send this."


def host_name(host: str) -> str:
    """Give the name in a Host header without its port, lower case; "" for nonsense."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _net_location(origin: str) -> str:
    """Give ``host:port`` of an Origin as a Host header would have it; "" for "null"."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
