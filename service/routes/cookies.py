"""The one cookie of the pages: read from a request, written to a response. Pure.

It holds nothing but a random token. Where keys are required that stands for a session;
everywhere it is what the token in our forms is made from.
"""

from fastapi import Request
from starlette.responses import Response

from service.auth import SESSION
from service.settings import Settings

NAME = "sourceproof"
# "__Host-" binds a cookie to https and to this very host (RFC 6265bis, section 4.1.3.2).
SECURE_NAME = f"__Host-{NAME}"

_MAX_TOKEN = 64  # characters; ours have 43


def token_of(request: Request, settings: Settings) -> str | None:
    """Give the token that a browser sent, where it looks like one of ours."""
    token = request.cookies.get(_name(request, settings), "")
    is_ours = token.isascii() and token.replace("-", "").replace("_", "").isalnum()
    return token if is_ours and len(token) <= _MAX_TOKEN else None


def set_token(response: Response, token: str, request: Request, settings: Settings) -> None:
    """Let the browser keep a token: for us alone, and hidden from scripts."""
    response.set_cookie(
        _name(request, settings),
        token,
        # Without keys it proves nothing, so it may last as long as the browser is open.
        max_age=int(SESSION.total_seconds()) if settings.require_keys else None,
        path="/",
        secure=_is_secure(request, settings),
        httponly=True,
        samesite="strict",
    )


def drop_token(response: Response, request: Request, settings: Settings) -> None:
    """Let the browser forget its token."""
    response.delete_cookie(
        _name(request, settings),
        path="/",
        secure=_is_secure(request, settings),
        httponly=True,
        samesite="strict",
    )


def _name(request: Request, settings: Settings) -> str:
    return SECURE_NAME if _is_secure(request, settings) else NAME


def _is_secure(request: Request, settings: Settings) -> bool:
    # Behind a proxy that ends TLS the request itself comes as http.
    is_public = (settings.public_url or "").lower().startswith("https://")
    return is_public or request.url.scheme == "https"
