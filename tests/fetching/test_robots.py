"""robots.txt is honoured, asked for once a host, and never turned into a dead link."""

from dataclasses import replace
from ipaddress import ip_network

import pytest
import troubles
from web import TEXT, Answer

from service.domain import Access, Reply
from workers.fetching import Fetcher, FetchPolicy

POLICY = FetchPolicy(
    timeout=3.0,
    connect_timeout=0.5,
    user_agent="Sourceproof/0.1 (tests)",
    allow_networks=(ip_network("127.0.0.0/8"),),
)
URL = "http://news.example/story"
ROBOTS = "http://news.example/robots.txt"


async def fetch_all(local_web, *urls, policy=POLICY):
    async with Fetcher(replace(policy, resolve=local_web.resolve())) as fetcher:
        return list((await fetcher.read_all(urls, lambda reply: reply)).values())


async def test_a_forbidden_page_is_not_asked_for(local_web):
    local_web.page(URL, "<p>secret</p>")
    local_web.add(ROBOTS, troubles.robots("/story"))
    (outcome,) = await fetch_all(local_web, URL)
    assert outcome.access is Access.ROBOTS_DISALLOWED
    assert local_web.count(URL) == 0


async def test_rules_for_our_own_name_go_before_those_for_all(local_web):
    local_web.page(URL, "<p>open</p>")
    text = "User-agent: *\nDisallow: /\n\nUser-agent: sourceproof\nAllow: /\n"
    local_web.page(ROBOTS, text, media_type=TEXT)
    (outcome,) = await fetch_all(local_web, URL)
    assert isinstance(outcome, Reply)


async def test_robots_is_asked_for_once_a_host(local_web):
    urls = [local_web.page(f"http://news.example/{n}", "<p>x</p>") for n in range(6)]
    await fetch_all(local_web, *urls)
    assert local_web.count(ROBOTS) == 1


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429])
async def test_a_host_without_rules_forbids_nothing(local_web, status):
    """RFC 9309, section 2.3.1.3."""
    local_web.page(URL, "<p>open</p>")
    local_web.add(ROBOTS, troubles.status(status))
    (outcome,) = await fetch_all(local_web, URL)
    assert isinstance(outcome, Reply)


async def test_rules_that_the_server_fails_to_give_forbid_and_it_says_so(local_web):
    """RFC 9309, section 2.3.1.4."""
    local_web.page(URL, "<p>open</p>")
    local_web.add(ROBOTS, troubles.status(500))
    (outcome,) = await fetch_all(local_web, URL)
    assert outcome.access is Access.ROBOTS_DISALLOWED
    assert "500" in outcome.obstacle
    assert local_web.count(URL) == 0


async def test_a_host_that_hangs_at_its_robots_is_a_timeout(local_web):
    local_web.page(URL, "<p>open</p>")
    local_web.add(ROBOTS, troubles.hang)
    (outcome,) = await fetch_all(local_web, URL)
    assert outcome.access is Access.TIMEOUT


async def test_a_redirect_into_a_forbidden_part_is_not_followed(local_web):
    local_web.add(URL, troubles.redirect("http://other.example/closed"))
    local_web.page("http://other.example/closed", "<p>secret</p>")
    local_web.add("http://other.example/robots.txt", troubles.robots("/closed"))
    (outcome,) = await fetch_all(local_web, URL)
    assert outcome.access is Access.ROBOTS_DISALLOWED
    assert local_web.count("http://other.example/closed") == 0


async def test_a_robots_that_is_no_robots_forbids_nothing(local_web):
    local_web.page(URL, "<p>open</p>")
    local_web.add(ROBOTS, Answer(bytes(range(256)) * 40))
    (outcome,) = await fetch_all(local_web, URL)
    assert isinstance(outcome, Reply)


async def test_robots_may_move(local_web):
    local_web.page(URL, "<p>open</p>")
    local_web.add(ROBOTS, troubles.redirect("http://cdn.example/rules", 301))
    local_web.add("http://cdn.example/rules", troubles.robots("/story"))
    (outcome,) = await fetch_all(local_web, URL)
    assert outcome.access is Access.ROBOTS_DISALLOWED


async def test_an_operator_may_turn_robots_off(local_web):
    local_web.page(URL, "<p>open</p>")
    local_web.add(ROBOTS, troubles.robots("/"))
    (outcome,) = await fetch_all(local_web, URL, policy=replace(POLICY, robots=False))
    assert isinstance(outcome, Reply)
    assert local_web.count(ROBOTS) == 0
