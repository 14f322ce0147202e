"""No hostile URL and no redirect leads to an address that is forbidden: not one connection.

Every connection that this process tries to make is seen by an audit hook, so that a refusal
of the listener cannot be taken for one of the guard.
"""

import asyncio
import json
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from ipaddress import IPv4Address, ip_network
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from web import Answer, LocalWeb

from service.domain import Reply, Unread
from workers.delivering import post
from workers.fetching import AddressRefused, Fetcher, FetchPolicy, NameUnknown, guarded_client
from workers.fetching.archives import Archives
from workers.fetching.guard import GuardedBackend
from workers.fetching.urls import checked_url

HERE = "127.77.0.1"  # where the scripted web is: the one address that may be reached
WRITTEN = datetime(2020, 3, 10, tzinfo=UTC)
STATUSES = (301, 302, 303, 307, 308)
SIGNS = {"tab": "\t", "cr": "\r", "lf": "\n", "nul": "\0", "space": " "}
NAMES = {
    "localhost": ["127.0.0.1", "::1"],
    "localhost.": ["127.0.0.1", "::1"],
    "localhost.localdomain": ["127.0.0.1"],
    "ip6-localhost": ["::1"],
    "a.localhost": ["127.0.0.1"],
    "loopback.test": ["127.0.0.1"],
    "loopback6.test": ["::1"],
    "mapped.test": ["::ffff:127.0.0.1"],
    "private.test": ["10.1.2.3"],
    "metadata.test": ["169.254.169.254"],
    "metadata.google.internal": ["169.254.169.254"],
    "both.test": ["10.0.0.1", "127.0.0.1"],
    "zone.test": ["fe80::1%lo"],
    "127.0.0.1.wild.test": ["127.0.0.1"],
    "nat64.test": ["64:ff9b::7f00:1"],
    "many.test": ["127.0.0.1"] * 100,
}
_SEEN: list[tuple[str, int]] = []
_WATCHED: list[bool] = []


def _watch(event: str, arguments: tuple) -> None:
    if _WATCHED and event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        if isinstance(address, tuple):
            _SEEN.append((str(address[0]), int(address[1])))


sys.addaudithook(_watch)


@dataclass(frozen=True, slots=True)
class Grounds:
    """A web that may be reached, and the port of listeners that may not."""

    web: LocalWeb
    port: int
    policy: FetchPolicy
    resolving: dict[str, list[str]]

    def urls(self) -> list[str]:
        """The list, with the listeners' port and the named characters put in."""
        text = (Path(__file__).parent / "hostile_urls.txt").read_text(encoding="utf-8")
        signs = {"port": str(self.port), **SIGNS}
        urls = [line.split("\t")[0] for line in text.splitlines() if line and line[0] != "#"]
        for name, sign in signs.items():
            urls = [url.replace("{" + name + "}", sign) for url in urls]
        return urls

    def strangers(self) -> set[tuple[str, int]]:
        """The connections that were tried to anywhere but the web."""
        return {seen for seen in _SEEN if seen != (HERE, self.web.port)}


def _no_lookup_leaves(resolving: dict[str, list[str]]):
    """A resolver that knows ``resolving`` and numbers, and asks nobody."""
    real = socket.getaddrinfo

    def look_up(host, port, *args, **more):
        name = host.decode() if isinstance(host, bytes) else str(host or "")
        try:
            name = name.encode("idna").decode().lower()
        except UnicodeError:
            raise socket.gaierror(socket.EAI_NONAME, "no such name") from None
        if name not in resolving:
            more["flags"] = socket.AI_NUMERICHOST
            return real(name, port, *args, **more)
        return [
            (socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 0))
            for ip in resolving[name]
        ]

    return look_up


@pytest.fixture
def grounds(monkeypatch) -> Iterator[Grounds]:
    resolving = dict(NAMES)
    monkeypatch.setattr(socket, "getaddrinfo", _no_lookup_leaves(resolving))
    with (
        LocalWeb(ip=HERE) as web,
        socket.create_server(("127.0.0.1", 0)) as trap,
        socket.create_server(("::1", trap.getsockname()[1]), family=socket.AF_INET6),
    ):
        web.add("http://start.test/", "here")
        policy = FetchPolicy(
            timeout=20,
            connect_timeout=5,
            host_rate=100_000,
            robots=False,
            allow_networks=(ip_network(f"{HERE}/32"),),
            resolve=web.resolve("start.test", "gone.test", "archive.test"),
        )
        _SEEN.clear()
        _WATCHED.append(True)
        try:
            yield Grounds(web, trap.getsockname()[1], policy, resolving)
        finally:
            _WATCHED.clear()


def test_the_list_is_long_enough_and_holds_nothing_twice(grounds):
    urls = grounds.urls()
    assert len(urls) >= 200
    assert len(set(urls)) == len(urls)


async def test_no_hostile_url_reaches_anything_as_a_source(grounds):
    """Each is an Unread with a reason, and no connection is tried."""
    async with Fetcher(grounds.policy) as fetcher:
        outcomes = await fetcher.read_all(grounds.urls(), lambda reply: reply)
    assert [url for url, outcome in outcomes.items() if not isinstance(outcome, Unread)] == []
    assert all(outcome.obstacle for outcome in outcomes.values())
    assert set(_SEEN) == set()


def _location(url: str) -> dict[str, str]:
    """Write a redirect's target as a server would send it, its bytes as they are."""
    return {"Location": url.encode().decode("latin-1")}


@pytest.mark.parametrize("shape", ["at once", "after a hop", "after a failure", "of robots.txt"])
async def test_no_redirect_leads_to_a_hostile_url(grounds, shape):
    """With each status, at the first hop or the second, after a retry, and of robots.txt."""
    starts = []
    for n, url in enumerate(grounds.urls()):
        answer = Answer(status=STATUSES[n % 5], headers=_location(url))
        start = f"http://start.test/{n}"
        if shape == "of robots.txt":
            host = f"r{n}.test"
            start = f"http://{host}/"
            grounds.web.add(f"http://{host}/robots.txt", answer)
        elif shape == "after a hop":
            grounds.web.add(start, Answer(status=302, headers={"Location": f"/hop/{n}"}))
            grounds.web.add(f"http://start.test/hop/{n}", answer)
        else:
            first = [Answer(status=503, headers={"Retry-After": "0"})]
            grounds.web.add(
                start,
                answer
                if shape == "at once"
                else lambda _, first=first, answer=answer: first.pop() if first else answer,
            )
        starts.append(start)
    policy = replace(grounds.policy, robots=shape == "of robots.txt", resolve=grounds.web.resolve())
    async with Fetcher(policy) as fetcher:
        await fetcher.read_all(starts, lambda reply: reply)
    assert len(grounds.web.asked) >= len(starts)
    assert grounds.strangers() == set()


async def test_no_refresh_leads_there(grounds):
    """Neither the header nor the element leads past the guard."""
    trap = f"http://127.0.0.1:{grounds.port}/"
    body = f'<meta http-equiv="refresh" content="0;url={trap}"><p>here</p>'.encode()
    headers = {"Refresh": f"0; url={trap}", "Link": f"<{trap}>; rel=preload"}
    grounds.web.add("http://start.test/r", Answer(body, headers=headers))
    async with Fetcher(grounds.policy) as fetcher:
        await fetcher.fetch("http://start.test/r")
    assert (HERE, grounds.web.port) in _SEEN  # the hook sees what it should
    assert grounds.strangers() == set()


@pytest.mark.parametrize("kind", ["timegate", "timemap", "available", "template"])
async def test_no_archive_leads_to_a_hostile_url(grounds, kind):
    """Neither where it redirects to, nor what it lists, nor its own address."""
    urls = grounds.urls()
    templates = [f"http://archive.test/{n}/{{url}}" for n in range(len(urls))]
    for n, url in enumerate(urls):
        sent = url.encode().decode("latin-1")
        if kind == "timegate":
            answer = Answer(status=302, headers={"Location": sent})
        elif kind == "timemap":
            entry = f'<{url}>; rel="memento"; datetime="Tue, 10 Mar 2020 00:00:00 GMT"'
            answer = Answer(entry.encode(), headers={"Content-Type": "application/link-format"})
        else:
            closest = {"available": True, "url": url, "timestamp": "20200310000000"}
            body = json.dumps({"archived_snapshots": {"closest": closest}}).encode()
            answer = Answer(body, headers={"Content-Type": "application/json"})
        grounds.web.add(f"http://archive.test/{n}/http://gone.test/page", answer)
    if kind == "template":
        templates = [f"{url}?u={{url}}" for url in urls]

    async def take(snapshot):
        return snapshot

    async with Fetcher(grounds.policy) as fetcher:
        for template in templates:
            archives = Archives(fetcher, (template,))
            assert await archives.find("http://gone.test/page", WRITTEN, take) is None
    assert grounds.strangers() == set()


async def test_no_webhook_is_posted_to_a_hostile_url(grounds):
    for url in grounds.urls():
        answer = await post(url, {}, b"{}", guard=grounds.policy, seconds=20)
        assert answer.status is None, url
    assert set(_SEEN) == set()


@pytest.mark.parametrize("status", STATUSES)
async def test_no_webhook_follows_a_redirect(grounds, status):
    trap = f"http://127.0.0.1:{grounds.port}/"
    url = grounds.web.add("http://start.test/hook", Answer(status=status, headers=_location(trap)))
    answer = await post(url, {}, b"{}", guard=grounds.policy, seconds=20)
    assert (answer.status, answer.outcome) == (status, "status")
    assert grounds.strangers() == set()


async def test_a_name_that_changes_its_answer_is_connected_where_it_was_judged(grounds):
    """A resolver that gives a public and a forbidden address in turn: the latter is never tried."""
    turns: list[str] = []

    class Alternating(dict):
        def __getitem__(self, name):
            turns.append(name)
            return [HERE] if len(turns) % 2 else ["127.0.0.1"]

    port = grounds.web.port
    socket_wide = _no_lookup_leaves(Alternating({"rebind.test": []}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", socket_wide)
        grounds.web.add("http://rebind.test/", "here")
        got = []
        for _ in range(10):
            async with Fetcher(grounds.policy) as fetcher:
                got.append(type(await fetcher.fetch(f"http://rebind.test:{port}/")))
    assert len(turns) == 10
    assert got == [Reply, Unread] * 5
    assert grounds.strangers() == set()


async def test_of_a_name_with_public_and_private_addresses_only_the_public_is_tried(grounds):
    grounds.resolving["mixed.test"] = ["10.0.0.1", "127.0.0.1", HERE]
    grounds.web.add("http://mixed.test/", "here")
    async with Fetcher(grounds.policy) as fetcher:
        got = await fetcher.fetch(f"http://mixed.test:{grounds.web.port}/")
    assert isinstance(got, Reply)
    assert grounds.strangers() == set()


async def test_the_stand_in_of_one_host_opens_its_port_to_no_other(grounds):
    """The port of a stand-in is open for its host alone, also to a connection in the pool."""
    public = ip_network("93.184.215.14/32")
    backend = GuardedBackend((public,), frozenset({("93.184.215.14", 9)}))
    assert backend._judged(("93.184.215.14",), 9)
    policy = FetchPolicy(resolve=("start.test=http://93.184.215.14:9",))
    async with guarded_client(policy, timeout=5) as client:
        with pytest.raises(AddressRefused, match="port 9"):
            await client.get("http://93.184.215.14:9/")
    assert set(_SEEN) == set()


OCTETS = st.integers(0, 255)
FORBIDDEN = st.one_of(
    st.tuples(st.sampled_from([0, 10, 127]), OCTETS, OCTETS, OCTETS),
    st.tuples(st.just(192), st.just(168), OCTETS, OCTETS),
    st.tuples(st.just(169), st.just(254), OCTETS, OCTETS),
    st.tuples(st.just(100), st.integers(64, 127), OCTETS, OCTETS),
    st.tuples(st.just(172), st.integers(16, 31), OCTETS, OCTETS),
    st.tuples(st.integers(224, 255), OCTETS, OCTETS, OCTETS),
).map(lambda octets: int(IPv4Address(bytes(octets))))
NOTATIONS = st.sampled_from(["{}", "0x{:x}", "0X{:X}", "0{:o}", "000{:o}", "0x000{:x}"])

WRAPPED = st.sampled_from(
    [
        "::ffff:{:x}:{:x}",
        "::{:x}:{:x}",
        "64:ff9b::{:x}:{:x}",
        "2002:{:x}:{:x}::",
        "fe80::5efe:{:x}:{:x}",
        "2600::200:5efe:{:x}:{:x}",
        "2001:0:{:x}:{:x}::",
    ]
)


@st.composite
def spellings(draw) -> str:
    """One address in one of the notations of inet_aton(3), or wrapped into IPv6."""
    number = draw(FORBIDDEN)
    if draw(st.integers(0, 4)) == 0:
        high, low = number >> 16, number & 0xFFFF
        return f"[{draw(WRAPPED).format(high, low)}]"
    count = draw(st.integers(1, 4))
    leading = [(number >> (24 - 8 * n)) & 255 for n in range(count - 1)]
    parts = [*leading, number & ((1 << (8 * (5 - count))) - 1)]
    text = ".".join(draw(NOTATIONS).format(part) for part in parts)
    if draw(st.booleans()):
        text = text.translate({ord(d): ord("０") + int(d) for d in "0123456789"})
    return text + draw(st.sampled_from(["", "", "."]))


@given(spellings())
def test_no_spelling_of_a_forbidden_address_is_connected_to(host):
    """Whatever notation it is written in, it is refused or no name at all."""
    url = checked_url(f"http://{host}/")
    if isinstance(url, Unread):
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", _no_lookup_leaves({}))
        _WATCHED.append(True)
        _SEEN.clear()
        try:
            with pytest.raises((AddressRefused, NameUnknown)):
                asyncio.run(GuardedBackend(()).connect_tcp(url.host, 80, 5))
            assert _SEEN == []
        finally:
            _WATCHED.clear()
