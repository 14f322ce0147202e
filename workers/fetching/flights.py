"""One fetch for all who ask for the same at the same time, in whatever thread or loop. I/O."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")


class Flights(Generic[T]):
    """What is under way. Its outcome goes to those who wait for it, and is then forgotten."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._under_way: dict[Hashable, Future[T | None]] = {}

    async def share(self, key: Hashable, work: Callable[[], Awaitable[T]]) -> T:
        """Do the work, or wait for whoever is at it; where that one is stopped, do it."""
        while True:
            mine: Future[T | None] = Future()
            mine.set_running_or_notify_cancel()  # who waits may leave, but not end it
            with self._lock:
                other = self._under_way.setdefault(key, mine)
            if other is mine:
                return await self._fly(key, mine, work)
            outcome = await asyncio.wrap_future(other)
            if outcome is not None:
                return outcome

    async def _fly(
        self, key: Hashable, mine: "Future[T | None]", work: Callable[[], Awaitable[T]]
    ) -> T:
        outcome: T | None = None
        try:
            outcome = await work()
            return outcome
        finally:
            with self._lock:
                del self._under_way[key]
            mine.set_result(outcome)
