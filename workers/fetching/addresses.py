"""An IP address in, whether it may be connected to out. Pure.

Sources: the IANA special-purpose address registries (RFC 6890), RFC 6052 for NAT64,
RFC 3056 for 6to4, RFC 4380 for Teredo.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# Public by Python's tables of 3.11, yet never a publisher: protocol assignments, 6to4
# relays, the host agent that one cloud puts at a public address, IETF protocols, and
# documentation.
NEVER = tuple(
    ip_network(text)
    for text in ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32", "2001::/23", "3fff::/20")
)
GLOBAL_UNICAST = IPv6Network("2000::/3")  # all that is handed out of IPv6, RFC 4291 section 2.4
NAT64 = IPv6Network("64:ff9b::/96")
ISATAP = frozenset({0x00005EFE, 0x02005EFE})
V4_COMPATIBLE = IPv6Network("::/96")


def parse(text: str) -> Address:
    """Read an address as a resolver gives it, with or without a zone.

    Raises:
        ValueError: if it is not an IP address.
    """
    return ip_address(text.partition("%")[0])


def is_allowed(address: Address, allowed: Iterable[Network] = ()) -> bool:
    """Whether ``address`` is public, or named by ``allowed``.

    An IPv6 address that carries an IPv4 one is never public; named, it is as allowed
    as the address it carries, so that no prefix opens what it only wraps.
    """
    networks = tuple(allowed)
    inner = carried(address)
    if is_named(address, networks):
        return inner is None or is_allowed(inner, networks)
    return inner is None and _is_public(address)


def is_named(address: Address, allowed: Iterable[Network]) -> bool:
    """Whether one of the networks holds the address."""
    return any(address.version == net.version and address in net for net in allowed)


def carried(address: Address) -> IPv4Address | None:
    """Return the IPv4 address inside a mapped, NAT64, 6to4, Teredo or ISATAP address."""
    if isinstance(address, IPv4Address):
        return None
    number = int(address)
    if address in NAT64 or (number >> 32) & 0xFFFFFFFF in ISATAP:
        return IPv4Address(number & 0xFFFFFFFF)
    if address in V4_COMPATIBLE and number > 1:
        return IPv4Address(number)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _is_public(address: Address) -> bool:
    return (
        (address.version == 4 or address in GLOBAL_UNICAST)  # noqa: PLR2004  the IP version
        and address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not is_named(address, NEVER)
    )
