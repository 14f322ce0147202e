"""What a host's robots.txt answered in, the same for other runs and workers out. I/O: a shelf.

RFC 9309, section 2.4: for a day at most, less where the host says so. Only what states
rules, or that there are none, is remembered: a host that fails, or refuses for now, is
asked again by the next run.
"""

import hashlib
import time
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2

from workers.fetching.answers import Setback
from workers.fetching.asking import Answered
from workers.fetching.cache.entry import Kept, packed, unpacked
from workers.fetching.cache.freshness import directives, kept_from, stated_lifetime
from workers.fetching.cache.shelf import DAY, Shelf

OK = 200
ABSENT = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class RulesMemory:
    """The robots.txt of hosts, on a shelf; without one nothing is remembered."""

    shelf: Shelf | None
    scope: str

    async def recall(self, origin: str) -> Answered | None:
        """Return what the host answered within the day; of a missing one an empty body."""
        blob = None if self.shelf is None else await self.shelf.get(self._key(origin))
        kept = None if blob is None else unpacked(blob)
        if kept is None or not 0 <= time.time() - kept.received_at < _lifetime(kept):
            return None
        received_at = datetime.fromtimestamp(kept.received_at, UTC)
        return Answered(
            httpx2.URL(kept.url), OK, dict(kept.headers), kept.content, received_at=received_at
        )

    async def remember(self, origin: str, answer: Answered | Setback) -> None:
        """Keep the answer, where it is one that lasts."""
        kept = _lasting(origin, answer)
        if self.shelf is not None and kept is not None:
            await self.shelf.put(self._key(origin), packed(kept))

    def _key(self, origin: str) -> str:
        return hashlib.sha256(f"robots\n{self.scope}\n{origin}".encode()).hexdigest()


def _lasting(origin: str, answer: Answered | Setback) -> Kept | None:
    if isinstance(answer, Setback):
        is_absent = answer.unread.status in ABSENT
        return Kept(origin, OK, {}, b"", time.time(), 0.0, {}) if is_absent else None
    if answer.location is not None or directives(answer.headers).keys() & {"no-store", "private"}:
        return None
    return kept_from(answer, {}, answer.received_at.timestamp())


def _lifetime(kept: Kept) -> float:
    stated = stated_lifetime(kept.headers)
    return DAY if stated is None else min(stated, DAY)
