"""The web as it really is, on loopback: every trouble served for real, with what it must be called.

Each ``Fault`` names the access, the reader's access and the sign that decides. ``SOUND`` are
pages that only look like trouble, and must be read. ``serve`` puts them all on a local web.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from web import LocalWeb

from faultweb.addresses import ADDRESSES
from faultweb.answers import ANSWERS
from faultweb.connections import CONNECTIONS
from faultweb.detours import DETOURS
from faultweb.errors import ERRORS
from faultweb.fault import (
    CONNECT_TIMEOUT,
    MAX_BYTES,
    MAX_REDIRECTS,
    SENTENCES,
    TIMEOUT,
    Fault,
    story,
)
from faultweb.files import FILES
from faultweb.prices import PRICES
from faultweb.sound import SOUND
from faultweb.walls import WALLS

__all__ = ["FAULTS", "LIMITS", "SENTENCES", "SOUND", "Fault", "environ_of", "serve", "story"]

LIMITS = {
    "timeout": TIMEOUT,
    "connect_timeout": CONNECT_TIMEOUT,
    "max_bytes": MAX_BYTES,
    "max_redirects": MAX_REDIRECTS,
}

FAULTS: tuple[Fault, ...] = (
    *ADDRESSES,
    *ANSWERS,
    *CONNECTIONS,
    *DETOURS,
    *ERRORS,
    *FILES,
    *PRICES,
    *WALLS,
)


def serve(web: LocalWeb, faults: Iterable[Fault]) -> tuple[str, ...]:
    """Serve each fault at its own host; give the pairs by which all of these are found."""
    hosts: dict[str, None] = {}
    for fault in faults:
        for url, route in fault.routes.items():
            web.add(url, route)
            hosts[urlsplit(url).hostname or ""] = None
    return web.resolve(*hosts)


def environ_of(resolve: Iterable[str]) -> dict[str, str]:
    """Give the environment in which the command finds the fault web, within its limits."""
    limits = {f"SOURCEPROOF_FETCH_{name.upper()}": f"{value:g}" for name, value in LIMITS.items()}
    return {
        **limits,
        "SOURCEPROOF_RESOLVE": ",".join(resolve),
        "SOURCEPROOF_ALLOW_NETWORKS": "127.0.0.0/8",
        "SOURCEPROOF_FETCH_MAX_BYTES": str(MAX_BYTES),
    }
