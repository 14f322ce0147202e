"""Settings in, whether there is a way out of this machine at all out. I/O: sends nothing.

A UDP socket that is "connected" asks the kernel for a route and sends no packet; the
addresses are those that documentation uses (RFC 5737, RFC 3849), and belong to nobody.
"""

import os
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

from service.settings import Settings
from workers.cli.doctor.lines import Line, Section, told, well, wrong
from workers.cli.doctor.names import look_up

_NOBODY = ((socket.AF_INET, "192.0.2.1", "IPv4"), (socket.AF_INET6, "2001:db8::1", "IPv6"))
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
DISCARD = 9


def network(settings: Settings) -> Section:
    """Tell of routes, proxies and names; no third party is contacted."""
    lines = (_way_out(settings), *_proxies(), *_names(settings))
    return Section("Network (nobody is contacted but what you configured)", tuple(lines))


def _way_out(settings: Settings) -> Line:
    found = [name for family, address, name in _NOBODY if _has_route(family, address)]
    if found:
        return well("way out", f"there is a route by {' and '.join(found)}")
    words = "there is no route out of this machine"
    if settings.resolve:
        return told("way out", f"{words}; hosts with stand-ins are reached all the same")
    return wrong("way out", words, "Every source will be told as one that could not be checked.")


def _has_route(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((address, DISCARD))
    except OSError:
        return False
    return True


def _proxies() -> Iterator[Line]:
    """Name the proxies, never their values: these may hold a password."""
    found = [name for name in os.environ if name.lower() in _PROXIES and os.environ[name]]
    if found:
        words = f"{', '.join(sorted(found))} set in the environment, and ignored"
        advice = "Sources are reached directly, so that the guard sees every address."
        yield wrong("proxy", words, advice)


def _names(settings: Settings) -> Iterator[Line]:
    hosts = [host for url in _configured(settings) if (host := urlsplit(url).hostname)]
    if not hosts:
        yield told("names", "none was looked up: no host is configured, and no address given")
    for host in dict.fromkeys(hosts):
        found = look_up(host, settings)
        line = well if found.addresses else wrong
        yield line("names", f"{host}: {found.words}")


def _configured(settings: Settings) -> tuple[str, ...]:
    public = (settings.public_url,) if settings.public_url else ()
    return (*public, *settings.archives)
