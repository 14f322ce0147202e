"""The record looked at for all listeners of this process at once. I/O.

However many listen: one short query a tick tells which verifications have moved, and
what has come about is read once for all who stand at the same place. Nobody holds a
connection while waiting. Lives on the event loop of the server; looks while anyone listens.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

import anyio
from anyio.to_thread import run_sync
from sqlalchemy import Engine

from service.domain import Happening
from service.errors import NotReady
from service.store import Standing, open_store

T = TypeVar("T")
Told = tuple[tuple[int, Happening], ...]

TICK = 0.5  # seconds between two looks
AT_ONCE = 500  # verifications asked for in one query


@dataclass(slots=True)
class _Watched:
    """A verification that somebody listens to. ``latest`` is None once it was erased."""

    latest: Standing | None
    listeners: int = 0
    moved: asyncio.Event = field(default_factory=asyncio.Event)


class Watch:
    """Tells listeners when their verification has moved, and what has come about."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._watched: dict[str, _Watched] = {}
        self._reads: dict[object, asyncio.Task[object]] = {}
        self._looking: asyncio.Task[None] | None = None

    @contextmanager
    def listening(self, verification_id: str, seen: Standing) -> Iterator[None]:
        """Count one listener more for as long as the block lasts."""
        watched = self._watched.setdefault(verification_id, _Watched(seen))
        watched.listeners += 1
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_on())
        try:
            yield
        finally:
            watched.listeners -= 1
            if not watched.listeners:
                del self._watched[verification_id]
            if not self._watched:
                self._looking.cancel()
                self._looking = None

    async def moved(self, verification_id: str, seen: Standing, seconds: float) -> Standing | None:
        """Wait until it stands otherwise than ``seen``, so long at most; how it stands then."""
        watched = self._watched[verification_id]
        with anyio.move_on_after(seconds):
            while watched.latest == seen:
                await watched.moved.wait()
        return watched.latest

    async def standing(self, verification_id: str) -> Standing | None:
        """Look at one now; None where it is not there. Raises NotReady."""
        found = await run_sync(self._standings, [verification_id])
        return found.get(verification_id)

    async def told_after(self, verification_id: str, revision: int, number: int) -> Told:
        """Read what came about behind a number, once for all who ask the same. Raises NotReady."""
        key = (verification_id, revision, number)
        return await self._shared(key, partial(self._told, *key))

    async def _shared(self, key: object, work: Callable[[], T]) -> T:
        reading: asyncio.Task[T] | None = self._reads.get(key)  # type: ignore[assignment]  # by key
        if reading is None:
            reading = asyncio.create_task(run_sync(work))
            self._reads[key] = reading
            reading.add_done_callback(lambda _: self._reads.pop(key, None))
        # One listener that goes away must not take the answer from the others.
        return await asyncio.shield(reading)

    async def _look_on(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            # A record that is away for a while is looked at again.
            with suppress(NotReady):
                await self._look()

    async def _look(self) -> None:
        ids = list(self._watched)
        for start in range(0, len(ids), AT_ONCE):
            asked = ids[start : start + AT_ONCE]
            found = await run_sync(self._standings, asked)
            for verification_id in asked:
                self._note(verification_id, found.get(verification_id))

    def _note(self, verification_id: str, standing: Standing | None) -> None:
        watched = self._watched.get(verification_id)
        if watched is None or watched.latest == standing:
            return
        watched.latest = standing
        watched.moved.set()
        watched.moved = asyncio.Event()

    def _standings(self, ids: list[str]) -> dict[str, Standing]:
        with open_store(self._engine, reading=True) as store:
            return store.standings(ids)

    def _told(self, verification_id: str, revision: int, number: int) -> Told:
        with open_store(self._engine, reading=True) as store:
            return store.happenings_after(verification_id, revision, number)
