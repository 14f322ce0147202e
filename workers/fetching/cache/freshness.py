"""What RFC 9111 lets a shared cache do with an answer. Pure.

Stricter than it must be: a report tells what a source says now, so whatever its host
allows, an answer is asked about again after a day, and after an hour where the host does
not say how long it holds. Only whole successes and permanent redirects are kept.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC
from email.utils import formatdate, parsedate_to_datetime

from workers.fetching.asking import Answered
from workers.fetching.cache.entry import Kept

OK = 200
PERMANENT = frozenset({301, 308})
MAX_FRESH = 86_400.0  # seconds
MAX_GUESSED = 3_600.0  # seconds, by heuristics (section 4.2.2)
MIN_GUESSED = 300.0  # seconds, where nothing at all is said: what "at once" means here
SHARE_OF_AGE = 0.1  # of the time since it last changed (section 4.2.2)
# Of one connection (RFC 9110, section 7.6.1), or of one visitor.
NOT_KEPT = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-connection",
        "proxy-authenticate",
        "proxy-authentication-info",
        "proxy-authorization",
        "te",
        "transfer-encoding",
        "upgrade",
        "set-cookie",
        "set-cookie2",
        "age",
    }
)
# Of the stored body, which a 304 does not replace (section 3.2).
NOT_UPDATED = frozenset({"content-encoding", "content-length", "content-range", "content-type"})

Headers = Mapping[str, str]


def is_keepable(answer: Answered) -> bool:
    """Whether an answer to a request without credentials may be kept (section 3)."""
    said = directives(answer.headers)
    is_success = answer.status == OK and answer.is_whole
    is_moved = answer.status in PERMANENT and answer.location is not None
    is_public = "public" in said or "s-maxage" in said
    return (
        (is_success or is_moved)
        and not said.keys() & {"no-store", "private"}
        # The RFC would allow it (7.3); but a cookie is made for one visitor.
        and ("set-cookie" not in answer.headers or is_public)
        and "content-range" not in answer.headers
        and "*" not in vary(answer.headers)
    )


def kept_from(answer: Answered, request: Headers, received_at: float) -> Kept:
    """Make what is kept of an answer; ``request``: the headers it was asked for with."""
    return Kept(
        url=str(answer.url),
        status=answer.status,
        headers=_keepable(answer.headers, received_at),
        content=answer.content,
        received_at=received_at,
        age=_age(answer.headers, received_at),
        varied={name: request.get(name, "") for name in vary(answer.headers)},
    )


def refreshed(kept: Kept, headers: Headers, received_at: float) -> Kept | None:
    """Take a 304 into an answer; ``None`` where it speaks of another one (section 4.3.4)."""
    tag = headers.get("etag")
    if tag is not None and _opaque(tag) != _opaque(kept.headers.get("etag", "")):
        return None
    said = {name: value for name, value in headers.items() if name not in NOT_UPDATED}
    return replace(
        kept,
        headers={**kept.headers, **_keepable(said, received_at)},
        received_at=received_at,
        age=_age(headers, received_at),
    )


def matches(kept: Kept, request: Headers) -> bool:
    """Whether the request is one that the answer was made for (section 4.1)."""
    return all(request.get(name, "") == value for name, value in kept.varied.items())


def is_fresh(kept: Kept, now: float) -> bool:
    """Whether it may be given without asking (section 4.2)."""
    age = now - kept.received_at
    return 0 <= age < min(_lifetime(kept), MAX_FRESH)


def conditions(kept: Kept) -> dict[str, str]:
    """Return the headers that ask whether the answer still holds (section 4.3.1)."""
    pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))
    return {ask: kept.headers[name] for ask, name in pairs if kept.headers.get(name)}


def directives(headers: Headers) -> dict[str, str]:
    """Read Cache-Control; of a directive given twice the first stands (section 4.2.1)."""
    found: dict[str, str] = {}
    for part in headers.get("cache-control", "").split(","):
        name, _, value = part.strip().partition("=")
        found.setdefault(name.strip().lower(), value.strip().strip('"'))
    found.pop("", None)
    return found


def vary(headers: Headers) -> tuple[str, ...]:
    """Return the request headers that chose the answer, lower-case."""
    names = (part.strip().lower() for part in headers.get("vary", "").split(","))
    return tuple(sorted({name for name in names if name}))


def _lifetime(kept: Kept) -> float:
    """Seconds after ``received_at`` for which it is fresh (sections 4.2.1 and 4.2.3)."""
    if "no-cache" in directives(kept.headers):
        return 0.0
    lifetime = stated_lifetime(kept.headers)
    return _guessed(kept.headers) if lifetime is None else lifetime - kept.age


def stated_lifetime(headers: Headers) -> float | None:
    """Return for how many seconds the host says that it holds (section 4.2.1)."""
    said = directives(headers)
    for name in ("s-maxage", "max-age"):
        if name in said:
            # What is no number of seconds is stale (section 4.2.1).
            return float(said[name][:9]) if said[name].isdecimal() else 0.0
    if "expires" not in headers:
        return None
    expires, date = moment(headers["expires"]), moment(headers.get("date", ""))
    return 0.0 if expires is None or date is None else expires - date


def _guessed(headers: Headers) -> float:
    changed, date = moment(headers.get("last-modified", "")), moment(headers["date"])
    if changed is None or date is None:
        return MIN_GUESSED
    return min(max((date - changed) * SHARE_OF_AGE, MIN_GUESSED), MAX_GUESSED)


def _keepable(headers: Headers, received_at: float) -> dict[str, str]:
    """Leave out what is not kept; without a readable Date, that of its receipt is put in.

    RFC 9110, section 6.6.1.
    """
    kept = {name: value for name, value in headers.items() if name not in NOT_KEPT}
    if moment(kept.get("date", "")) is None:
        kept["date"] = formatdate(received_at, usegmt=True)
    return kept


def _age(headers: Headers, received_at: float) -> float:
    """How old an answer was when it was received, in seconds (section 4.2.3)."""
    date = moment(headers.get("date", ""))
    apparent = 0.0 if date is None else max(received_at - date, 0.0)
    said = headers.get("age", "").strip()
    return max(apparent, float(said[:9]) if said.isdecimal() else 0.0)


def moment(value: str) -> float | None:
    """Read an HTTP date, in seconds since the epoch."""
    try:
        read = parsedate_to_datetime(value)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def _opaque(tag: str) -> str:
    """Return an entity tag without its weakness (RFC 9110, section 8.8.3.2)."""
    return tag.strip().removeprefix("W/")
