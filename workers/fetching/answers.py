"""The head of an HTTP answer in, a setback out, or None where its body is worth reading. Pure.

A setback is an Unread and, where one more try makes sense, after how many seconds.
Statuses: RFC 9110 section 15, RFC 6585 for 429, RFC 7725 for 451.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from service.domain import Access, ReaderAccess, Unread

RETRY_WAIT = 0.5  # seconds before the one retry, where the server names no time
MAX_RETRY_WAIT = 5.0  # seconds; who asks for more is not waited for
UNREADABLE_KINDS = frozenset({"image", "video", "audio", "font", "model"})
ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})

_STATUSES: dict[int, tuple[Access, str]] = {
    401: (Access.LOGIN, "the site asks for a login"),
    402: (Access.PAYWALLED, "the site asks for payment"),
    403: (Access.BOT_BLOCKED, "the site refuses automatic readers"),
    404: (Access.DEAD, "the page does not exist"),
    407: (Access.LOGIN, "a proxy asks for a login"),
    408: (Access.TIMEOUT, "the server gave up waiting"),
    410: (Access.DEAD, "the page was removed for good"),
    429: (Access.RATE_LIMITED, "the site asks for fewer requests"),
    451: (Access.REFUSED, "the page is withheld for legal reasons"),
    503: (Access.RATE_LIMITED, "the site says it is unavailable for now"),
    504: (Access.TIMEOUT, "a server behind the site did not answer in time"),
    522: (Access.TIMEOUT, "a server behind the site did not answer in time"),
    524: (Access.TIMEOUT, "a server behind the site did not answer in time"),
}
_READER: dict[Access, ReaderAccess] = {
    Access.LOGIN: ReaderAccess.REGISTRATION,
    Access.PAYWALLED: ReaderAccess.PAID,
}
_RETRIED = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Setback:
    """What stood in the way; ``retry_after`` is seconds, ``None`` for no further try."""

    unread: Unread
    retry_after: float | None = None


def setback_of(url: str, status: int, headers: Mapping[str, str]) -> Setback | None:
    """Judge the head of an answer that is no redirect."""
    if not 200 <= status < 300:  # noqa: PLR2004  the class of success
        return _failed(url, status, headers)
    kind = headers.get("content-type", "").partition("/")[0].strip().lower()
    if kind in UNREADABLE_KINDS:
        named = headers["content-type"].partition(";")[0].strip().lower()
        return _unsupported(url, status, f"{named} holds no text to read")
    codings = headers.get("content-encoding", "").lower().split(",")
    if any(coding.strip() not in ENCODINGS for coding in codings):
        return _unsupported(url, status, "the page is packed in a way that was not asked for")
    return None


def _failed(url: str, status: int, headers: Mapping[str, str]) -> Setback:
    access, words = _STATUSES.get(status, (Access.DEAD, _other(status)))
    wait = retry_after(headers.get("retry-after"))
    if wait is not None:
        words += f" and to come back in {wait:.0f} s" if status == 429 else ""  # noqa: PLR2004
    unread = Unread(
        url,
        access,
        f"{words} (status {status})",
        reader_access=_READER.get(access, ReaderAccess.UNKNOWN),
        status=status,
    )
    return Setback(unread, _wait_of(status, wait))


def _wait_of(status: int, asked: float | None) -> float | None:
    if status not in _RETRIED or (status == 429 and asked is None):  # noqa: PLR2004
        return None
    wait = RETRY_WAIT if asked is None else asked
    return wait if wait <= MAX_RETRY_WAIT else None


def _other(status: int) -> str:
    if status >= 500:  # noqa: PLR2004  the class of server errors
        return "the server failed"
    if 300 <= status < 400:  # noqa: PLR2004  the class of redirects
        return "it redirects to nowhere"
    return "the server does not serve this address"


def _unsupported(url: str, status: int, words: str) -> Setback:
    return Setback(Unread(url, Access.UNSUPPORTED_TYPE, words, status=status))


def retry_after(value: str | None) -> float | None:
    """Read a Retry-After, in seconds from now (RFC 9110, section 10.2.3)."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value.strip()[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
