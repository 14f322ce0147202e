"""A tenant in, whether it may ask once more this minute out. I/O: Redis, where there is one.

Counted in windows of a minute, by INCR and EXPIRE as the manual of Redis has it
(https://redis.io/docs/latest/commands/incr/, "Pattern: rate limiter 1"), so that all
processes of a service count together. A broker that is away is no reason to refuse
anybody: each process then counts by itself for a while.
"""

import hashlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import redis

WINDOW = 60  # seconds
PATIENCE = 0.5  # seconds for an answer of the broker
TRUCE = 5.0  # seconds after which a broker that was away is asked again
FOR_NOBODY = 0  # a limit that is none


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a minute: requests, and seconds until the next begins."""

    limit: int
    remaining: int
    reset: int
    is_spent: bool


class Counters(Protocol):
    """Counts by name; what counts is gone some time after its window."""

    def add(self, name: str) -> int:
        """Count one more and give the count."""


class OwnCounters:
    """The counters of one process."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._window = ""
        self._lock = threading.Lock()

    def add(self, name: str) -> int:
        """Count one more and give the count; those of a past window are dropped."""
        window = name.rpartition(":")[2]
        with self._lock:
            if window != self._window:
                self._window = window
                self._counts.clear()
            self._counts[name] = self._counts.get(name, 0) + 1
            return self._counts[name]


class SharedCounters:
    """The counters of all processes on one Redis; one's own while that is away."""

    def __init__(self, url: str) -> None:
        self._client = redis.Redis.from_url(
            url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
        )
        self._own = OwnCounters()
        self._away_until = 0.0

    def add(self, name: str) -> int:
        """Count one more and give the count."""
        if time.monotonic() >= self._away_until:
            try:
                return self._add(name)
            except (redis.RedisError, OSError):
                self._away_until = time.monotonic() + TRUCE
        return self._own.add(name)

    def _add(self, name: str) -> int:
        with self._client.pipeline() as both:
            both.incr(name)
            both.expire(name, 2 * WINDOW)
            count, _ = both.execute()
        return int(count)


class RateLimiter:
    """Counts the requests of each tenant against ``limit`` a minute."""

    def __init__(
        self, limit: int, counters: Counters, clock: Callable[[], float] = time.time
    ) -> None:
        self._limit = limit
        self._counters = counters
        self._clock = clock

    @property
    def is_off(self) -> bool:
        """Whether nothing is counted, and so nothing asked of a broker."""
        return self._limit == FOR_NOBODY

    def take(self, tenant: str) -> Allowance | None:
        """Count a request; None where there is no limit."""
        if self.is_off:
            return None
        window, passed = divmod(self._clock(), WINDOW)
        # A tenant may be named by anything; its hash is a key of Redis in any case.
        name = hashlib.sha256(tenant.encode()).hexdigest()[:32]
        count = self._counters.add(f"sourceproof:rate:{name}:{int(window)}")
        left = max(0, self._limit - count)
        return Allowance(self._limit, left, max(1, round(WINDOW - passed)), count > self._limit)


def make_limiter(limit: int, broker_url: str | None) -> RateLimiter:
    """Make a limiter that counts on the broker where that is a Redis, else in this process."""
    url = broker_url or ""
    if url.startswith("redis+socket://"):  # as Celery calls a Unix socket
        url = "unix://" + url.removeprefix("redis+socket://")
    if url.startswith(("redis://", "rediss://", "unix://")):
        return RateLimiter(limit, SharedCounters(url))
    return RateLimiter(limit, OwnCounters())
