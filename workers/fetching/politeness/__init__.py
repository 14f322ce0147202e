"""One GET in, the same GET when it is its host's turn out: rate, concurrency, Retry-After. I/O."""

from workers.fetching.politeness.asking import Delays, Polite
from workers.fetching.politeness.turns import LocalTurns, Pace, Turns, Wait

__all__ = ["Delays", "LocalTurns", "Pace", "Polite", "Turns", "Wait"]
