"""URLs in, a Reply or an Unread for each out: several at once, politely, within limits. I/O."""

import logging
from collections.abc import Awaitable, Callable, Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

import anyio
import anyio.to_thread
import httpx2

from service.domain import Access, Reply, SignName, Unread, redirect_sign, sign
from service.domain.addresses import without_visitor
from workers.fetching.answers import Setback
from workers.fetching.arrivals import after_redirects
from workers.fetching.asking import Answered, Ask, BrokenOff, cookie_state, too_large
from workers.fetching.clock import time_limit
from workers.fetching.commons import Commons, polite_ask, scope_of
from workers.fetching.guard import guarded_transport
from workers.fetching.policy import FetchPolicy
from workers.fetching.readings import Readings
from workers.fetching.robots import Robots
from workers.fetching.robots_memory import RulesMemory
from workers.fetching.urls import checked_url, joined_url

Outcome = Reply | Unread
_LOG = logging.getLogger(__name__)
T = TypeVar("T")

ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
PRIVATE = {"Cache-Control": "no-store"}  # for whoever stands in between (RFC 9111, 5.2.1.5)
READERS = 2  # replies read at a time by ``read_all``


class Fetcher:
    """Fetches the sources of one run; use it as an async context manager.

    Rules of robots.txt and what was read of each source are remembered for its life, so that
    a page which several articles cite is asked for once; cookies are kept for one source alone.
    ``commons`` is what it has in common with other fetchers. ``asking`` makes each
    request, that for robots.txt and each redirect's included; by default ``polite_ask``.
    """

    def __init__(
        self, policy: FetchPolicy, *, commons: Commons | None = None, asking: Ask | None = None
    ) -> None:
        commons = commons or Commons()
        self._policy = policy
        # Offline, only what is kept can be had; where nothing is, nothing need be looked at.
        self._is_silent = policy.offline and commons.shelf is None
        self._send = asking or polite_ask(policy, commons)
        self._transport: httpx2.AsyncHTTPTransport | None = None  # none is needed offline
        memory = RulesMemory(commons.shelf, scope_of(policy))
        self._robots = Robots(policy, ask=self._send, delays=commons.delays, memory=memory)
        self._flights = commons.flights
        self._backlog = commons.backlog
        self._flight = (policy, asking)  # what tells our fetches from those of others
        self._readings = Readings()
        self._readers = anyio.CapacityLimiter(READERS)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, err: BaseException | None, tb: TracebackType | None
    ) -> None:
        if self._transport is not None:
            await self._transport.aclose()

    async def fetch(
        self, url: str, *, headers: Mapping[str, str] | None = None, private: bool = False
    ) -> Outcome:
        """Fetch one source, with ``headers`` beside our own. Never raises for what the web does.

        Who asks for a URL that is under way gets what comes of that. A ``private`` one is
        asked for by itself, and kept by nobody. The clock of ``policy.timeout`` stands
        still while a turn at a host is waited for, so a queue before a slow host is not
        held against those who wait in it.
        """
        extra = {**(PRIVATE if private else {}), **(headers or {})}
        if extra:
            outcome = await self._outcome(url, extra)
        else:
            key = (url.partition("#")[0], *self._flight)
            outcome = await self._flights.share(key, partial(self._outcome, url))
        return replace(outcome, url=url, retrieved_at=outcome.retrieved_at or datetime.now(UTC))

    async def read_all(
        self,
        urls: Iterable[str],
        read: Callable[[Reply], T],
        *,
        on_done: Callable[[str, T | Unread], None] | None = None,
        private: Container[str] = (),
    ) -> dict[str, T | Unread]:
        """Fetch many at once, and keep only what ``read`` makes of each reply.

        ``read`` runs in a thread, two at a time, while others are still fetched; the
        bytes of a reply are let go as soon as it was read. What this fetcher has read before,
        in the same way, is given again; of what is ``private`` nothing is remembered.
        """
        done = on_done or _ignore

        async def keep(names: list[str]) -> dict[str, T | Unread]:
            work = partial(self._read, read=read)
            kept = await (
                work(names, private=True)
                if any(name in private for name in names)
                else self._readings.share(names, read, work)
            )
            for name in names:
                done(name, kept[name])
            return kept

        return await self._each(urls, keep)

    async def _read(
        self, names: Sequence[str], *, read: Callable[[Reply], T], private: bool = False
    ) -> dict[str, T | Unread]:
        """Fetch a page, and read it under each of its names.

        One that brings our own code to fall is unread, and sinks no other.
        """
        try:
            return await self._fetched_and_read(names, read, private=private)
        except Exception:  # noqa: BLE001  one bad source never sinks the rest
            _LOG.exception("a source could not be read")  # its address may be private
            return {name: _fault(name) for name in names}

    async def _fetched_and_read(
        self, names: Sequence[str], read: Callable[[Reply], T], *, private: bool
    ) -> dict[str, T | Unread]:
        outcome = await self.fetch(names[0], private=private)
        if isinstance(outcome, Unread):
            return {name: replace(outcome, url=name) for name in names}
        with self._backlog.waiting(len(outcome.content)):
            return {
                name: await anyio.to_thread.run_sync(
                    read, replace(outcome, url=name), limiter=self._readers
                )
                for name in names
            }

    async def _each(
        self, urls: Iterable[str], keep: Callable[[list[str]], Awaitable[dict[str, T]]]
    ) -> dict[str, T]:
        asked = tuple(dict.fromkeys(urls))
        kept: dict[str, T] = {}

        async def one(names: list[str]) -> None:
            kept.update(await keep(names))

        async with anyio.create_task_group() as tasks:
            for names in _without_fragments(asked).values():
                tasks.start_soon(one, names)
        return {url: kept[url] for url in asked}

    async def _outcome(self, text: str, headers: Mapping[str, str] | None = None) -> Outcome:
        if self._is_silent:
            seen = (sign(SignName.OFFLINE, "yes"),)
            return Unread(text, Access.REFUSED, "offline: no request was made", signs=seen)
        url = checked_url(text)
        if isinstance(url, Unread):
            return url
        with suppress(BrokenOff), time_limit(self._policy.timeout):
            return await self._follow(url, headers)
        words = f"no complete answer within {self._policy.timeout:g} s"
        seen = (sign(SignName.TIME_LIMIT, f"{self._policy.timeout:g}"),)
        return Unread(text, Access.TIMEOUT, words, signs=seen)

    async def _follow(self, url: httpx2.URL, headers: Mapping[str, str] | None) -> Outcome:
        """Ask, and follow redirects by hand: each is checked as the first address was."""
        client = self._client()
        passed: list[str] = []
        seen: set[tuple[str, str]] = set()
        while True:
            answer = await self._ask(client, url, headers)
            if isinstance(answer, Unread):
                told = after_redirects(answer, passed[0], str(url)) if passed else answer
                return replace(told, final_url=_final(url, passed))
            if answer.location is None:
                return self._reply(answer, tuple(passed))
            here = (str(url), cookie_state(client))
            stop = self._stopped(here, seen, passed)
            if stop is not None:
                return stop
            seen.add(here)
            passed.append(str(url))
            target = joined_url(url, answer.location)
            if isinstance(target, Unread):
                told = after_redirects(target, passed[0], answer.location)
                return replace(told, final_url=_final(url, passed), status=answer.status)
            url = target

    def _stopped(
        self, here: tuple[str, str], seen: set[tuple[str, str]], passed: list[str]
    ) -> Unread | None:
        """Say why a further redirect is not followed: a circle, or too many."""
        if here in seen:
            words = "it redirects in a circle and never shows a page"
            circle = (redirect_sign(SignName.REDIRECT_CIRCLE, passed[-1], here[0]),)
            return Unread(here[0], Access.DEAD, words, signs=circle)
        if len(passed) >= self._policy.max_redirects:
            words = f"it redirects more than {self._policy.max_redirects} times"
            seen_signs = (sign(SignName.REDIRECTS, len(passed)),)
            return Unread(here[0], Access.REFUSED, words, signs=seen_signs)
        return None

    async def _ask(
        self, client: httpx2.AsyncClient, url: httpx2.URL, headers: Mapping[str, str] | None
    ) -> Answered | Unread:
        """Ask once, and where that may help once more."""
        if self._policy.robots:
            objection = await self._robots.objection(client, url)
            if objection is not None:
                return objection
        limit = self._policy.max_bytes
        answer = await self._send(client, url, max_bytes=limit, headers=headers)
        if isinstance(answer, Setback) and answer.retry_after is not None:
            # By hand: what is retried is a value here, and no exception.
            await anyio.sleep(answer.retry_after)
            answer = await self._send(client, url, max_bytes=limit, headers=headers)
        return answer.unread if isinstance(answer, Setback) else answer

    def _reply(self, answer: Answered, passed: tuple[str, ...]) -> Outcome:
        if not answer.is_whole:
            return too_large(str(answer.url), self._policy.max_bytes)
        return Reply(
            url=passed[0] if passed else str(answer.url),
            final_url=str(answer.url),
            status=answer.status,
            headers=answer.headers,
            content=answer.content,
            retrieved_at=answer.received_at,
            redirects=passed,
        )

    def _client(self) -> httpx2.AsyncClient:
        """Make the client of one source: own cookies, connections from the common pool."""
        if self._transport is None:
            most = 2 * self._policy.concurrency
            self._transport = guarded_transport(self._policy, max_connections=most)
        return httpx2.AsyncClient(
            transport=_Lent(self._transport),
            headers={"User-Agent": self._policy.user_agent, "Accept": ACCEPT},
            timeout=httpx2.Timeout(self._policy.timeout, connect=self._policy.connect_timeout),
            trust_env=False,
            follow_redirects=False,
        )


class _Lent(httpx2.AsyncBaseTransport):
    """A transport that outlives the client it is lent to."""

    def __init__(self, owner: httpx2.AsyncBaseTransport) -> None:
        self._owner = owner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return await self._owner.handle_async_request(request)


def _final(url: httpx2.URL, passed: Sequence[str]) -> str:
    return without_visitor(str(url), passed[0] if passed else str(url))


def _fault(url: str) -> Unread:
    """Say that reading it failed by an error of ours, which says nothing of the source."""
    words = "an error of Sourceproof itself kept it from being read"
    seen = (sign(SignName.INTERNAL_ERROR, "reading the source"),)
    return Unread(url, Access.UNSUPPORTED_TYPE, words, signs=seen)


def _ignore(_url: str, _outcome: object) -> None:
    """Tell nobody."""


def _without_fragments(urls: Iterable[str]) -> dict[str, list[str]]:
    """Group URLs that differ in their fragment alone: they are one request."""
    groups: dict[str, list[str]] = {}
    for url in urls:
        groups.setdefault(url.partition("#")[0], []).append(url)
    return groups
