"""When a run is to end before all is done: its time is up, or its user says so. I/O: signals.

Reading sources ends a little before the time is up, so that what was read can still be held
against the statements. After a signal there is a moment for that too; a second one ends the
process as if nobody had listened.
"""

import asyncio
import math
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from weakref import WeakSet

import anyio

from service.domain import Limit, Sign, SignName, sign
from workers.ending import TIME_BUDGET

RESERVE = 0.2  # of the time budget, for assessing what was read
MOST_RESERVE = 15.0  # seconds of it
GRACE = 3.0  # seconds for that after a signal: who cancels a job kills it after ten or so
INTERRUPTED = "interrupted"
SIGNALS = (signal.SIGINT, signal.SIGTERM)
UP = "when the time for the run was up"
CUT = "when the run was interrupted"


class Stopping:
    """The time budget of a run, in seconds from now on, and the signals that it gets."""

    def __init__(self, time_budget: float | None = None) -> None:
        self._began = time.monotonic()
        self._budget = time_budget
        self._interrupted_at: float | None = None
        self._scopes: WeakSet[anyio.CancelScope] = WeakSet()
        self.signal: signal.Signals | None = None

    @property
    def is_over(self) -> bool:
        """Whether no statement is to be decided any more."""
        end = math.inf if self._budget is None else self._began + self._budget
        if self._interrupted_at is not None:
            end = min(end, self._interrupted_at + GRACE)
        return time.monotonic() >= end

    @property
    def why(self) -> str:
        """Say when the run ended, to go on from "not read" or "not decided"."""
        return UP if self.signal is None else CUT

    def limit(self, note: str) -> Limit:
        """Give the limit that was hit: of seconds, by the budget or until the signal."""
        if self._interrupted_at is None:
            return Limit(TIME_BUDGET, self._budget or 0.0, note)
        return Limit(INTERRUPTED, round(self._interrupted_at - self._began, 1), note)

    def sources(self) -> "Sources":
        """Give what ends the reading of one draft's sources."""
        left = math.inf
        if self._budget is not None:
            until = self._budget - min(self._budget * RESERVE, MOST_RESERVE)
            left = max(0.0, self._began + until - time.monotonic())
        scope = anyio.move_on_after(left)
        self._scopes.add(scope)
        if self.signal is not None:
            scope.cancel()
        return Sources(self, scope)

    @contextmanager
    def heeding_signals(self) -> Iterator[None]:
        """Let the first SIGINT or SIGTERM end the run in order, for as long as the block runs."""
        loop = asyncio.get_running_loop()
        # Not on Windows, and not where the loop is not the main thread's.
        with suppress(NotImplementedError, ValueError, RuntimeError):
            for number in SIGNALS:
                loop.add_signal_handler(number, self._heed, loop, number)
        try:
            yield
        finally:
            self._let_go(loop)

    def _heed(self, loop: asyncio.AbstractEventLoop, number: signal.Signals) -> None:
        self.signal = number
        self._interrupted_at = time.monotonic()
        self._let_go(loop)
        for scope in self._scopes:
            scope.cancel()

    def _let_go(self, loop: asyncio.AbstractEventLoop) -> None:
        with suppress(NotImplementedError, ValueError, RuntimeError):
            for number in SIGNALS:
                loop.remove_signal_handler(number)


@dataclass(frozen=True, slots=True)
class Sources:
    """The end of reading the sources of one draft."""

    stopping: Stopping
    scope: anyio.CancelScope

    @property
    def words(self) -> str:
        """Why a source was not read."""
        return f"not read {self.stopping.why}"

    @property
    def sign(self) -> Sign:
        """The sign of a source that was not read."""
        limit = self.stopping.limit("")
        return sign(SignName.TIME_LIMIT, f"{limit.limit:g}")

    def limit(self, left_out: int) -> Limit:
        """Give the limit that was hit."""
        return self.stopping.limit(f"{left_out:,} sources were {self.words}.")
