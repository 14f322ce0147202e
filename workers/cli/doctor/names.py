"""A host in, the addresses that its name leads to out. I/O: asks the name service."""

import socket
import threading
from dataclasses import dataclass

from service.settings import Settings
from workers.fetching.addresses import parse
from workers.fetching.guard import resolve_targets

PATIENCE = 10.0  # seconds; the resolver itself may wait for minutes


@dataclass(frozen=True, slots=True)
class Found:
    """Addresses, and how they were come by; none where ``words`` say why."""

    addresses: tuple[str, ...]
    words: str
    stand_in: tuple[str, int] | None = None


def look_up(host: str, settings: Settings) -> Found:
    """Look up a host as a fetch would: its stand-in, itself where it is an address, its name."""
    stand_in = _stand_in(host, settings)
    if stand_in is not None:
        words = f"asked at {stand_in[0]} port {stand_in[1]} instead, as RESOLVE says"
        return Found((stand_in[0],), words, stand_in)
    try:
        return Found((str(parse(host)),), "is an address itself")
    except ValueError:
        return _asked(host)


def _stand_in(host: str, settings: Settings) -> tuple[str, int] | None:
    try:
        return resolve_targets(settings.resolve).get(host.lower())
    except ValueError:
        return None


def _asked(host: str) -> Found:
    """Ask in a thread of its own, which is left behind where the resolver hangs."""
    got: list[Found] = []
    asking = threading.Thread(target=lambda: got.append(_resolved(host)), daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return got[0] if got else Found((), f"the name service did not answer in {PATIENCE:g} s")


def _resolved(host: str) -> Found:
    try:
        rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as err:
        known = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
        if err.errno in known:
            return Found((), "the name service knows no such name")
        return Found((), "the name service did not answer")
    except (OSError, UnicodeError):
        return Found((), "this is no name that can be looked up")
    addresses = tuple(dict.fromkeys(str(row[4][0]) for row in rows))
    return Found(addresses, f"leads to {', '.join(addresses)}")
