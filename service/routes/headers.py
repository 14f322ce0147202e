"""Security headers: a response in, the same with the strictest defaults out. Pure but for ASGI."""

import base64
import hashlib
import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# For answers that are no page: nothing may load, run or be framed.
NO_PAGE = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

# For our own pages: their files, forms and events of ourselves; nothing that stands in a page.
OWN_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

# Swagger UI needs its own script, and writes style elements and data: images as it runs.
DOCS_PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)

DEFAULTS = {
    "content-security-policy": NO_PAGE,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}

_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)


def policy_for_document(html: str) -> str:
    """Give a policy under which a self-contained page may use its own styles, and no more.

    Each style sheet is named by its SHA-256 (CSP 3, section 6.7.2). No script ever runs, so
    markup that an article or a source might smuggle into the page stays dead.
    """
    hashes = _hashes(html)
    styles = f"style-src {' '.join(hashes)}; " if hashes else ""
    return (
        f"default-src 'none'; {styles}form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )


def policy_for_framed_document(html: str) -> str:
    """Give a policy for such a page with our own controls in it: our style sheet and forms too."""
    return (
        f"default-src 'none'; style-src 'self' {' '.join(_hashes(html))}; img-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def _hashes(html: str) -> list[str]:
    digests = (hashlib.sha256(style.encode()).digest() for style in _STYLE.findall(html))
    return list(dict.fromkeys(f"'sha256-{base64.b64encode(d).decode()}'" for d in digests))


class SecurityHeaders:
    """Puts the defaults on every response that does not say otherwise itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; complete the headers of the answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in DEFAULTS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, send_with_headers)
