"""Every trouble of the web becomes a value that says what it was, over real sockets."""

import time
from dataclasses import replace
from ipaddress import ip_network

import pytest
import troubles
from web import Answer

from service.domain import Access, Reply, SignName, Unread, sign
from workers.fetching import Fetcher, FetchPolicy

POLICY = FetchPolicy(
    timeout=4.0,
    connect_timeout=2.0,
    max_bytes=1_000_000,
    max_redirects=4,
    allow_networks=(ip_network("127.0.0.0/8"),),
)
URL = "https://news.example/story"


async def fetch(local_web, url=URL, policy=POLICY, hosts=()):
    async with Fetcher(replace(policy, resolve=local_web.resolve(*hosts))) as fetcher:
        return await fetcher.fetch(url)


async def test_a_page_comes_back_with_its_headers_and_decoded_body(local_web):
    local_web.page(URL, troubles.article("Title", "Words."), Last_Modified="yesterday")
    reply = await fetch(local_web)
    assert isinstance(reply, Reply)
    assert b"<h1>Title</h1>" in reply.content
    assert reply.headers["last-modified"] == "yesterday"
    assert (reply.url, reply.final_url, reply.redirects) == (URL, URL, ())


TROUBLES = [
    ("hang", troubles.hang, Access.TIMEOUT, "4 s"),
    ("slow drip", troubles.slow_drip, Access.TIMEOUT, "4 s"),
    ("redirect to itself", troubles.redirect(URL), Access.DEAD, "circle"),
    (
        "redirect to a private address",
        troubles.redirect("http://10.1.2.3/"),
        Access.REFUSED,
        "private",
    ),
    (
        "redirect to metadata",
        troubles.redirect("http://169.254.169.254/"),
        Access.REFUSED,
        "private",
    ),
    ("redirect to a file", troubles.redirect("file:///etc/passwd"), Access.REFUSED, "http"),
    (
        "redirect with a password",
        troubles.redirect("http://a:b@news.example/"),
        Access.REFUSED,
        "password",
    ),
    ("redirect to nowhere", Answer(b"", 302), Access.DEAD, "302"),
    ("redirect to nonsense", troubles.redirect("http://[oops"), Access.DEAD, "valid"),
    ("gzip bomb", troubles.gzip_bomb(64), Access.TOO_LARGE, "1 MB"),
    ("huge body", troubles.huge_body(64), Access.TOO_LARGE, "1 MB"),
    ("endless headers", troubles.endless_headers, Access.DEAD, "HTTP"),
    ("reset", troubles.reset, Access.DEAD, "broke"),
    ("cut short", troubles.cut_short, Access.DEAD, "broke"),
    ("not http", troubles.not_http, Access.DEAD, "HTTP"),
    (
        "false gzip",
        Answer(b"plain", headers={"Content-Encoding": "gzip"}),
        Access.UNSUPPORTED_TYPE,
        "unpacked",
    ),
    (
        "unasked packing",
        Answer(b"?", headers={"Content-Encoding": "br"}),
        Access.UNSUPPORTED_TYPE,
        "packed",
    ),
    (
        "gzip upon gzip",
        Answer(b"?", headers={"Content-Encoding": ", ".join(["gzip"] * 9)}),
        Access.UNSUPPORTED_TYPE,
        "unpacked",
    ),
    ("picture", troubles.picture(), Access.UNSUPPORTED_TYPE, "image/png"),
    ("400", troubles.status(400), Access.DEAD, "400"),
    ("401", troubles.status(401), Access.LOGIN, "401"),
    ("402", troubles.status(402), Access.PAYWALLED, "402"),
    ("403", troubles.status(403), Access.BOT_BLOCKED, "403"),
    ("404", troubles.status(404), Access.DEAD, "404"),
    ("410", troubles.status(410), Access.DEAD, "410"),
    ("429", troubles.rate_limited("120"), Access.RATE_LIMITED, "120 s"),
    ("429 that names no time", troubles.status(429), Access.RATE_LIMITED, "429"),
    ("451", troubles.status(451), Access.REFUSED, "451"),
    ("500", troubles.status(500), Access.DEAD, "500"),
    ("503", troubles.status(503), Access.RATE_LIMITED, "503"),
    ("504", troubles.status(504), Access.TIMEOUT, "504"),
]


@pytest.mark.parametrize(
    ("route", "access", "word"), [t[1:] for t in TROUBLES], ids=[t[0] for t in TROUBLES]
)
async def test_each_trouble_is_named_for_what_it_is(local_web, route, access, word):
    policy = replace(POLICY, timeout=0.7) if word == "4 s" else POLICY
    local_web.add(URL, route)
    outcome = await fetch(local_web, policy=policy)
    assert isinstance(outcome, Unread), outcome
    assert outcome.access is access, outcome.obstacle
    assert word.replace("4 s", "0.7 s") in outcome.obstacle
    assert outcome.url == URL


ADDRESSES = [
    ("http://127.0.0.1:1/", POLICY, Access.DEAD, "refuses the connection"),
    ("http://no-such-host.invalid/", POLICY, Access.DEAD, "does not resolve"),
    ("http://127.0.0.1/", FetchPolicy(), Access.REFUSED, "private"),
    ("http://2130706433/", FetchPolicy(), Access.REFUSED, "private"),
    ("http://0x7f.1/", FetchPolicy(), Access.REFUSED, "private"),
    ("http://[::ffff:127.0.0.1]/", FetchPolicy(), Access.REFUSED, "private"),
    ("http://[::1]/", FetchPolicy(), Access.REFUSED, "private"),
    ("http://user:pass@news.example/", POLICY, Access.REFUSED, "password"),
    ("ftp://news.example/", POLICY, Access.REFUSED, "http"),
    ("mailto:desk@news.example", POLICY, Access.REFUSED, "http"),
    ("javascript:alert(1)", POLICY, Access.REFUSED, "http"),
    ("data:text/html,hi", POLICY, Access.REFUSED, "http"),
    ("file:///etc/passwd", POLICY, Access.REFUSED, "http"),
    ("http://8.8.8.8:6379/", POLICY, Access.REFUSED, "port 6379"),
    ("http://", POLICY, Access.DEAD, "host"),
    ("http://[oops", POLICY, Access.DEAD, "valid"),
    ("http://news.example:99999/", POLICY, Access.DEAD, "valid"),
    ("http://" + "a" * 300 + "/", POLICY, Access.DEAD, ""),
    ("", POLICY, Access.REFUSED, ""),
    ("not a url at all", POLICY, Access.REFUSED, ""),
    ("http://x\x00y/", POLICY, Access.DEAD, "valid"),
]


@pytest.mark.parametrize(
    ("url", "policy", "access", "word"), ADDRESSES, ids=[repr(a[0])[:40] for a in ADDRESSES]
)
async def test_each_unusable_address_is_named_for_what_it_is(url, policy, access, word):
    async with Fetcher(policy) as fetcher:
        outcome = await fetcher.fetch(url)
    assert isinstance(outcome, Unread)
    assert outcome.access is access, outcome.obstacle
    assert word in outcome.obstacle


async def test_redirects_are_followed_across_hosts_and_remembered(local_web):
    local_web.add(URL, troubles.redirect("http://other.example/a?b=1#c"))
    local_web.add("http://other.example/a?b=1", troubles.redirect("../end", 301))
    local_web.page("http://other.example/end", "<p>arrived</p>")
    reply = await fetch(local_web)
    assert isinstance(reply, Reply)
    assert reply.final_url == "http://other.example/end"
    assert reply.redirects == (URL, "http://other.example/a?b=1")


async def test_too_many_redirects_are_our_limit_and_not_a_dead_page(local_web):
    def next_page(asked):
        return troubles.redirect(f"/{int(asked.path[1:]) + 1}")

    for number in range(10):
        local_web.add(f"http://news.example/{number}", next_page)
    outcome = await fetch(local_web, "http://news.example/0")
    assert (outcome.access, outcome.obstacle) == (Access.REFUSED, "it redirects more than 4 times")


async def test_a_page_that_sets_a_cookie_and_sends_back_is_no_circle(local_web):
    def consent(asked):
        if "seen=1" in asked.headers.get("cookie", ""):
            return Answer(b"<p>welcome</p>")
        return (
            troubles.redirect("/story", Set_Cookie="seen=1")
            if False
            else Answer(b"", 302, {"Location": "/story", "Set-Cookie": "seen=1; Path=/"})
        )

    local_web.add(URL, consent)
    reply = await fetch(local_web)
    assert isinstance(reply, Reply)


async def test_no_cookie_of_one_source_reaches_another(local_web):
    local_web.add(
        "http://news.example/a", Answer(b"<p>a</p>", headers={"Set-Cookie": "id=7; Path=/"})
    )
    local_web.page("http://news.example/b", "<p>b</p>")
    async with Fetcher(replace(POLICY, resolve=local_web.resolve())) as fetcher:
        await fetcher.fetch("http://news.example/a")
        await fetcher.fetch("http://news.example/b")
    assert all("cookie" not in asked.headers for asked in local_web.asked)


async def test_a_failure_that_passes_is_tried_once_more(local_web):
    answers = [Answer(b"", 503), Answer(b"<p>back</p>")]
    local_web.add(URL, lambda _: answers.pop(0))
    assert isinstance(await fetch(local_web), Reply)
    assert local_web.count(URL) == 2


async def test_a_short_retry_after_is_waited_for_and_a_long_one_is_not(local_web):
    answers = [troubles.rate_limited("0"), Answer(b"<p>back</p>")]
    local_web.add(URL, lambda _: answers.pop(0))
    local_web.add("http://busy.example/", troubles.rate_limited("3600"))
    assert isinstance(await fetch(local_web), Reply)
    assert (await fetch(local_web, "http://busy.example/")).access is Access.RATE_LIMITED
    assert local_web.count("http://busy.example/") == 1


async def test_offline_no_request_is_made_and_it_says_so(local_web):
    local_web.page(URL, "<p>here</p>")
    outcome = await fetch(local_web, policy=replace(POLICY, offline=True))
    assert (outcome.access, outcome.obstacle) == (Access.REFUSED, "offline: no request was made")
    assert local_web.asked == []


async def test_the_user_agent_is_the_policys(local_web):
    local_web.page(URL, "<p>here</p>")
    await fetch(local_web, policy=replace(POLICY, user_agent="Checker/9 (desk@news.example)"))
    assert {a.headers["user-agent"] for a in local_web.asked} == {"Checker/9 (desk@news.example)"}


async def test_one_url_cited_often_is_asked_for_once_whatever_its_fragment(local_web):
    local_web.page(URL, "<p>here</p>")
    urls = [URL, f"{URL}#a", URL, f"{URL}#b"]
    async with Fetcher(replace(POLICY, resolve=local_web.resolve())) as fetcher:
        outcomes = await fetcher.read_all(urls, lambda reply: reply)
    assert list(outcomes) == [URL, f"{URL}#a", f"{URL}#b"]
    assert all(outcome.url == url for url, outcome in outcomes.items())
    assert local_web.count(URL) == 1


async def test_a_hundred_troubled_sources_harm_no_good_one(local_web):
    kinds = [t[1] for t in TROUBLES if t[0] not in {"huge body", "gzip bomb", "redirect to itself"}]
    bad = [local_web.add(f"http://bad{n}.example/", kinds[n % len(kinds)]) for n in range(100)]
    good = [local_web.page(f"http://good{n}.example/", f"<p>{n}</p>") for n in range(20)]
    told = []
    policy = replace(POLICY, timeout=1.5, resolve=local_web.resolve())
    async with Fetcher(policy) as fetcher:
        outcomes = await fetcher.read_all(
            bad + good, lambda reply: reply, on_done=lambda url, outcome: told.append(url)
        )
    assert [outcomes[url].content for url in good] == [f"<p>{n}</p>".encode() for n in range(20)]
    assert all(isinstance(outcomes[url], Unread) for url in bad)
    assert sorted(told) == sorted(bad + good)


async def test_no_more_than_the_allowed_number_ask_one_host_at_once(local_web):
    now, most = [0], [0]

    def slow(_):
        now[0] += 1
        most[0] = max(most[0], now[0])
        time.sleep(0.05)
        now[0] -= 1
        return Answer(b"<p>x</p>")

    urls = [local_web.add(f"http://news.example/{n}", slow) for n in range(8)]
    policy = replace(POLICY, per_host=2, resolve=local_web.resolve())
    async with Fetcher(policy) as fetcher:
        await fetcher.read_all(urls, lambda reply: reply)
    assert most[0] <= 2


async def test_sources_of_different_hosts_are_fetched_at_the_same_time(local_web):
    """All twenty requests are in the air before the first is answered."""
    arrived = []

    def wait_for_all(_):
        arrived.append(1)
        while len(arrived) < 20:
            time.sleep(0.005)
        return Answer(b"<p>x</p>")

    urls = [local_web.add(f"http://host{n}.example/", wait_for_all) for n in range(20)]
    async with Fetcher(replace(POLICY, resolve=local_web.resolve())) as fetcher:
        outcomes = await fetcher.read_all(urls, lambda reply: reply)
    assert all(isinstance(outcome, Reply) for outcome in outcomes.values())


async def test_a_page_that_brings_its_reader_to_fall_sinks_no_other(local_web):
    """Its trouble is ours, and so it is told; the log names no address."""
    bad = local_web.page(f"{URL}/bad", "bad")
    good = local_web.page(URL, "good")

    def read(reply):
        assert reply.content == b"good"
        return "read"

    async with Fetcher(replace(POLICY, resolve=local_web.resolve())) as fetcher:
        found = await fetcher.read_all([bad, good], read)
    assert found[good] == "read"
    assert found[bad].signs == (sign(SignName.INTERNAL_ERROR, "reading the source"),)


async def test_read_all_keeps_what_was_read_and_not_the_bytes(local_web):
    good = local_web.page(URL, "<p>here</p>")
    bad = local_web.add("http://bad.example/", troubles.status(404))
    async with Fetcher(replace(POLICY, resolve=local_web.resolve())) as fetcher:
        read = await fetcher.read_all([good, bad], lambda reply: len(reply.content))
    assert read[good] == 11
    assert read[bad].access is Access.DEAD
