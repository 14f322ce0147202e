"""An Ask that gives kept answers and keeps successes, around another. I/O: a shelf.

It saves the host a request and changes nothing else: whether a URL may be asked for,
offline, by robots.txt and at each redirect, is decided before it by whoever asks. The
guard decides behind it, on connections; so what was kept under one guard is not given
under another. Requests that are anybody's own never come near the shelf: those with
cookies, or with headers of their own, as ``Cache-Control: no-store`` of private ones.
"""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final, TypeGuard

import anyio
import httpx2

from workers.fetching.answers import Setback
from workers.fetching.asking import NOT_MODIFIED, Answered, Ask
from workers.fetching.cache.entry import Kept, packed, unpacked
from workers.fetching.cache.freshness import (
    conditions,
    is_fresh,
    is_keepable,
    kept_from,
    matches,
    refreshed,
)
from workers.fetching.cache.shelf import Shelf
from workers.fetching.clock import standing_still

ROBOTS: Final = "/robots.txt"  # has a memory of its own, with its own rules (RFC 9309)
POLL = 0.1  # seconds between two looks for what another worker fetches


@dataclass(frozen=True, slots=True)
class Caching:
    """Asks where the shelf has nothing that holds.

    ``scope`` names the guard's policy. ``patience``: seconds for which an answer that
    another worker is fetching is waited for. ``confirm``: whatever was kept before this
    was made is asked about, as in ``Cache-Control: no-cache`` of a request.
    """

    ask: Ask
    shelf: Shelf
    scope: str
    patience: float
    confirm: bool = False
    since: float = field(default_factory=time.time)

    async def __call__(
        self,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        *,
        max_bytes: int,
        headers: Mapping[str, str] | None = None,
    ) -> Answered | Setback:
        """Give a kept answer that is fresh, else ask, on condition where that is possible."""
        if headers or url.path == ROBOTS or client.cookies:
            return await self.ask(client, url, max_bytes=max_bytes, headers=headers)
        key = key_of(self.scope, url)
        kept = await kept_for(self.shelf, key, client)
        if self._holds(kept):
            return answered(kept, max_bytes)
        if await self.shelf.claim(key, self.patience):
            try:
                return await self._asked(key, client, url, max_bytes, kept)
            finally:
                with anyio.CancelScope(shield=True):
                    await self.shelf.release(key)
        kept = await self._awaited(key, client)
        if self._holds(kept):
            return answered(kept, max_bytes)
        return await self._asked(key, client, url, max_bytes, kept)

    def _holds(self, kept: Kept | None) -> TypeGuard[Kept]:
        if kept is None or (self.confirm and kept.received_at < self.since):
            return False
        return is_fresh(kept, time.time())

    async def _awaited(self, key: str, client: httpx2.AsyncClient) -> Kept | None:
        """Wait until the other worker is done; what it got may not be one to keep."""
        with standing_still(), anyio.move_on_after(self.patience):
            while await self.shelf.is_claimed(key):  # noqa: ASYNC110  it is in another process
                await anyio.sleep(POLL)
        return await kept_for(self.shelf, key, client)

    async def _asked(
        self,
        key: str,
        client: httpx2.AsyncClient,
        url: httpx2.URL,
        max_bytes: int,
        kept: Kept | None,
    ) -> Answered | Setback:
        """Ask, and keep what may be kept; a failure leaves the shelf as it is."""
        ifs = conditions(kept) if kept is not None else {}
        answer = await self.ask(client, url, max_bytes=max_bytes, headers=ifs or None)
        if isinstance(answer, Answered) and answer.status == NOT_MODIFIED and kept is not None:
            confirmed = refreshed(kept, answer.headers, answer.received_at.timestamp())
            if confirmed is not None:
                await self.shelf.put(key, packed(confirmed))
                return answered(confirmed, max_bytes)
            answer = await self.ask(client, url, max_bytes=max_bytes)
        if isinstance(answer, Answered):
            await self._keep(key, answer, _sent(client))
        return answer

    async def _keep(self, key: str, answer: Answered, sent: Mapping[str, str]) -> None:
        if is_keepable(answer):
            received_at = answer.received_at.timestamp()
            await self.shelf.put(key, packed(kept_from(answer, sent, received_at)))
        else:
            await self.shelf.drop(key)


def key_of(scope: str, url: httpx2.URL) -> str:
    """Name a URL on the shelf; the name tells nothing of it."""
    return hashlib.sha256(f"{scope}\n{url.copy_with(fragment=None)}".encode()).hexdigest()


async def kept_for(shelf: Shelf, key: str, client: httpx2.AsyncClient) -> Kept | None:
    """Return what is kept for a request of the client's, however old."""
    blob = await shelf.get(key)
    kept = None if blob is None else unpacked(blob)
    return kept if kept is not None and matches(kept, _sent(client)) else None


def _sent(client: httpx2.AsyncClient) -> dict[str, str]:
    return {name.lower(): value for name, value in client.headers.items()}


def answered(kept: Kept, max_bytes: int) -> Answered:
    """Give a kept answer as it came, its body up to ``max_bytes``."""
    return Answered(
        httpx2.URL(kept.url),
        kept.status,
        dict(kept.headers),
        kept.content[:max_bytes],
        len(kept.content) <= max_bytes,
        datetime.fromtimestamp(kept.received_at, UTC),
    )
