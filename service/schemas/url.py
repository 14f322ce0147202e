"""A URL as a caller wrote it in, its soundness out. Pure: syntax only, nothing is resolved.

The guard of the fetcher checks the address connected to, each time; what stands
here only tells the caller at once what can never work.
"""

import socket
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

PRIVATE_ADDRESS = (
    "The URL points to a private, loopback or reserved address, which this service reaches only "
    "where its operator allows it (SOURCEPROOF_ALLOW_NETWORKS)."
)
MAX_URL = 8_000  # code points; the longest that common servers accept

# Names that RFC 6761 and cloud platforms keep for the machine or network at hand.
_LOCAL_SUFFIXES = (".localhost", ".local", ".internal", ".home.arpa", ".localdomain")
_LOOPBACK = IPv4Address("127.0.0.1")
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052


def check_web_url(url: str) -> str:
    """Return ``url`` when it is an absolute http(s) URL with a host and no user name.

    Raises ``ValueError`` with the reason in plain words.
    """
    if len(url) > MAX_URL:
        raise ValueError(f"The URL is longer than {MAX_URL} characters.")
    if any(c.isspace() or ord(c) < 32 or ord(c) == 127 for c in url):  # noqa: PLR2004  ASCII controls
        raise ValueError("A URL holds no white space or control characters.")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as err:
        raise ValueError("This is not a URL.") from err
    if parts.scheme.lower() not in {"http", "https"}:
        raise ValueError("The URL must begin with http:// or https://.")
    if not host:
        raise ValueError("The URL names no host.")
    if parts.username is not None or parts.password is not None:
        raise ValueError("The URL must not hold a user name or password.")
    return url


def check_callback_url(url: str, allowed: Iterable[Network] = ()) -> str:
    """Return ``url`` when a webhook may be sent there, as far as its words tell.

    ``allowed`` are private networks that the operator opened. Raises ``ValueError``.
    """
    check_web_url(url)
    host = (urlsplit(url).hostname or "").rstrip(".")
    networks = tuple(allowed)
    if any(not _may_reach(address, networks) for address in _addresses_of(host)):
        raise ValueError(PRIVATE_ADDRESS)
    if host.endswith(_LOCAL_SUFFIXES) and not networks:
        raise ValueError("The URL names a host of a private network.")
    return url


def _addresses_of(host: str) -> tuple[Address, ...]:
    """Give the addresses that a host spells out, in any notation that resolvers accept."""
    if host == "localhost":
        return (_LOOPBACK,)
    try:
        return (ip_address(host.split("%", 1)[0]),)
    except ValueError:
        pass
    try:
        # As connect() would read them: "2130706433", "0x7f.1", "0177.0.0.1".
        return (IPv4Address(socket.inet_aton(host)),)
    except (OSError, UnicodeError):
        return ()


def _may_reach(address: Address, allowed: tuple[Network, ...]) -> bool:
    inner = _unwrapped(address)
    if any(a in network for a in (address, inner) for network in allowed):
        return True
    return inner.is_global and not inner.is_multicast


def _unwrapped(address: Address) -> Address:
    """Give the IPv4 address inside a mapped, 6to4, NAT64 or Teredo one."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address
