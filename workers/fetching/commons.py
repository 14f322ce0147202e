"""What the fetchers of a process, or of all its workers, have in common. I/O: by its parts."""

from dataclasses import dataclass, field
from typing import Self

from workers.fetching.asking import Ask, ask
from workers.fetching.policy import FetchPolicy
from workers.fetching.politeness import Delays, LocalTurns, Pace, Polite, SharedTurns, Turns
from workers.fetching.sharing import SharedRedis

LEASE = 60.0  # seconds beyond a source's own for which its seat at a host is kept


@dataclass(frozen=True, slots=True)
class Commons:
    """The turns at hosts and the delays these ask for; safe to share between threads."""

    turns: Turns = field(default_factory=LocalTurns)
    delays: Delays = field(default_factory=Delays)
    redis: SharedRedis | None = None

    @classmethod
    def on_redis(cls, url: str) -> Self:
        """Share with every worker on the same Redis."""
        redis = SharedRedis(url)
        return cls(turns=SharedTurns(redis), redis=redis)

    def close(self) -> None:
        """Let go of the connections."""
        if self.redis is not None:
            self.redis.close()


def polite_ask(policy: FetchPolicy, commons: Commons) -> Ask:
    """Return how a request of this policy reaches the web.

    A recording stands around it: ``Fetcher(…, asking=Recording(polite_ask(policy, commons)))``.
    """
    return Polite(
        ask,
        commons.turns,
        commons.delays,
        pace=_pace(policy),
        concurrency=policy.concurrency,
        patience=policy.timeout,
    )


def _pace(policy: FetchPolicy) -> Pace:
    """Let an article's few pages of one host be asked for at once, and then at its rate."""
    burst = 2 * policy.per_host
    return Pace(1 / policy.host_rate, burst, policy.per_host, policy.timeout + LEASE)
