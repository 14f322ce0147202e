"""An Ask that asks when it is its host's turn, around another. I/O.

Each request counts, robots.txt, redirects and retries included. What is answered from a
cache that stands before it never comes here.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from uuid import uuid4

import anyio
import httpx2

from service.domain import Access, SignName, Unread, sign
from workers.fetching.answers import Setback
from workers.fetching.asking import Answered, Ask
from workers.fetching.clock import standing_still
from workers.fetching.politeness.turns import Pace, Turns, Wait

MAX_HOLD = 3600.0  # seconds; one answer never shuts a host for longer
MAX_DELAY = 10.0  # seconds between requests that a robots.txt may ask for
MAX_HOSTS = 10_000


class Delays:
    """The seconds that hosts ask to be left between two requests (Crawl-delay)."""

    def __init__(self) -> None:
        self._of: dict[str, float] = {}

    def note(self, host: str, seconds: float | None) -> None:
        """Remember what a host's robots.txt asks for, within ``MAX_DELAY``."""
        if not seconds:
            self._of.pop(host, None)
            return
        if len(self._of) >= MAX_HOSTS:
            self._of.clear()  # each is noted again before its host is asked
        self._of[host] = min(seconds, MAX_DELAY)

    def of(self, host: str) -> float:
        """Return the seconds; 0 where the host asks for none."""
        return self._of.get(host, 0.0)


class Polite:
    """Asks in turn. ``patience``: seconds for which a host that said Retry-After is waited for."""

    def __init__(
        self,
        ask: Ask,
        turns: Turns,
        delays: Delays,
        *,
        pace: Pace,
        concurrency: int,
        patience: float,
    ) -> None:
        self._ask = ask
        self._turns = turns
        self._delays = delays
        self._pace = pace
        self._patience = patience
        self._all = anyio.CapacityLimiter(concurrency)
        self._queues: dict[str, anyio.CapacityLimiter] = {}

    async def __call__(
        self,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        *,
        max_bytes: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answered | Setback:
        """Ask when it is the host's turn; where the host is to be left alone, not at all."""
        async with self._turn(url.host) as held:
            if held is not None:
                return _left_alone(str(url), held.seconds)
            answer = await self._ask(client, url, max_bytes=max_bytes, headers=headers)
            if isinstance(answer, Setback) and answer.hold:
                await self._turns.hold(url.host, min(answer.hold, MAX_HOLD))
            return answer

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[Wait | None]:
        """Wait in the host's queue, for its turn, and for one of the requests in the air.

        In that order: those who wait for a slow host keep nobody from asking another.
        """
        token = uuid4().hex
        async with _queued(self._queue(host), token):
            try:
                with standing_still():
                    held = await self._taken(host, token)
                if held is not None:
                    yield held
                    return
                async with _queued(self._all, token):
                    yield None
            finally:
                with anyio.CancelScope(shield=True):
                    await self._turns.leave(host, token)

    def _queue(self, host: str) -> anyio.CapacityLimiter:
        return self._queues.setdefault(host, anyio.CapacityLimiter(self._pace.seats))

    async def _taken(self, host: str, token: str) -> Wait | None:
        """Wait until the turn is taken; give the wait of a host that wants too long a one."""
        pace = self._pace.slowed(self._delays.of(host))
        patience = self._patience
        while True:
            wait = await self._turns.take(host, pace, token)
            if wait is None:
                return None
            if wait.is_held and wait.seconds > patience:
                return wait
            patience -= wait.seconds if wait.is_held else 0.0
            await anyio.sleep(wait.seconds)


@asynccontextmanager
async def _queued(queue: anyio.CapacityLimiter, token: str) -> AsyncIterator[None]:
    with standing_still():
        await queue.acquire_on_behalf_of(token)
    try:
        yield
    finally:
        queue.release_on_behalf_of(token)


def _left_alone(url: str, seconds: float) -> Setback:
    words = f"the site asked to be left alone, for {seconds:.0f} s more, so it was not asked again"
    seen = (sign(SignName.RETRY_AFTER, f"{seconds:.0f}"),)
    return Setback(Unread(url, Access.RATE_LIMITED, words, signs=seen))
