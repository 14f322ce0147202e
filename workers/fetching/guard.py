"""A guarded HTTP client: it connects only to an address it has checked. I/O.

The name is resolved here, every address is judged, and the connection goes to that
very address, so an answer that changes between check and use changes nothing. TLS and
the Host header still carry the name. The judging happens at each connection, hence at
each redirect and each retry. Used for sources and for webhooks alike.
"""

import socket
import ssl
from collections.abc import Iterable
from functools import cache
from typing import Protocol
from urllib.parse import urlsplit

import anyio
import anyio.to_thread
import httpcore2
import httpx2

from workers.fetching.addresses import Network, is_allowed, is_named, parse

PORTS = frozenset({80, 443, 8080, 8443})
MAX_ADDRESSES = 4  # tried for one name, in the resolver's order
DNS_THREADS = 64  # a lookup that hangs holds a thread, never another lookup


class GuardPolicy(Protocol):
    """What the guard needs to know; ``FetchPolicy`` and ``Settings`` both fit."""

    @property
    def allow_networks(self) -> tuple[Network, ...]:
        """Networks that may be reached although they are private."""

    @property
    def resolve(self) -> tuple[str, ...]:
        """Pairs "host=http://ip:port"."""


class AddressRefused(httpx2.ConnectError):
    """The address or port is not one that may be connected to."""


class NameUnknown(httpx2.ConnectError):
    """The host name does not resolve; ``is_answer`` says whether the name service said so."""

    def __init__(self, message: str, *, is_answer: bool) -> None:
        super().__init__(message)
        self.is_answer = is_answer


def guarded_transport(
    policy: GuardPolicy, *, max_connections: int = 100
) -> httpx2.AsyncHTTPTransport:
    """Return a transport that refuses forbidden addresses and honours ``resolve``."""
    return GuardedTransport(policy, max_connections=max_connections)


def guarded_client(
    policy: GuardPolicy, *, timeout: float, user_agent: str | None = None
) -> httpx2.AsyncClient:
    """Return a client behind the guard; ``timeout`` is in seconds, for each wait.

    It follows no redirects and takes nothing from the environment. A refused address
    raises ``AddressRefused``, an unknown host ``NameUnknown``; both are
    ``httpx2.ConnectError``.
    """
    headers = {"User-Agent": user_agent} if user_agent else None
    return httpx2.AsyncClient(
        transport=guarded_transport(policy),
        timeout=timeout,
        headers=headers,
        trust_env=False,
        follow_redirects=False,
    )


class GuardedTransport(httpx2.AsyncHTTPTransport):
    """httpx2's transport over a pool whose connections are checked."""

    def __init__(self, policy: GuardPolicy, *, max_connections: int) -> None:
        super().__init__(verify=_trusted(), trust_env=False)
        self._targets = resolve_targets(policy.resolve)
        # httpx2 offers no seam for a network backend, so the pool it made is replaced by
        # one of the same kind. No connection is open yet.
        self._pool = _pool(GuardedBackend(policy.allow_networks), max_connections)
        # Stand-ins may have any port. Their connections are apart, so that neither the
        # port nor a connection that is open serves a URL that names the address itself.
        self._stand_ins: _StandIns | None = None
        if self._targets:
            opened = GuardedBackend(policy.allow_networks, frozenset(self._targets.values()))
            self._stand_ins = _StandIns(_pool(opened, max_connections))

    async def aclose(self) -> None:
        """Close what is open."""
        await super().aclose()
        if self._stand_ins is not None:
            await self._stand_ins.aclose()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send the request, to the stand-in of its host where ``resolve`` names one."""
        target = self._targets.get(request.url.host.lower())
        if target is None or self._stand_ins is None:
            return await super().handle_async_request(request)
        address, port = target
        moved = httpx2.Request(
            request.method,
            request.url.copy_with(scheme="http", host=address, port=port),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        return await self._stand_ins.handle_async_request(moved)


class _StandIns(httpx2.AsyncHTTPTransport):
    """httpx2's transport to the stand-ins that ``resolve`` names."""

    def __init__(self, pool: httpcore2.AsyncConnectionPool) -> None:
        super().__init__(trust_env=False, verify=False)  # it is plain http, and this is replaced
        self._pool = pool


class GuardedBackend(httpcore2.AsyncNetworkBackend):
    """Opens TCP connections to checked addresses only; ``targets`` may have any port."""

    def __init__(
        self, allowed: Iterable[Network], targets: frozenset[tuple[str, int]] = frozenset()
    ) -> None:
        self._allowed = tuple(allowed)
        self._targets = targets
        self._inner = httpcore2.AnyIOBackend()
        self._lookups = anyio.CapacityLimiter(DNS_THREADS)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  the signature is httpcore2's
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Resolve, judge, and connect to the first judged address that answers.

        Raises:
            AddressRefused: if no address of the host may be connected to.
            NameUnknown: if the host has no address.
        """
        addresses = self._judged(await self._lookup(host, timeout), port)
        failure: Exception | None = None
        for address in addresses[:MAX_ADDRESSES]:
            try:
                return await self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as err:
                failure = err
        raise failure or NameUnknown("the host has no address", is_answer=True)

    async def _lookup(self, host: str, seconds: float | None) -> tuple[str, ...]:
        try:
            with anyio.fail_after(seconds):
                return await anyio.to_thread.run_sync(
                    _addresses_of, host, abandon_on_cancel=True, limiter=self._lookups
                )
        except TimeoutError as err:
            raise NameUnknown("the name service did not answer", is_answer=False) from err

    def _judged(self, addresses: tuple[str, ...], port: int) -> tuple[str, ...]:
        """Keep the addresses that may be reached at this port.

        Raises:
            AddressRefused: if none may.
        """
        kept = tuple(text for text in addresses if is_allowed(parse(text), self._allowed))
        if addresses and not kept:
            raise AddressRefused("the address is private or reserved")
        open_ports = tuple(text for text in kept if self._is_port_open(text, port))
        if kept and not open_ports:
            raise AddressRefused(f"port {port} is not one for web pages")
        return open_ports

    def _is_port_open(self, text: str, port: int) -> bool:
        return (
            port in PORTS or (text, port) in self._targets or is_named(parse(text), self._allowed)
        )


@cache
def _trusted() -> ssl.SSLContext:
    """Make what judges certificates, by the authorities that this machine trusts.

    Once in a process: to read the authorities takes 20 ms and some megabytes, and each client
    would read them three times. Authorities added later are seen by the next process.
    """
    return httpx2.create_ssl_context(trust_env=False)


def _pool(backend: "GuardedBackend", max_connections: int) -> httpcore2.AsyncConnectionPool:
    return httpcore2.AsyncConnectionPool(
        ssl_context=_trusted(),
        max_connections=max_connections,
        max_keepalive_connections=20,
        keepalive_expiry=5.0,
        network_backend=backend,
    )


def resolve_targets(pairs: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Read "host=http://ip:port" pairs into host -> (ip, port).

    Raises:
        ValueError: if a pair is not of that form.
    """
    targets: dict[str, tuple[str, int]] = {}
    for pair in pairs:
        host, separator, url = pair.partition("=")
        parts = urlsplit(url.strip())
        if not separator or not host.strip() or parts.scheme != "http" or parts.hostname is None:
            raise ValueError(f"not a host=http://ip:port pair: {pair}")
        targets[host.strip().lower()] = (str(parse(parts.hostname)), parts.port or 80)
    return targets


def _addresses_of(host: str) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except socket.gaierror as err:
        is_answer = err.errno in {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", None)}
        raise NameUnknown("the host name does not resolve", is_answer=is_answer) from err
    except (OSError, UnicodeError) as err:  # a name that no resolver takes
        raise NameUnknown("the host name does not resolve", is_answer=True) from err
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
