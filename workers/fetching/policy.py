"""FetchPolicy: what may be opened, how long, how much, how many at once. Pure."""

from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network

from service.domain.product import user_agent

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """The limits of fetching, each by the name of its setting without ``fetch_``.

    ``timeout`` and ``connect_timeout`` are seconds; ``timeout`` covers one source in
    all, redirects, one retry and a slow body included, but not the wait for its host's
    turn. ``host_rate`` is requests a second to one host, in the long run. ``confirm``:
    of what is kept from before each is asked about. ``max_bytes`` counts the
    decoded body. ``resolve`` holds "host=http://ip:port" pairs: any URL of that very
    host is fetched there, over plain http, under its own Host header, and the guard
    still judges the address. ``allow_networks`` may be reached although private.
    """

    timeout: float = 20.0
    connect_timeout: float = 8.0
    max_bytes: int = 10_000_000
    max_redirects: int = 8
    concurrency: int = 32
    per_host: int = 4
    host_rate: float = 2.0
    robots: bool = True
    user_agent: str = field(default_factory=user_agent)
    allow_networks: tuple[Network, ...] = ()
    resolve: tuple[str, ...] = ()
    offline: bool = False
    confirm: bool = False
