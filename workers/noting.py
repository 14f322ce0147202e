"""How far a stage is, noted in the record as it goes; and whether it is still to go on. I/O."""

import threading
import time
from contextlib import suppress

import anyio
import anyio.to_thread

from service.domain import Happening, HappeningKind, Progress, Stage, Verification
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

    Listeners read there what is told of each step. Every note tells in return whether
    the stage is still to be worked on.
    """

    def __init__(self, tools: Tools, verification: Verification, stage: Stage) -> None:
        self._tools = tools
        self._id = verification.id
        self._revision = verification.revision
        self._stage = stage
        self._done = 0
        self._total: int | None = None
        self._untold: list[Happening] = []
        self._noted_at = 0.0
        self._is_stopped = False
        # The watch notes from another thread than the work.
        self._lock = threading.Lock()

    def start(self, total: int) -> None:
        """Note how much there is to do."""
        self._total = total
        self._tell(HappeningKind.STAGE, {"stage": self._stage.value, "total": total})
        self._note()

    def step(self, kind: HappeningKind, **data: object) -> None:
        """Count one, and tell of it."""
        self._done += 1
        self._tell(kind, {**data, "done": self._done, "total": self._total})
        if self._done == self._total or time.monotonic() - self._noted_at >= PROGRESS_EVERY:
            self._note()

    def check(self) -> None:
        """Raise Stopped where the record said, at the last note, not to go on."""
        if self._is_stopped:
            raise Stopped

    async def watch(self, work: anyio.CancelScope) -> None:
        """Note and ask every second whether to go on, and cancel the work where not.

        While a source is slow no step is made, and nobody should wait for its timeout.
        """
        while not self._is_stopped:
            await anyio.sleep(WATCH_EVERY)
            await anyio.to_thread.run_sync(self._note if self._untold else self._ask)
        work.cancel()

    def _tell(self, kind: HappeningKind, data: dict[str, object]) -> None:
        with self._lock:
            self._untold.append(Happening(kind, data))

    def _ask(self) -> None:
        with suppress(NotReady), self._tools.record() as store:
            self._is_stopped |= not store.is_going(self._id, self._stage, self._revision)

    def _note(self) -> None:
        self._noted_at = time.monotonic()
        # A note that could not be made is no reason to lose the work it is about; what it
        # was to tell goes out with the next.
        with self._lock, suppress(NotReady):
            with self._tools.record() as store:
                progress = Progress(self._done, self._total)
                is_going = store.is_going(
                    self._id, self._stage, self._revision
                ) and store.save_progress(self._id, self._stage, progress)
                if is_going:
                    store.add_happenings(self._id, self._revision, self._untold)
            self._is_stopped |= not is_going
            self._untold.clear()
