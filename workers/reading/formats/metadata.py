"""Takes a whole HTML page; gives what it says of itself: title, date, author, address. Pure."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from workers.reading.formats.tree import Element, parse
from workers.reading.urls import citable_url

_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "date",
)


_SPACED_OFFSET = re.compile(r"(?<=\d) (?=[+-]\d\d:?\d\d$)")  # as Jekyll writes its dates


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; ``None`` where it says nothing."""

    title: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    author: str | None = None
    url: str | None = None


def read_metadata(source: str, url: str | None) -> Metadata:
    """Read the page's own tags first, then what trafilatura makes of it."""
    root = parse(source)
    found = _by_trafilatura(root, url)
    published = next((moment for moment in map(parse_moment, _stated_dates(root)) if moment), None)
    return Metadata(
        title=found.title,
        language=_locale(root),
        published_at=published or found.published_at,
        author=found.author,
        url=next(_stated_urls(root), None),
    )


def parse_moment(text: str | None) -> datetime | None:
    """Give an ISO 8601 date or moment; a bare one is taken as UTC."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(_SPACED_OFFSET.sub("", text.strip()))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def moment_of(day: object) -> datetime | None:
    """Give a moment from what a YAML header or a document's properties hold."""
    if isinstance(day, datetime):
        return day if day.tzinfo else day.replace(tzinfo=UTC)
    if isinstance(day, date):
        return datetime.combine(day, time(), UTC)
    return parse_moment(day) if isinstance(day, str) else None


def _by_trafilatura(root: Element, url: str | None) -> Metadata:
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415  few drafts are whole pages

    try:
        found = extract_metadata(root, default_url=url)
    except Exception:  # noqa: BLE001  a guess about the page never sinks the reading of it
        return Metadata()
    return Metadata(
        title=found.title or None,
        published_at=parse_moment(found.date),
        author=found.author or None,
    )


def _stated_dates(root: Element) -> Iterator[str]:
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        named.setdefault(name.lower(), meta.get("content") or "")
    yield from (named[name] for name in _DATE_NAMES if named.get(name))
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _linked_data_dates(script.text or "")


def _stated_urls(root: Element) -> Iterator[str]:
    """Give the page's own address (RFC 6596, then Open Graph), where it is a whole one."""
    links = (link.get("href") for link in root.iter("link") if link.get("rel") == "canonical")
    metas = (m.get("content") for m in root.iter("meta") if m.get("property") == "og:url")
    for stated in (*links, *metas):
        if url := citable_url(stated or ""):
            yield url


def _linked_data_dates(text: str) -> Iterator[str]:
    """``datePublished`` of schema.org, wherever it stands in the block."""
    for match in re.finditer(r'"datePublished"\s*:\s*("(?:[^"\\]|\\.){1,60}")', text):
        try:
            yield str(json.loads(match[1]))
        except ValueError:
            continue


def _locale(root: Element) -> str | None:
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("http-equiv") or "").lower()
        content = (meta.get("content") or "").strip()
        if name in {"og:locale", "content-language"} and re.match(
            r"[a-zA-Z]{2,3}\b|[a-z]{2}_", content
        ):
            return re.split("[-_]", content)[0].lower()
    return None
