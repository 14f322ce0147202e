"""A host and a pace in, its turn or how long to wait for it out. I/O: the clock; no waiting.

A turn is given by the generic cell rate algorithm (ITU-T I.371): one request an interval
in the long run, ``burst`` at once after a rest, ``seats`` of them in the air. A host that
said Retry-After gives none before that. Who has to wait asks again when the time is up:
nothing is booked ahead, so a run that is cancelled leaves no gap behind.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

POLL = 0.05  # seconds until one asks again for a seat
MAX_HOSTS = 10_000  # remembered; then those at rest are forgotten
_GRAIN = 1e-6  # seconds; what sums of floats may be off


@dataclass(frozen=True, slots=True)
class Pace:
    """How a host is asked. ``lease``: seconds after which a seat never given back is free."""

    interval: float  # seconds between requests in the long run
    burst: int  # requests at once after a rest
    seats: int  # requests at the same time
    lease: float = 60.0

    def slowed(self, delay: float) -> "Pace":
        """Return the pace with at least ``delay`` seconds between any two requests."""
        if delay <= self.interval:
            return self
        return Pace(delay, 1, self.seats, self.lease)


@dataclass(frozen=True, slots=True)
class Wait:
    """Come back in so many seconds; ``is_held``: the host itself asked for that."""

    seconds: float
    is_held: bool = False


class Turns(Protocol):
    """Who may ask which host now. None of it raises, and none of it waits for a turn."""

    async def take(self, host: str, pace: Pace, token: str) -> Wait | None:
        """Take a turn under a token, or hear how long to wait."""

    async def leave(self, host: str, token: str) -> None:
        """Give the seat back."""

    async def hold(self, host: str, seconds: float) -> None:
        """Let nobody ask the host for so long."""


@dataclass(slots=True)
class _Host:
    due: float = 0.0  # when the bucket would next be empty
    held_until: float = 0.0
    seats: dict[str, float] = field(default_factory=dict)  # token -> end of its lease

    def take(self, pace: Pace, token: str, now: float) -> Wait | None:
        if self.held_until > now:
            return Wait(self.held_until - now, is_held=True)
        self.seats = {taken: end for taken, end in self.seats.items() if end > now}
        if len(self.seats) >= pace.seats:
            return Wait(POLL)
        due = max(self.due, now)
        early = due - (pace.burst - 1) * pace.interval - now
        if early > _GRAIN:
            return Wait(early)
        self.due = due + pace.interval
        self.seats[token] = now + pace.lease
        return None

    def rests(self, now: float) -> bool:
        return not self.seats and max(self.due, self.held_until) <= now


class LocalTurns:
    """The turns of one process, whatever the threads and loops that ask."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._hosts: dict[str, _Host] = {}

    async def take(self, host: str, pace: Pace, token: str) -> Wait | None:
        """Take a turn under a token, or hear how long to wait."""
        with self._lock:
            return self._of(host).take(pace, token, self._clock())

    async def leave(self, host: str, token: str) -> None:
        """Give the seat back."""
        with self._lock:
            self._of(host).seats.pop(token, None)

    async def hold(self, host: str, seconds: float) -> None:
        """Let nobody ask the host for so long."""
        with self._lock:
            found = self._of(host)
            found.held_until = max(found.held_until, self._clock() + seconds)

    def _of(self, host: str) -> _Host:
        if len(self._hosts) >= MAX_HOSTS:
            now = self._clock()
            self._hosts = {name: h for name, h in self._hosts.items() if not h.rests(now)}
        return self._hosts.setdefault(host, _Host())
