"""A URL as an author typed it in, a URL that may be asked for or an Unread out. Pure.

What the address itself forbids is decided here; where its host leads is the guard's part.
"""

import re

import httpx2

from service.domain import Access, SignName, Unread, sign

SCHEMES = frozenset({"http", "https"})
NO_HOST = re.compile(r"[%<>^|{}\\\s\x00-\x1f]")  # let through by the URL parser
MAX_PORT = 65535


def checked_url(text: str) -> httpx2.URL | Unread:
    """Read a URL, without its fragment, or say why it is not asked for."""
    try:
        url = httpx2.URL(text.strip())
    except (httpx2.InvalidURL, UnicodeError, ValueError):
        return _unusable(text, Access.DEAD, "the address is not a valid URL", "not a valid URL")
    if url.scheme not in SCHEMES:
        words = "only http and https addresses are opened"
        return _unusable(text, Access.REFUSED, words, f"scheme {url.scheme or 'missing'}")
    if not url.host:
        return _unusable(text, Access.DEAD, "the address names no host", "no host")
    if NO_HOST.search(url.host) or not 0 < (url.port or 80) <= MAX_PORT:
        return _unusable(text, Access.DEAD, "the address is not a valid URL", "not a valid URL")
    if url.userinfo:
        words = "the address carries a user name or password"
        return _unusable(text, Access.REFUSED, words, "a user name or password in it")
    return url.copy_with(fragment=None)


def joined_url(base: httpx2.URL, location: str) -> httpx2.URL | Unread:
    """Resolve a redirect's target against where it came from, and check it anew."""
    try:
        target = str(base.join(location))
    except (httpx2.InvalidURL, UnicodeError, ValueError):
        words = "it redirects to something that is not a valid URL"
        return _unusable(str(base), Access.DEAD, words, "not a valid URL")
    return checked_url(target)


def _unusable(text: str, access: Access, words: str, seen: str) -> Unread:
    return Unread(text, access, words, signs=(sign(SignName.REFUSED_URL, seen),))


def origin_of(url: httpx2.URL) -> str:
    """Scheme, host and port, as robots.txt is valid for (RFC 9309, section 2.3)."""
    return str(url.copy_with(raw_path=b"/"))
