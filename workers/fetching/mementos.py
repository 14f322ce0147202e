"""An archive's answer in, the snapshots it names out. Pure.

Sources: RFC 7089 (Memento), sections 2.1.1 Accept-Datetime and Memento-Datetime, 2.2
relations, 5 TimeMaps; RFC 8288 and RFC 6690 for the links; the Internet Archive's
"Wayback Machine APIs" for the availability answer and the form of its addresses.
"""

import heapq
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import urljoin

from service.domain import Reply

NEAREST = 5  # snapshots that are kept of a list, however long it is
_LINK = re.compile(r"<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]*\"|[^\s\",;]+))*)")
_PARAMETER = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s\",;]+))")
# "/web/20200102030405id_/http://…": the two letters ask for another rendering.
_ADDRESS = re.compile(r"/(\d{14})([a-z]{2}_)?/(https?:/{1,2}[^\s]+)$")
_WAYBACK = re.compile(r"(/(?:web|wayback)(?:/[\w-]+)?/\d{14})(?:[a-z]{2}_)?(?=/https?:/)")


@dataclass(frozen=True, slots=True)
class Memento:
    """A snapshot: its address, and when it was taken (aware, UTC) where that is known."""

    url: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Link:
    url: str
    relations: frozenset[str]
    at: datetime | None


def stamp_of(moment: datetime) -> str:
    """Write a moment as the Wayback Machine does, ``YYYYMMDDhhmmss`` in UTC."""
    return in_utc(moment).strftime("%Y%m%d%H%M%S")


def http_date(moment: datetime) -> str:
    """Write a moment for ``Accept-Datetime`` (RFC 7089, section 2.1.1)."""
    return format_datetime(in_utc(moment), usegmt=True)


def listed_in(reply: Reply, near: datetime) -> tuple[Memento, ...] | None:
    """Give the snapshots that a TimeMap or an availability answer lists, nearest first.

    ``None`` where the answer is no list: then it may be a snapshot itself. What cannot
    be read lists nothing.
    """
    if is_timemap(reply):
        links = _links(reply.content.decode("utf-8", "replace"), reply.final_url)
        return _nearest(links, near)
    if _kind(reply) == "application/json" and taken_at(reply) is None:
        return _available(reply.content)
    return None


def is_timemap(reply: Reply) -> bool:
    """Whether an answer is a list by its media type (RFC 7089, section 5)."""
    return _kind(reply) == "application/link-format"


def beside(reply: Reply, near: datetime) -> tuple[Memento, ...]:
    """Give the snapshots that a snapshot's Link header names, nearest first, without itself."""
    links = _links(reply.headers.get("link", "")[:20_000], reply.final_url)
    return tuple(m for m in _nearest(links, near) if m.at != taken_at(reply))


def taken_at(reply: Reply) -> datetime | None:
    """Say when a snapshot was taken: by its header, or by its address; ``None`` for none."""
    return _date(reply.headers.get("memento-datetime", "")) or stamped_at(reply.final_url)


def stamped_at(url: str) -> datetime | None:
    """Read the moment in the address of a snapshot, UTC."""
    found = _ADDRESS.search(url)
    return _stamped(found[1]) if found else None


def original_of(url: str) -> str | None:
    """Give the page's address that stands in the address of a snapshot."""
    found = _ADDRESS.search(url)
    if found is None:
        return None
    return re.sub(r"^(https?):/{1,2}", r"\1://", found[3])


def original_named(reply: Reply) -> str | None:
    """Give the page that a snapshot says to be of: in its Link header, or its address."""
    links = _links(reply.headers.get("link", "")[:20_000], reply.final_url)
    named = next((link.url for link in links if "original" in link.relations), None)
    return named or original_of(reply.final_url)


def raw_form(url: str) -> str:
    """Ask a Wayback for the page as it was captured: no toolbar, no rewritten links."""
    return _WAYBACK.sub(r"\1id_", url, count=1)


def shown_form(url: str) -> str:
    """Give the address of a snapshot that a reader is shown."""
    return _WAYBACK.sub(r"\1", url, count=1)


def _kind(reply: Reply) -> str:
    return reply.headers.get("content-type", "").partition(";")[0].strip().lower()


def _nearest(links: Iterable[_Link], near: datetime) -> tuple[Memento, ...]:
    """Keep the nearest; of two as near, the earlier: that one the author can have seen."""
    named = ((link.url, link.at) for link in links if "memento" in link.relations)
    dated = {(at, url) for url, at in named if at is not None}
    moment = in_utc(near)
    kept = heapq.nsmallest(NEAREST, dated, key=lambda pair: (abs(pair[0] - moment), pair))
    return tuple(Memento(url, at) for at, url in kept)


def _links(text: str, base: str) -> Iterator[_Link]:
    for found in _LINK.finditer(text):
        said = {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(found[2])}
        relations = frozenset(said.get("rel", "").lower().split())
        url = _joined(base, found[1].strip())
        if url is not None and relations:
            yield _Link(url, relations, _date(said.get("datetime", "")))


def _available(content: bytes) -> tuple[Memento, ...]:
    """Read ``{"archived_snapshots": {"closest": {"available", "url", "timestamp", "status"}}}``."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return ()
    for name in ("archived_snapshots", "closest"):
        told = told.get(name) if isinstance(told, dict) else None
    if not isinstance(told, dict) or told.get("available") is not True:
        return ()
    url, status, stamp = told.get("url"), told.get("status", "200"), told.get("timestamp")
    if not isinstance(url, str) or not str(status).startswith("2"):
        return ()
    at = _stamped(stamp) if isinstance(stamp, str) else None
    return (Memento(url, at or stamped_at(url)),)


def _joined(base: str, url: str) -> str | None:
    try:
        return urljoin(base, url)
    except ValueError:
        return None


def _stamped(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _date(text: str) -> datetime | None:
    try:
        return in_utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def in_utc(moment: datetime) -> datetime:
    """Take a time without a zone as UTC, as archives do."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
