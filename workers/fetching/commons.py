"""What the fetchers of a process, or of all its workers, have in common. I/O: by its parts."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, Self

from service.domain import Reply, Unread
from workers.fetching.asking import Ask, ask
from workers.fetching.backlog import Backlog
from workers.fetching.cache import Caching, FolderShelf, Shelf, ShelfAlone, ShelfSize
from workers.fetching.flights import Flights
from workers.fetching.policy import FetchPolicy
from workers.fetching.politeness import Delays, LocalTurns, Pace, Polite, Turns

LEASE = 60.0  # seconds beyond a source's own for which its seat at a host is kept


def _unwatched(asking: Ask) -> Ask:
    return asking


class Closeable(Protocol):
    """What holds connections."""

    def close(self) -> None:
        """Let go of them."""


@dataclass(frozen=True, slots=True)
class Commons:
    """The turns at hosts and the delays these ask for, what is under way, waits, and is kept.

    Safe to share between threads. Without a ``shelf`` nothing is kept.
    """

    turns: Turns = field(default_factory=LocalTurns)
    delays: Delays = field(default_factory=Delays)
    flights: Flights[Reply | Unread] = field(default_factory=Flights)
    backlog: Backlog = field(default_factory=Backlog)
    shelf: Shelf | None = None
    redis: Closeable | None = None
    watched: Callable[[Ask], Ask] = _unwatched  # what stands around each request itself

    @classmethod
    def on_redis(cls, url: str, size: ShelfSize | None = None) -> Self:
        """Share with every worker on the same Redis; answers too, where ``size`` says so."""
        # Here, so that a check, which shares nothing, does not load the client of Redis.
        from workers.fetching.cache.shared import SharedShelf  # noqa: PLC0415  as said above
        from workers.fetching.politeness.shared import SharedTurns  # noqa: PLC0415  the same
        from workers.fetching.sharing import SharedRedis  # noqa: PLC0415  the same

        redis = SharedRedis(url)
        shelf = None if size is None else SharedShelf(redis, size)
        return cls(turns=SharedTurns(redis), shelf=shelf, redis=redis)

    @classmethod
    def in_folder(cls, folder: Path, size: ShelfSize) -> Self:
        """Share answers with every process that uses the folder."""
        return cls(shelf=FolderShelf(folder, size))

    def sweep(self) -> None:
        """Erase kept answers that are past their time."""
        if self.shelf is not None:
            asyncio.run(self.shelf.sweep())

    def close(self) -> None:
        """Let go of the connections."""
        if self.redis is not None:
            self.redis.close()


def polite_ask(policy: FetchPolicy, commons: Commons) -> Ask:
    """Return how a request of this policy reaches the web.

    A recording stands around it: ``Fetcher(…, asking=Recording(polite_ask(policy, commons)))``.
    """
    if policy.offline and commons.shelf is not None:
        return ShelfAlone(commons.shelf, scope_of(policy))
    polite = Polite(
        commons.backlog.around(commons.watched(ask)),
        commons.turns,
        commons.delays,
        pace=_pace(policy),
        concurrency=policy.concurrency,
        patience=policy.timeout,
    )
    if commons.shelf is None:
        return polite
    return Caching(polite, commons.shelf, scope_of(policy), policy.timeout, policy.confirm)


def scope_of(policy: FetchPolicy) -> str:
    """Name what the guard lets through, for what is kept."""
    return repr((sorted(map(str, policy.allow_networks)), sorted(policy.resolve)))


def _pace(policy: FetchPolicy) -> Pace:
    """Let an article's few pages of one host be asked for at once, and then at its rate."""
    burst = 2 * policy.per_host
    return Pace(1 / policy.host_rate, burst, policy.per_host, policy.timeout + LEASE)
