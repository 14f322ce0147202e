"""A host is asked at its pace, by all workers together, and left alone when it says so."""

import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from ipaddress import ip_network

import pytest
import troubles
from fixtures_record import _valkey
from web import TEXT, Answer

from service.domain import Access, Reply
from service.settings import Settings
from workers.collecting import fetch_policy
from workers.fetching import Commons, Fetcher, FetchPolicy
from workers.fetching.politeness import LocalTurns, Pace
from workers.fetching.politeness.asking import MAX_DELAY
from workers.fetching.politeness.shared import SharedTurns
from workers.fetching.politeness.turns import MAX_HOSTS
from workers.fetching.sharing import SharedRedis

POLICY = FetchPolicy(
    timeout=4.0,
    connect_timeout=2.0,
    host_rate=1000.0,
    robots=False,
    allow_networks=(ip_network("127.0.0.0/8"),),
)
URL = "http://news.example/story"
ROBOTS = "http://news.example/robots.txt"
SLOW = Pace(interval=1000.0, burst=3, seats=100)
NOBODY = "redis://127.0.0.1:1/0"  # where no Redis listens

TAKE = """
import asyncio, sys
from workers.fetching.politeness import Pace
from workers.fetching.politeness.shared import SharedTurns
from workers.fetching.sharing import SharedRedis
turns = SharedTurns(SharedRedis(sys.argv[1]))
async def go():
    tokens = [f"{sys.argv[2]}-{n}" for n in range(6)]
    return [await turns.take("news.example", Pace(1000.0, 5, 100), t) for t in tokens]
print(sum(wait is None for wait in asyncio.run(go())))
"""


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(params=["local", "shared"])
def turns(request):
    if request.param == "local":
        yield LocalTurns()
        return
    redis = SharedRedis(request.getfixturevalue("redis_url"))
    yield SharedTurns(redis)
    redis.close()


def policy_for(local_web, **changes):
    return replace(POLICY, resolve=local_web.resolve(), **changes)


async def test_after_a_rest_a_burst_is_given_and_then_one_an_interval(turns):
    given = [await turns.take("a.example", SLOW, str(n)) for n in range(4)]
    assert given[:3] == [None, None, None]
    assert 0 < given[3].seconds <= SLOW.interval
    assert not given[3].is_held
    assert await turns.take("b.example", SLOW, "x") is None


async def test_in_the_long_run_it_is_one_an_interval_by_the_clock():
    clock = Clock()
    turns = LocalTurns(clock)
    pace = Pace(interval=0.5, burst=3, seats=1000)
    given = 0
    for step in range(200):
        clock.now = 100.0 + step * 0.1
        given += await turns.take("a.example", pace, str(step)) is None
    assert given == 3 + 39  # 19.9 s at two a second, after the burst


async def test_no_more_seats_are_taken_than_there_are_until_one_is_given_back(turns):
    pace = Pace(interval=0.000001, burst=100, seats=2)
    assert await turns.take("a.example", pace, "one") is None
    assert await turns.take("a.example", pace, "two") is None
    assert await turns.take("a.example", pace, "three") is not None
    await turns.leave("a.example", "one")
    assert await turns.take("a.example", pace, "three") is None


async def test_a_seat_that_is_never_given_back_is_free_when_its_lease_is_over():
    clock = Clock()
    turns = LocalTurns(clock)
    pace = Pace(interval=0.000001, burst=100, seats=1, lease=30)
    assert await turns.take("a.example", pace, "lost") is None
    clock.now += 31
    assert await turns.take("a.example", pace, "next") is None


async def test_a_held_host_gives_no_turn_and_the_longer_of_two_holds_stays(turns):
    await turns.hold("a.example", 500.0)
    await turns.hold("a.example", 5.0)
    wait = await turns.take("a.example", SLOW, "x")
    assert wait.is_held
    assert 400 < wait.seconds <= 500


async def test_hosts_at_rest_are_forgotten_and_held_ones_are_not():
    clock = Clock()
    turns = LocalTurns(clock)
    await turns.hold("held.example", 900.0)
    for number in range(MAX_HOSTS + 5):
        await turns.take(f"h{number}.example", replace(SLOW, interval=0.1), "t")
        await turns.leave(f"h{number}.example", "t")
        clock.now += 0.05
    assert (await turns.take("held.example", SLOW, "x")).is_held
    assert len(turns._hosts) <= MAX_HOSTS


def test_two_processes_share_one_pace(redis_url):
    """However they interleave, both together get one burst."""
    command = [sys.executable, "-c", TAKE, redis_url]
    both = [
        subprocess.Popen([*command, name], stdout=subprocess.PIPE, text=True) for name in ("a", "b")
    ]
    assert sum(int(process.communicate()[0]) for process in both) == 5


async def test_a_retry_after_that_one_worker_sees_holds_the_others_back(local_web, redis_url):
    local_web.add(URL, troubles.rate_limited("120"))
    local_web.page("http://news.example/other", "<p>x</p>")
    ours, theirs = Commons.on_redis(redis_url), Commons.on_redis(redis_url)
    async with Fetcher(policy_for(local_web), commons=ours) as fetcher:
        await fetcher.fetch(URL)
    async with Fetcher(policy_for(local_web), commons=theirs) as fetcher:
        outcome = await fetcher.fetch("http://news.example/other")
    assert outcome.access is Access.RATE_LIMITED
    assert "left alone" in outcome.obstacle
    assert len(local_web.asked) == 1
    ours.close()
    theirs.close()


async def test_a_short_retry_after_is_waited_for_by_whoever_asks_next(local_web):
    """The host refuses whoever comes back before the second it asked for is over."""
    since = []

    def busy(asked):
        since.append(asked.at)
        if asked.at - since[0] < 0.9:
            return Answer(b"", 503, {"Retry-After": "1"})
        return Answer(b"<p>x</p>")

    urls = [local_web.add(f"http://news.example/{n}", busy) for n in range(3)]
    async with Fetcher(policy_for(local_web, per_host=1)) as fetcher:
        outcomes = await fetcher.read_all(urls, lambda reply: reply)
    assert all(isinstance(outcome, Reply) for outcome in outcomes.values())
    assert len(local_web.asked) == 4


async def test_no_answer_shuts_a_host_for_longer_than_an_hour(local_web):
    local_web.add(URL, troubles.rate_limited("999999999"))
    commons = Commons()
    async with Fetcher(policy_for(local_web), commons=commons) as fetcher:
        await fetcher.fetch(URL)
    assert (await commons.turns.take("news.example", SLOW, "x")).seconds <= 3600


async def test_waiting_for_a_slow_host_is_not_held_against_those_who_wait(local_web):
    """Eight pages of 0.25 s, one at a time, with a second for each."""
    urls = [
        local_web.add(f"http://news.example/{n}", Answer(b"<p>x</p>", delay=0.25)) for n in range(8)
    ]
    policy = policy_for(local_web, per_host=1, timeout=1.0)
    async with Fetcher(policy) as fetcher:
        outcomes = await fetcher.read_all(urls, lambda reply: reply)
    assert all(isinstance(outcome, Reply) for outcome in outcomes.values())


async def test_who_waits_for_a_slow_host_keeps_nobody_from_another(local_web):
    """With one request in the air at most, the third page of a slow host comes last."""
    slow = [local_web.page(f"http://slow.example/{n}", "<p>x</p>") for n in range(3)]
    quick = [local_web.page(f"http://quick{n}.example/", "<p>x</p>") for n in range(4)]
    policy = policy_for(local_web, per_host=1, concurrency=1, host_rate=1.0)
    async with Fetcher(policy) as fetcher:
        await fetcher.read_all(slow + quick, lambda reply: reply)
    assert [asked.host for asked in local_web.asked][-1] == "slow.example"


@pytest.mark.parametrize(("said", "kept"), [("2", 2.0), ("0.5", 0.5), ("86400", MAX_DELAY)])
async def test_a_crawl_delay_is_kept_up_to_a_bound(local_web, said, kept):
    local_web.page(ROBOTS, f"User-agent: *\nCrawl-delay: {said}\n", media_type=TEXT)
    local_web.page(URL, "<p>x</p>")
    commons = Commons()
    async with Fetcher(policy_for(local_web, robots=True), commons=commons) as fetcher:
        assert isinstance(await fetcher.fetch(URL), Reply)
    assert commons.delays.of("news.example") == kept
    assert Pace(0.1, 8, 4).slowed(kept) == Pace(kept, 1, 4)


async def test_with_a_redis_that_is_away_fetching_goes_on_at_this_process_own_pace(local_web):
    urls = [local_web.page(f"http://news.example/{n}", "<p>x</p>") for n in range(3)]
    commons = Commons.on_redis(NOBODY)
    async with Fetcher(policy_for(local_web), commons=commons) as fetcher:
        outcomes = await fetcher.read_all(urls, lambda reply: reply)
    assert all(isinstance(outcome, Reply) for outcome in outcomes.values())
    assert await commons.turns.take("h.example", replace(SLOW, burst=1), "a") is None
    assert await commons.turns.take("h.example", replace(SLOW, burst=1), "b") is not None
    commons.close()


async def test_a_redis_that_is_killed_on_the_way_costs_no_source(local_web, tmp_path):
    urls = [local_web.page(f"http://news.example/{n}", "<p>x</p>") for n in range(4)]
    server = ExitStack()
    url = server.enter_context(_valkey(tmp_path))
    commons = Commons.on_redis(url)
    try:
        async with Fetcher(policy_for(local_web), commons=commons) as fetcher:
            before = await fetcher.fetch(urls[0])
            server.close()
            after = await fetcher.read_all(urls[1:], lambda reply: reply)
    finally:
        server.close()
        commons.close()
    assert all(isinstance(outcome, Reply) for outcome in (before, *after.values()))


async def test_requests_say_who_asks_and_how_to_reach_them(local_web):
    local_web.page(URL, "<p>x</p>")
    settings = Settings(
        fetch_contact="https://paper.example/bot",
        fetch_robots=False,
        resolve=local_web.resolve(),
        allow_networks="127.0.0.0/8",
    )
    async with Fetcher(fetch_policy(settings)) as fetcher:
        await fetcher.fetch(URL)
    agent = local_web.asked[0].headers["user-agent"]
    assert agent.startswith("Sourceproof/")
    assert "https://paper.example/bot" in agent


def test_without_a_contact_it_is_the_address_of_the_service():
    assert "https://checks.example" in Settings(public_url="https://checks.example").user_agent
    assert Settings().user_agent == FetchPolicy().user_agent
    assert Settings(fetch_user_agent="Desk/1").user_agent == "Desk/1"


@pytest.mark.parametrize("bad", ["two\r\nlines: yes", "ж"])
def test_a_contact_that_no_header_can_hold_is_refused_or_left_out(bad):
    with pytest.raises(ValueError, match="fetch_contact"):
        Settings(fetch_contact=bad)
    assert bad not in Settings(public_url=bad).user_agent


async def test_rules_for_another_robot_that_our_contact_names_are_not_for_us(local_web):
    """Only the product token is matched (RFC 9309, section 2.2.1)."""
    local_web.page(ROBOTS, "User-agent: googlebot\nDisallow: /\n", media_type=TEXT)
    local_web.page(URL, "<p>x</p>")
    agent = "Sourceproof/9 (not googlebot; desk@paper.example)"
    policy = policy_for(local_web, robots=True, user_agent=agent)
    async with Fetcher(policy) as fetcher:
        assert isinstance(await fetcher.fetch(URL), Reply)
