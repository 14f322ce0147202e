"""An HTTP answer that is no page in, a setback out, or None where its body is worth reading. Pure.

A setback is an Unread and, where one more try makes sense, after how many seconds.
Statuses: RFC 9110 section 15, RFC 6585 for 429 and 511, RFC 7725 for 451; outside the
standards 420, 430 and 509 of hosts that limit, 520 to 530 of Cloudflare, 999 of LinkedIn.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from service.domain import Access, ReaderAccess, Sign, SignName, Unread, sign
from workers.barriers import captcha_sign, header_sign, markup_sign, names_challenge, names_login

RETRY_WAIT = 0.5  # seconds before the one retry, where the server names no time
MAX_RETRY_WAIT = 5.0  # seconds; who asks for more is not waited for
UNREADABLE_KINDS = frozenset({"image", "video", "audio", "font", "model"})
ENCODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})

_STATUSES: dict[int, tuple[Access, str]] = {
    401: (Access.LOGIN, "the site asks for a login"),
    402: (Access.PAYWALLED, "the site asks for payment"),
    403: (Access.BOT_BLOCKED, "the site refuses automatic readers"),
    404: (Access.DEAD, "the page does not exist"),
    # We accept any type, so that this is no negotiation but a firewall's word.
    406: (Access.BOT_BLOCKED, "the site refuses automatic readers"),
    407: (Access.LOGIN, "a proxy asks for a login"),
    408: (Access.TIMEOUT, "the server gave up waiting"),
    410: (Access.DEAD, "the page was removed for good"),
    418: (Access.BOT_BLOCKED, "the site refuses automatic readers"),
    420: (Access.RATE_LIMITED, "the site asks for fewer requests"),
    429: (Access.RATE_LIMITED, "the site asks for fewer requests"),
    430: (Access.RATE_LIMITED, "the site asks for fewer requests"),
    451: (Access.REFUSED, "the page is withheld for legal reasons"),
    503: (Access.RATE_LIMITED, "the site says it is unavailable for now"),
    504: (Access.TIMEOUT, "a server behind the site did not answer in time"),
    509: (Access.RATE_LIMITED, "the site has used up what it may send"),
    511: (Access.LOGIN, "the network in between asks for a login"),
    522: (Access.TIMEOUT, "a server behind the site did not answer in time"),
    524: (Access.TIMEOUT, "a server behind the site did not answer in time"),
    598: (Access.TIMEOUT, "a server behind the site did not answer in time"),
    599: (Access.TIMEOUT, "a server behind the site did not answer in time"),
    999: (Access.BOT_BLOCKED, "the site refuses automatic readers"),
}
_READER: dict[int, ReaderAccess] = {
    401: ReaderAccess.REGISTRATION,
    402: ReaderAccess.PAID,
}
_RETRIED = frozenset({429, 500, 502, 503, 504})
_HOLDING = frozenset({429, 503})  # whose Retry-After speaks of the host (RFC 9110, 10.2.3)
# Statuses behind which a wall may stand: what their body shows is looked at.
TELLING = frozenset({401, 403, 405, 406, 418, 429, 503, 999})
_TITLE = re.compile(rb"<title[^>]*>([^<]{1,300})", re.IGNORECASE)
_HEADING = re.compile(rb"<h1[^>]*>([^<]{1,300})", re.IGNORECASE)
_PASSWORD = re.compile(rb"<input[^>]{0,300}type=[\"']?password", re.IGNORECASE)
_PAID = re.compile(rb"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)


_CHECK = (
    Access.BOT_BLOCKED,
    "the site shows a check for robots instead of the page",
    ReaderAccess.UNKNOWN,
)
_WALLS: dict[SignName, tuple[Access, str, ReaderAccess]] = {
    SignName.BOT_HEADER: _CHECK,
    SignName.BOT_MARKUP: _CHECK,
    SignName.CAPTCHA: _CHECK,
    SignName.ACCESSIBLE_FOR_FREE: (
        Access.PAYWALLED,
        "the site shows the page to those who pay",
        ReaderAccess.PAID,
    ),
    SignName.PASSWORD_FIELD: (
        Access.LOGIN,
        "the site asks for a login",
        ReaderAccess.REGISTRATION,
    ),
}


@dataclass(frozen=True, slots=True)
class Setback:
    """What stood in the way; ``retry_after`` is seconds, ``None`` for no further try.

    ``hold``: seconds for which the host asks to be left alone, by whomever.
    ``headers`` and ``body`` are those of the answer, as far as they were read; without an
    answer ``headers`` is ``None``.
    """

    unread: Unread
    retry_after: float | None = None
    hold: float | None = None
    headers: Mapping[str, str] | None = None
    body: bytes = b""


def setback_of(
    url: str, status: int, headers: Mapping[str, str], body: bytes = b""
) -> Setback | None:
    """Judge an answer that is no redirect: by its head, and of ``TELLING`` ones by their body."""
    if not 200 <= status < 300:  # noqa: PLR2004  the class of success
        return _walled(url, status, headers, body) or _failed(url, status, headers, body)
    kind = headers.get("content-type", "").partition("/")[0].strip().lower()
    if kind in UNREADABLE_KINDS:
        named = headers["content-type"].partition(";")[0].strip().lower()
        return _unsupported(
            url, status, f"{named} holds no text to read", sign(SignName.CONTENT_TYPE, named)
        )
    coding = headers.get("content-encoding", "").lower()
    if any(each.strip() not in ENCODINGS for each in coding.split(",")):
        words = "the page is packed in a way that was not asked for"
        return _unsupported(url, status, words, sign(SignName.CONTENT_ENCODING, coding))
    return None


def _walled(url: str, status: int, headers: Mapping[str, str], body: bytes) -> Setback | None:
    """Judge a refusal by what is behind it; a wall is met again at each retry."""
    if status not in TELLING:
        return None
    found = _wall_sign(status, headers, body)
    if found is None:
        return None
    access, words, reader = _WALLS[found.name]
    signs = (found, *_head_signs(status, headers, body))
    unread = _unread(url, access, f"{words} (status {status})", reader, status, signs)
    return Setback(unread, hold=_hold_of(status, headers))


def _wall_sign(status: int, headers: Mapping[str, str], body: bytes) -> Sign | None:
    heads = _heads(body)
    is_challenge = names_challenge(*heads) is not None
    found = header_sign(status, headers) or markup_sign(body)
    found = found or (captcha_sign(body) if is_challenge or not heads else None)
    if found is None and _PAID.search(body):
        return sign(SignName.ACCESSIBLE_FOR_FREE, "false")
    if found is None and _PASSWORD.search(body) and (status == 401 or names_login(*heads)):  # noqa: PLR2004
        return sign(SignName.PASSWORD_FIELD, 1)
    return found


def _failed(url: str, status: int, headers: Mapping[str, str], body: bytes) -> Setback:
    access, words = _STATUSES.get(status, (Access.DEAD, _other(status)))
    wait = retry_after(headers.get("retry-after"))
    if wait is not None:
        words += f" and to come back in {wait:.0f} s" if status == 429 else ""  # noqa: PLR2004
    unread = _unread(
        url,
        access,
        f"{words} (status {status})",
        _READER.get(status, ReaderAccess.UNKNOWN),
        status,
        _head_signs(status, headers, body),
    )
    return Setback(unread, _wait_of(status, wait), _hold_of(status, headers))


def _head_signs(status: int, headers: Mapping[str, str], body: bytes) -> tuple[Sign, ...]:
    """Gather what an answer says of itself; no header that could hold a secret is copied."""
    signs = [sign(SignName.STATUS, status)]
    wait = retry_after(headers.get("retry-after"))
    if wait is not None:
        signs.append(sign(SignName.RETRY_AFTER, f"{wait:.0f}"))
    scheme = headers.get("www-authenticate", "").split()
    if scheme:
        signs.append(sign(SignName.AUTHENTICATE, scheme[0].rstrip(",")))
    signs += [sign(SignName.TITLE, head) for head in _heads(body)[:1]]
    return tuple(signs)


def _heads(body: bytes) -> list[str]:
    found = (pattern.search(body) for pattern in (_TITLE, _HEADING))
    heads = [match[1].decode("utf-8", "replace").strip() for match in found if match]
    return [head for head in heads if head]


def _hold_of(status: int, headers: Mapping[str, str]) -> float | None:
    return retry_after(headers.get("retry-after")) if status in _HOLDING else None


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


def _unread(
    url: str,
    access: Access,
    words: str,
    reader: ReaderAccess,
    status: int,
    signs: tuple[Sign, ...],
) -> Unread:
    return Unread(url, access, words, reader_access=reader, status=status, signs=signs)


def _unsupported(url: str, status: int, words: str, *signs: Sign) -> Setback:
    signs = (*signs, sign(SignName.STATUS, status))
    return Setback(Unread(url, Access.UNSUPPORTED_TYPE, words, status=status, signs=signs))


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
