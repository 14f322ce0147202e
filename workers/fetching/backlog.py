"""Bodies that wait to be read, and whether there is room for one more. I/O: waits.

Pages come in faster than they are read. Who would ask for one more while many megabytes wait
to be read, or are on their way, is let go on when some were.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from threading import Lock

import anyio
import httpx2

from workers.fetching.answers import Setback
from workers.fetching.asking import Answered, Ask
from workers.fetching.clock import standing_still

MOST = 24_000_000  # bytes that wait or are on their way, by what bodies have been like so far
USUAL = 100_000  # bytes of a body, before one was seen
POLL = 0.05  # seconds; the loops of several threads wait here, so no event of one will do


class Backlog:
    """The bodies of a process that were not read yet. Safe to share between threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._lock = Lock()
        self._asked = 0
        self._waiting = 0
        self._seen = (USUAL, 1)  # bytes and bodies

    def around(self, ask: Ask) -> Ask:
        """Return an Ask that asks when there is room for one more body."""

        async def asking(
            client: httpx2.AsyncClient,
            url: httpx2.URL,
            *,
            max_bytes: int,
            headers: Mapping[str, str] | None = None,
        ) -> Answered | Setback:
            async with self._room():
                answer = await ask(client, url, max_bytes=max_bytes, headers=headers)
            # What robots.txt weighs tells nothing of pages.
            if isinstance(answer, Answered) and answer.content and url.path != "/robots.txt":
                self._note(len(answer.content))
            return answer

        return asking

    @contextmanager
    def waiting(self, size: int) -> Iterator[None]:
        """Count a body of ``size`` bytes while it waits to be read, and is read."""
        self._add(size)
        try:
            yield
        finally:
            self._add(-size)

    @asynccontextmanager
    async def _room(self) -> AsyncIterator[None]:
        with standing_still():
            while not self._entered():  # noqa: ASYNC110  see POLL
                await anyio.sleep(POLL)
        try:
            yield
        finally:
            with self._lock:
                self._asked -= 1

    def _entered(self) -> bool:
        """Take a place, where there is one; the first to ask always gets one."""
        with self._lock:
            size, count = self._seen
            expected = self._waiting + self._asked * size // count
            if expected >= self._most:
                return False
            self._asked += 1
            return True

    def _note(self, size: int) -> None:
        with self._lock:
            self._seen = (self._seen[0] + size, self._seen[1] + 1)

    def _add(self, size: int) -> None:
        with self._lock:
            self._waiting += size
