"""The Redis that workers share, asked from any thread or loop; away, it is as if it were not. I/O.

Nothing that is asked here may fail a fetch. So a call that meets trouble gives what its
caller named, and for a while nobody asks again: else each fetch would wait for a dead host.
"""

import time
from collections.abc import Callable
from typing import TypeVar

import anyio.to_thread
import structlog
from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

PATIENCE = 1.0  # seconds for a connection, and for an answer
REST = 5.0  # seconds for which a Redis that is away is not asked again

_LOG = structlog.get_logger(__name__)
T = TypeVar("T")


class SharedRedis:
    """A pool of connections to one Redis, with a memory of its being away."""

    def __init__(self, url: str) -> None:
        self._redis: Redis = Redis.from_url(
            url,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            retry=Retry(NoBackoff(), 0),
        )
        self._away_until = 0.0

    async def ask(self, work: Callable[[Redis], T], otherwise: T) -> T:
        """Do the work in a thread; ``otherwise`` where Redis is away."""
        if time.monotonic() < self._away_until:
            return otherwise
        return await anyio.to_thread.run_sync(self._try, work, otherwise)

    def _try(self, work: Callable[[Redis], T], otherwise: T) -> T:
        try:
            return work(self._redis)
        except (RedisError, OSError) as err:
            self._away_until = time.monotonic() + REST
            # The kind alone: the text may hold the address and the password.
            _LOG.warning("sharing_away", error=type(err).__name__)
            return otherwise

    def close(self) -> None:
        """Let go of the connections."""
        self._redis.close()
