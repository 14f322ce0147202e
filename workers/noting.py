"""How far a stage is, noted in the record as it goes; and whether it is still to go on. I/O."""

import time
from contextlib import suppress

import anyio
import anyio.to_thread

from service.domain import Progress, Stage
from service.errors import NotReady
from workers.tools import Tools

# How often the record hears of progress, seconds.
PROGRESS_EVERY = 0.5

# How often a stage that waits for the web asks whether it was stopped, seconds.
WATCH_EVERY = 1.0


class Stopped(Exception):
    """The stage is not to go on: its verification was cancelled, erased or done by another."""


class Notes:
    """Counts what is done of a stage, and notes it in the record, now and then.

    Each note tells in return whether the stage is still to be worked on.
    """

    def __init__(self, tools: Tools, verification_id: str, stage: Stage) -> None:
        self._tools = tools
        self._id = verification_id
        self._stage = stage
        self._done = 0
        self._total: int | None = None
        self._noted_at = 0.0
        self._is_stopped = False

    def start(self, total: int) -> None:
        """Note how much there is to do."""
        self._total = total
        self._note()

    def step(self, *_: object) -> None:
        """Count one; whatever the caller has to tell of it is not kept."""
        self._done += 1
        if self._done == self._total or time.monotonic() - self._noted_at >= PROGRESS_EVERY:
            self._note()

    def check(self) -> None:
        """Raise Stopped where the record said, at the last note, not to go on."""
        if self._is_stopped:
            raise Stopped

    async def watch(self, work: anyio.CancelScope) -> None:
        """Ask every second whether to go on, and cancel the work where not; ends only so.

        While a source is slow no note is made, and nobody should wait for its timeout.
        """
        while not self._is_stopped:
            await anyio.sleep(WATCH_EVERY)
            await anyio.to_thread.run_sync(self._ask)
        work.cancel()

    def _ask(self) -> None:
        with suppress(NotReady), self._tools.record() as store:
            self._is_stopped |= not store.is_going(self._id, self._stage)

    def _note(self) -> None:
        self._noted_at = time.monotonic()
        # A note that could not be made is no reason to lose the work it is about.
        with suppress(NotReady), self._tools.record() as store:
            progress = Progress(self._done, self._total)
            self._is_stopped |= not store.save_progress(self._id, self._stage, progress)
