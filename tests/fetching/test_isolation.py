"""Nothing of one source reaches another, and no answer may be larger or longer than it may."""

from dataclasses import replace
from ipaddress import ip_network

import pytest
from web import Answer

from service.domain import Access, Reply, Unread
from workers.delivering import post
from workers.fetching import Fetcher, FetchPolicy

POLICY = FetchPolicy(
    robots=False,
    timeout=2,
    connect_timeout=1,
    host_rate=100_000,
    allow_networks=(ip_network("127.0.0.1/32"),),
)


async def fetched(local_web, url, **more):
    policy = replace(POLICY, resolve=local_web.resolve(), **more)
    async with Fetcher(policy) as fetcher:
        return await fetcher.fetch(url)


@pytest.mark.parametrize(
    "cookie",
    [
        "a=1",
        "a=1; Domain=second.test",
        "a=1; Domain=.second.test; Path=/",
        "a=1; Domain=test",
        "a=1; Domain=.test",
        "a=1; Domain=",
        "a=1; Domain=127.0.0.1",
        "__Host-a=1; Secure; Path=/",
    ],
)
async def test_a_cookie_of_one_host_is_not_sent_to_the_next_of_a_redirect(local_web, cookie):
    """Whatever domain it claims (RFC 6265, section 5.3)."""
    away = {"Location": "http://second.test/", "Set-Cookie": cookie}
    local_web.add("http://first.test/", Answer(status=302, headers=away))
    local_web.page("http://second.test/", "<p>here</p>")
    assert isinstance(await fetched(local_web, "http://first.test/"), Reply)
    assert "cookie" not in local_web.asked[-1].headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_tells_the_next_host_nothing_of_the_first(local_web, status):
    """No Referer, no Authorization, no Origin; not even where the first one asks for it."""
    away = {
        "Location": "http://second.test/",
        "Referrer-Policy": "unsafe-url",
        "WWW-Authenticate": "Basic",
    }
    local_web.add("http://first.test/secret?token=1", Answer(status=status, headers=away))
    local_web.page("http://second.test/", "<p>here</p>")
    await fetched(local_web, "http://first.test/secret?token=1")
    told = local_web.asked[-1]
    assert told.host == "second.test"
    assert told.headers.keys().isdisjoint({"referer", "authorization", "origin", "cookie"})
    assert "token" not in str(told.headers)


async def test_no_login_is_taken_from_the_environment(local_web, tmp_path, monkeypatch):
    """A .netrc of the operator is for the operator."""
    netrc = tmp_path / ".netrc"
    netrc.write_text("default login me password secret\n", encoding="ascii")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    local_web.page("http://first.test/", "<p>here</p>")
    await fetched(local_web, "http://first.test/")
    assert "authorization" not in local_web.asked[-1].headers


def _endless(asked, lines: bytes) -> None:
    """Write ``lines`` again and again, until the reader goes or the web closes."""
    try:
        asked.connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not asked.closing.wait(0.001):
            asked.connection.sendall(lines)
    except OSError:
        return


ENDLESS = {
    "headers": b"X-A: b\r\n" * 500,
    "one header": b"a" * 5_000,
    "cookies": b"Set-Cookie: a=b\r\n" * 500,
}


@pytest.mark.parametrize("kind", ENDLESS)
async def test_an_endless_head_is_given_up_by_sources_and_webhooks_alike(local_web, kind):
    local_web.add("http://first.test/", lambda asked: _endless(asked, ENDLESS[kind]))
    assert isinstance(await fetched(local_web, "http://first.test/"), Unread)
    policy = replace(POLICY, resolve=local_web.resolve())
    answer = await post("http://first.test/", {}, b"{}", guard=policy, seconds=5)
    assert answer.status is None


async def test_answers_that_are_none_drip_no_longer_than_the_time_of_a_source(local_web):
    """Interim answers without end (RFC 9110, section 15.2) count against the whole."""

    def drip(asked) -> None:
        try:
            while not asked.closing.wait(0.05):
                asked.connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        except OSError:
            return

    local_web.add("http://first.test/", drip)
    outcome = await fetched(local_web, "http://first.test/")
    assert outcome.access is Access.TIMEOUT


async def test_a_large_cookie_is_not_carried_along_for_ever(local_web):
    """Each hop may set one of 50 kB; the hops are counted, so the whole ends."""
    local_web.add(
        "http://first.test/",
        lambda asked: Answer(
            status=302,
            headers={
                "Location": f"/?{len(local_web.asked)}",
                "Set-Cookie": f"c{len(local_web.asked)}={'x' * 50_000}",
            },
        ),
    )
    outcome = await fetched(local_web, "http://first.test/")
    assert isinstance(outcome, Unread)
    assert len(local_web.asked) <= POLICY.max_redirects + 2
