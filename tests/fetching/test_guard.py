"""The guard connects to no address that it has not checked."""

import socket
from ipaddress import ip_address, ip_network

import httpx2
import pytest
from web import LocalWeb

from workers.fetching.addresses import is_allowed
from workers.fetching.guard import AddressRefused, NameUnknown, guarded_client, resolve_targets
from workers.fetching.policy import FetchPolicy

LOOPBACK = (ip_network("127.0.0.0/8"),)

FORBIDDEN = [
    "0.0.0.0",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.8.8.8",
    "168.63.129.16",
    "169.254.169.254",
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.254",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2600::5efe:7f00:1",
]

PUBLIC = ["1.1.1.1", "8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "2001:4860:4860::8888"]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_no_address_that_is_not_plainly_public_is_allowed(text):
    assert not is_allowed(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_address_is_allowed(text):
    assert is_allowed(ip_address(text))


def test_a_named_network_is_allowed_and_no_other():
    assert is_allowed(ip_address("127.0.0.9"), LOOPBACK)
    assert not is_allowed(ip_address("10.0.0.1"), LOOPBACK)


def test_naming_a_wrapping_prefix_does_not_open_what_it_wraps():
    nat64 = (ip_network("64:ff9b::/96"),)
    assert is_allowed(ip_address("64:ff9b::808:808"), nat64)
    assert not is_allowed(ip_address("64:ff9b::7f00:1"), nat64)


HOSTILE_HOSTS = [
    "127.0.0.1",
    "localhost",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "017700000001",
    "127.1",
    "0",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]",
    "169.254.169.254",
    "10.0.0.1",
]


@pytest.mark.parametrize("host", HOSTILE_HOSTS)
async def test_a_hostile_spelling_of_a_private_address_reaches_no_listener(local_web, host):
    async with guarded_client(FetchPolicy(), timeout=5) as client:
        with pytest.raises(AddressRefused):
            await client.get(f"http://{host}:{local_web.port}/")
    assert local_web.asked == []


async def test_a_name_that_answers_otherwise_the_second_time_is_connected_where_it_was_checked(
    local_web, monkeypatch
):
    """The lookup happens once a connection: a rebinding answer has nothing to rebind."""
    asked = []

    def rebinding(host, *_, **__):
        asked.append(host)
        address = "203.0.113.9" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    async with guarded_client(FetchPolicy(), timeout=5) as client:
        with pytest.raises(AddressRefused):
            await client.get(f"http://rebind.example:{local_web.port}/")
    assert asked == ["rebind.example"]
    assert local_web.asked == []


async def test_the_name_stays_in_the_host_header_of_a_resolved_host(local_web):
    local_web.page("https://news.example/story", "<p>here</p>")
    policy = FetchPolicy(resolve=local_web.resolve(), allow_networks=LOOPBACK)
    async with guarded_client(policy, timeout=5) as client:
        reply = await client.get("https://news.example/story")
    assert reply.text == "<p>here</p>"
    assert local_web.asked[0].host == "news.example"


async def test_the_guard_judges_the_address_of_a_resolved_host_too(local_web):
    local_web.page("http://news.example/", "<p>here</p>")
    async with guarded_client(FetchPolicy(resolve=local_web.resolve()), timeout=5) as client:
        with pytest.raises(AddressRefused):
            await client.get("http://news.example/")
    assert local_web.asked == []


async def test_www_is_another_host(local_web):
    local_web.page("http://news.invalid/", "<p>here</p>")
    policy = FetchPolicy(resolve=local_web.resolve(), allow_networks=LOOPBACK)
    async with guarded_client(policy, timeout=5) as client:
        with pytest.raises(NameUnknown):
            await client.get("http://www.news.invalid/")


async def test_an_odd_port_of_a_public_address_is_refused():
    async with guarded_client(FetchPolicy(), timeout=5) as client:
        with pytest.raises(AddressRefused, match="port 22"):
            await client.get("http://8.8.8.8:22/")


async def test_the_environment_names_no_proxy_for_us(local_web: LocalWeb, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    local_web.page("http://news.example/", "<p>here</p>")
    policy = FetchPolicy(resolve=local_web.resolve(), allow_networks=LOOPBACK)
    async with guarded_client(policy, timeout=5) as client:
        assert (await client.get("http://news.example/")).status_code == 200


async def test_guard_errors_are_connect_errors_for_callers_that_need_not_know():
    async with guarded_client(FetchPolicy(), timeout=5) as client:
        with pytest.raises(httpx2.ConnectError):
            await client.get("http://127.0.0.1/")


@pytest.mark.parametrize(
    "pair", ["news.example", "=http://127.0.0.1:1", "a=https://1.2.3.4", "a=http://b:1"]
)
def test_a_resolve_pair_that_names_no_address_is_an_error(pair):
    with pytest.raises(ValueError, match=r"pair|address"):
        resolve_targets([pair])
