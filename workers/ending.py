"""What ends the reading of sources early, and how a report tells of it. I/O: the clock."""

import math
from dataclasses import dataclass
from typing import Protocol, Self

import anyio

from service.domain import Limit, Sign, SignName, sign

TIME_BUDGET = "time_budget"  # the limit of a reading that ran out of time


class Ending(Protocol):
    """What ends the reading of sources before all are read, and how that is told."""

    @property
    def scope(self) -> anyio.CancelScope:
        """The scope that is cancelled, or whose deadline comes; entered once."""

    @property
    def words(self) -> str:
        """Why a source was not read, as "not read when …"."""

    @property
    def sign(self) -> Sign:
        """The sign of a source that was not read."""

    def limit(self, left_out: int) -> Limit:
        """Give the limit that was hit, with ``left_out`` sources not read."""


@dataclass(frozen=True, slots=True)
class TimeBudget:
    """``seconds`` for reading sources, from now on."""

    seconds: float
    scope: anyio.CancelScope

    @classmethod
    def of(cls, seconds: float | None) -> Self:
        """Begin to count; ``None`` never ends."""
        scope = anyio.move_on_after(math.inf if seconds is None else seconds)
        return cls(seconds or 0.0, scope)

    @property
    def words(self) -> str:
        """Why a source was not read."""
        return "not read when the time for reading sources was up"

    @property
    def sign(self) -> Sign:
        """The sign of a source that was not read."""
        return sign(SignName.TIME_LIMIT, f"{self.seconds:g}")

    def limit(self, left_out: int) -> Limit:
        """Give the limit that was hit."""
        note = f"{left_out:,} sources were not read when the time for reading sources was up."
        return Limit(TIME_BUDGET, self.seconds, note)
