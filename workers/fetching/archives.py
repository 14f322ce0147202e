"""A page's URL and a date in, its snapshots out, nearest first: asks web archives. I/O.

Every request goes through the fetcher that reads sources, so that the guard, robots.txt,
and the limits hold for archives too. An archive is a URL template; what it is, its answer
tells: a list of snapshots (a TimeMap, RFC 7089 section 5, or the Wayback availability
answer), or a snapshot (a TimeGate, RFC 7089 section 4.1, that redirects to it).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from ipaddress import ip_address
from typing import Generic, TypeVar
from urllib.parse import quote, urlsplit

import anyio
import anyio.to_thread

from service.domain import Access, Reply, Unread
from service.domain.addresses import same_page_key
from workers.fetching.fetcher import Fetcher
from workers.fetching.mementos import (
    Memento,
    beside,
    http_date,
    is_timemap,
    listed_in,
    original_named,
    original_of,
    raw_form,
    shown_form,
    stamp_of,
    taken_at,
)

MAX_SNAPSHOTS = 3  # read for one page, of all archives together
MAX_FAILURES = 3  # in a row, after which an archive is left alone for the run
LINES = 4  # questions that one archive is asked at a time
# Names that only a network of its own resolves: an archive cannot know them, and learns none.
HOME_NAMES = (".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".arpa")
_DOWN = frozenset({Access.TIMEOUT, Access.RATE_LIMITED, Access.REFUSED})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A snapshot as it was read.

    ``reply`` is as if the page itself had sent it: ``url`` and ``final_url`` are the
    original's. ``url`` is the address a reader opens, ``at`` when it was taken (UTC).
    """

    url: str
    reply: Reply
    at: datetime | None


T = TypeVar("T")
Take = Callable[[Snapshot], Awaitable[T | None]]


class Archives:
    """The archives of one run, asked in the order of ``templates``.

    A template holds ``{url}``, as it stands in the path and percent-encoded in the
    query, and may hold ``{timestamp}``, ``YYYYMMDDhhmmss``.
    """

    def __init__(self, fetcher: Fetcher, templates: tuple[str, ...] = ()) -> None:
        self._fetcher = fetcher
        self._templates = templates
        self._failures = dict.fromkeys(templates, 0)
        # Few at a time, so that it is soon seen where one does not answer.
        self._lines = {template: anyio.CapacityLimiter(LINES) for template in templates}

    def know_of(self, url: str) -> bool:
        """Whether there is an archive to ask, and the URL is one to tell it."""
        return bool(self._templates) and _is_public_name(url)

    async def find(self, url: str, near: datetime, take: Take[T]) -> T | None:
        """Give what ``take`` makes of the nearest snapshot it wants; ``None`` for none.

        At most ``MAX_SNAPSHOTS`` are read, of all archives together.
        """
        search: _Search[T] = _Search(url, near, take)
        for template in self._templates if self.know_of(url) else ():
            answer = await self._ask(template, url, near) if search.may_go_on else None
            if answer is None:
                continue
            found = await self._found_in(answer, search)
            if found is not None:
                return found
        return None

    async def read(self, url: str, memento: Memento, *, private: bool = False) -> Snapshot | None:
        """Read one snapshot of the page, raw where it can be had; ``None`` for no such."""
        for address in dict.fromkeys((raw_form(memento.url), memento.url)):
            outcome = await self._fetcher.fetch(address, private=private)
            if isinstance(outcome, Reply):
                return _snapshot(url, outcome, memento)
        return None

    async def _found_in(self, answer: Reply, search: "_Search[T]") -> T | None:
        listed = await anyio.to_thread.run_sync(listed_in, answer, search.near)
        if listed is None:
            if taken_at(answer) is None:
                return None  # neither a list nor a snapshot: an error page, or no archive
            found = await search.taken(_snapshot(search.url, answer), answer.final_url)
            if found is not None:
                return found
            listed = beside(answer, search.near)
        for memento in listed:
            if search.may_try(memento.url):
                found = await search.taken(await self.read(search.url, memento), memento.url)
                if found is not None:
                    return found
        return None

    async def _ask(self, template: str, url: str, near: datetime) -> Reply | None:
        headers = {"Accept-Datetime": http_date(near)}
        async with self._lines[template]:
            if self._failures[template] >= MAX_FAILURES:
                return None
            outcome = await self._fetcher.fetch(filled(template, url, near), headers=headers)
            is_down = isinstance(outcome, Unread) and _is_down(outcome)
            self._failures[template] = self._failures[template] + 1 if is_down else 0
        return outcome if isinstance(outcome, Reply) else None


def filled(template: str, url: str, near: datetime) -> str:
    """Put a page's URL, without its fragment, and a date into a template."""
    bare = url.partition("#")[0]
    path, mark, query = template.partition("?")
    path = path.replace("{timestamp}", stamp_of(near)).replace("{url}", bare)
    query = query.replace("{timestamp}", stamp_of(near)).replace("{url}", quote(bare, safe=""))
    return path + mark + query


class _Search(Generic[T]):
    """What was tried for one page."""

    def __init__(self, url: str, near: datetime, take: Take[T]) -> None:
        self.url = url
        self.near = near
        self._take = take
        self._tried: set[str] = set()

    @property
    def may_go_on(self) -> bool:
        """Whether a further snapshot may be read."""
        return len(self._tried) < MAX_SNAPSHOTS

    def may_try(self, address: str) -> bool:
        """Whether a snapshot may be read, and was not yet."""
        return self.may_go_on and shown_form(address) not in self._tried

    async def taken(self, snapshot: Snapshot | None, address: str) -> T | None:
        """Count a snapshot as tried, and give what is made of it."""
        self._tried.add(shown_form(address))
        return None if snapshot is None else await self._take(snapshot)


def _snapshot(url: str, reply: Reply, memento: Memento | None = None) -> Snapshot | None:
    """Take a reply for a snapshot of the page; ``None`` where it is one of another page."""
    original = original_named(reply) or url
    if is_timemap(reply) or not _is_of(url, original, reply):
        return None
    known = memento.at if memento else None
    return Snapshot(
        url=shown_form(reply.final_url),
        reply=replace(reply, url=url, final_url=original, redirects=()),
        at=taken_at(reply) or known,
    )


def _is_of(url: str, original: str, reply: Reply) -> bool:
    """Whether a snapshot of ``original`` is one of the page.

    The same address is. So is another one of the same host, where the archive came
    there from a snapshot of the page: the page had moved when it was captured.
    """
    key = same_page_key(url)
    if same_page_key(original) == key:
        return True
    passed = {same_page_key(original_of(address)) for address in reply.redirects}
    return key in passed and _host(url) == _host(original)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _is_down(outcome: Unread) -> bool:
    return outcome.access in _DOWN or (outcome.status or 500) >= 500  # noqa: PLR2004  server errors


def _is_public_name(url: str) -> bool:
    host = _host(url).rstrip(".")
    try:
        return ip_address(host.strip("[]")).is_global
    except ValueError:
        return "." in host and not host.endswith(HOME_NAMES)
