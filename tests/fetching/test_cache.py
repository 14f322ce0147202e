"""What was read is not asked for again while it holds; what failed always is."""

import asyncio
import os
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from dataclasses import replace
from email.utils import formatdate
from ipaddress import ip_network

import pytest
import redis
import troubles
from fixtures_record import _valkey
from web import TEXT, Answer

from service.domain import Access, Reply, Submission, SuppliedSource
from service.settings import Settings
from workers.collecting import collect, open_commons
from workers.fetching import Commons, Fetcher, FetchPolicy
from workers.fetching.cache import FolderShelf, ShelfSize
from workers.fetching.cache.shared import SharedShelf
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
SIZE = ShelfSize(1_000_000, 3600.0)

FETCH = """
import asyncio, sys
from ipaddress import ip_network
from pathlib import Path
from workers.fetching import Commons, Fetcher, FetchPolicy
from workers.fetching.cache import ShelfSize
at, kind, resolve, *urls = sys.argv[1:]
policy = FetchPolicy(resolve=tuple(resolve.split(",")), robots=False, host_rate=1000.0,
                     allow_networks=(ip_network("127.0.0.0/8"),))
size = ShelfSize(1_000_000, 3600.0)
commons = Commons.on_redis(at, size) if kind == "shared" else Commons.in_folder(Path(at), size)
async def go():
    async with Fetcher(policy, commons=commons) as fetcher:
        return await fetcher.read_all(urls, lambda reply: reply)
print(*sorted(type(o).__name__ for o in asyncio.run(go()).values()))
"""


@pytest.fixture(params=["folder", "shared"])
def place(request, tmp_path):
    """Where answers are kept: a folder, or the Redis of all workers."""
    shared = request.param == "shared"
    return request.param, request.getfixturevalue("redis_url") if shared else str(tmp_path / "kept")


@pytest.fixture
def commons(place):
    """Opens what another process would have at the same place."""
    opened = []

    def another():
        kind, at = place
        opened.append(
            Commons.on_redis(at, SIZE) if kind == "shared" else Commons.in_folder(path(at), SIZE)
        )
        return opened[-1]

    yield another
    for one in opened:
        one.close()


def path(text):
    from pathlib import Path  # noqa: PLC0415  a name that fixtures use too

    return Path(text)


def said(reply):
    """What a report tells of a reply, the moment of its receipt included."""
    return reply.content, reply.status, reply.final_url, reply.redirects, reply.retrieved_at


async def fetch(local_web, commons, url=URL, *, policy=POLICY, **more):
    made = replace(policy, resolve=local_web.resolve())
    async with Fetcher(made, commons=commons) as fetcher:
        return await fetcher.fetch(url, **more)


async def test_what_holds_is_not_asked_for_again_by_another_worker(local_web, commons):
    local_web.page(URL, "<p>here</p>", Cache_Control="max-age=60")
    first = await fetch(local_web, commons())
    second = await fetch(local_web, commons())
    assert said(second) == said(first)
    assert local_web.count(URL) == 1


async def test_what_no_longer_holds_is_asked_about_and_read_from_the_shelf(local_web, commons):
    """A 304 carries no body, and yet the page is there, dated anew."""

    def route(asked):
        if asked.headers.get("if-none-match") == '"v1"':
            return Answer(b"", 304, {"ETag": '"v1"'})
        return Answer(b"<p>here</p>", headers={"ETag": '"v1"', "Cache-Control": "no-cache"})

    local_web.add(URL, route)
    first = await fetch(local_web, commons())
    second = await fetch(local_web, commons())
    assert (first.content, second.content) == (b"<p>here</p>", b"<p>here</p>")
    assert second.retrieved_at > first.retrieved_at
    assert [a.headers.get("if-none-match") for a in local_web.asked] == [None, '"v1"']


async def test_a_page_that_changed_is_read_anew_and_kept(local_web, commons):
    headers = {"Last-Modified": formatdate(0, usegmt=True), "Cache-Control": "max-age=0"}
    answers = [Answer(b"<p>old</p>", headers=headers), Answer(b"<p>new</p>", headers=headers)]
    local_web.add(URL, lambda _: answers.pop(0))
    assert (await fetch(local_web, commons())).content == b"<p>old</p>"
    assert (await fetch(local_web, commons())).content == b"<p>new</p>"
    assert "if-modified-since" in local_web.asked[1].headers


async def test_a_304_about_another_answer_is_not_believed(local_web, commons):
    def route(asked):
        if "if-none-match" in asked.headers:
            return Answer(b"", 304, {"ETag": '"other"'})
        return Answer(b"<p>here</p>", headers={"ETag": '"v1"', "Cache-Control": "no-cache"})

    local_web.add(URL, route)
    await fetch(local_web, commons())
    assert (await fetch(local_web, commons())).content == b"<p>here</p>"
    assert local_web.count(URL) == 3


async def test_a_304_that_nobody_asked_for_is_no_page(local_web, commons):
    local_web.add(URL, Answer(b"", 304))
    assert not isinstance(await fetch(local_web, commons()), Reply)


FAILURES = [
    troubles.status(404, Cache_Control="public, max-age=600"),
    troubles.status(410, Cache_Control="public, max-age=600"),
    troubles.status(403, Cache_Control="public, max-age=600"),
    troubles.status(500, Cache_Control="public, max-age=600"),
    troubles.cut_short,
    troubles.reset,
    troubles.huge_body(64),
    troubles.redirect("/elsewhere", 302, Cache_Control="max-age=600"),
]


@pytest.mark.parametrize("trouble", FAILURES, ids=range(len(FAILURES)))
async def test_a_failure_is_asked_for_again(local_web, tmp_path, trouble):
    local_web.add(URL, trouble)
    commons = Commons.in_folder(tmp_path, SIZE)
    await fetch(local_web, commons)
    before = local_web.count(URL)
    local_web.page(URL, "<p>back</p>")
    assert isinstance(await fetch(local_web, commons), Reply)
    assert local_web.count(URL) == before + 1


async def test_a_failure_does_not_drive_out_what_was_kept_and_is_told(local_web, commons):
    headers = {"ETag": '"v1"', "Cache-Control": "no-cache"}
    answers = [Answer(b"<p>x</p>", headers=headers), Answer(b"", 404), Answer(b"", 304)]
    local_web.add(URL, lambda _: answers.pop(0))
    assert isinstance(await fetch(local_web, commons()), Reply)
    assert (await fetch(local_web, commons())).access is Access.DEAD
    assert (await fetch(local_web, commons())).content == b"<p>x</p>"


async def test_requests_of_their_own_neither_read_the_shelf_nor_fill_it(local_web, commons):
    local_web.page(URL, "<p>x</p>", Cache_Control="max-age=60")
    local_web.page("http://news.example/two", "<p>x</p>", Cache_Control="max-age=60")
    past = {"Accept-Datetime": formatdate(0, usegmt=True)}
    await fetch(local_web, commons(), headers=past)
    await fetch(local_web, commons())
    await fetch(local_web, commons(), headers=past)
    await fetch(local_web, commons(), private=True)
    assert local_web.count(URL) == 4


async def test_what_is_answered_to_a_cookie_is_not_kept(local_web, commons):
    """A page that sets a cookie and sends back shows what is that visitor's alone."""

    def consent(asked):
        if "cookie" in asked.headers:
            return Answer(b"<p>hello 7</p>", headers={"Cache-Control": "public, max-age=600"})
        return Answer(b"", 302, {"Location": "/story", "Set-Cookie": "id=7; Path=/"})

    local_web.add(URL, consent)
    assert isinstance(await fetch(local_web, commons()), Reply)
    assert isinstance(await fetch(local_web, commons()), Reply)
    assert local_web.count(URL) == 4


async def test_drafts_and_private_sources_are_not_kept_and_cited_ones_are(local_web, tmp_path):
    draft = "http://cms.example/draft"
    secret, public = "http://share.example/secret", "http://share.example/public"
    local_web.page(draft, f'<article><p>It <a href="{public}">says so</a> here.</p></article>')
    for url in (secret, public):
        local_web.page(url, f"<p>{'It says so here. ' * 9}</p>", Cache_Control="max-age=600")
    submission = Submission(url=draft, sources=(SuppliedSource(url=secret, private=True),))
    policy = replace(POLICY, resolve=local_web.resolve())
    for _ in range(2):
        commons = Commons.in_folder(tmp_path, SIZE)
        async with Fetcher(policy, commons=commons) as fetcher:
            await collect(submission, fetcher, settings=Settings())
    assert [local_web.count(url) for url in (draft, secret, public)] == [2, 2, 1]


async def test_robots_is_remembered_for_other_runs_and_decides_before_the_shelf(local_web, commons):
    """A page that is kept is not given once the site forbids it."""
    local_web.page(URL, "<p>x</p>", Cache_Control="max-age=600")
    policy = replace(POLICY, robots=True)
    local_web.page(ROBOTS, "User-agent: *\nAllow: /\n", media_type=TEXT, Cache_Control="max-age=0")
    assert isinstance(await fetch(local_web, commons(), policy=policy), Reply)
    local_web.add(ROBOTS, troubles.robots("/story"))
    for _ in range(2):
        outcome = await fetch(local_web, commons(), policy=policy)
        assert outcome.access is Access.ROBOTS_DISALLOWED
    assert (local_web.count(ROBOTS), local_web.count(URL)) == (2, 1)


@pytest.mark.parametrize(("status", "times"), [(404, 1), (500, 2), (429, 2), (403, 2)])
async def test_of_hosts_without_rules_only_that_there_are_none_is_remembered(
    local_web, commons, status, times
):
    local_web.page(URL, "<p>x</p>")
    local_web.add(ROBOTS, troubles.status(status))
    for _ in range(2):
        await fetch(local_web, commons(), policy=replace(POLICY, robots=True))
    assert local_web.count(ROBOTS) == times


async def test_what_the_guard_no_longer_lets_through_is_not_given(local_web, commons):
    url = f"{local_web.address}/inside"
    local_web.page("http://127.0.0.1/inside", "<p>x</p>", Cache_Control="max-age=600")
    assert isinstance(await fetch(local_web, commons(), url), Reply)
    shut = replace(POLICY, allow_networks=())
    assert (await fetch(local_web, commons(), url, policy=shut)).access is Access.REFUSED


async def test_offline_only_what_is_kept_is_given_and_a_smaller_limit_still_holds(
    local_web, commons
):
    local_web.page(URL, "<p>x</p>" * 100, Cache_Control="max-age=600")
    assert isinstance(await fetch(local_web, commons()), Reply)
    asked, without = len(local_web.asked), replace(POLICY, offline=True)
    assert isinstance(await fetch(local_web, commons(), policy=without), Reply)
    other = await fetch(local_web, commons(), URL + "/other", policy=without)
    assert other.access is Access.REFUSED
    assert len(local_web.asked) == asked
    small = await fetch(local_web, commons(), policy=replace(POLICY, max_bytes=100))
    assert small.access is Access.TOO_LARGE


async def test_a_permanent_redirect_is_kept_and_its_target_judged_anew(local_web, commons):
    local_web.add(URL, troubles.redirect("http://other.example/end", 301))
    local_web.page("http://other.example/end", "<p>x</p>")
    first = await fetch(local_web, commons())
    second = await fetch(local_web, commons())
    assert said(second) == said(first)
    assert len(local_web.asked) == 2


async def test_a_broken_entry_is_asked_for_again_and_replaced(local_web, tmp_path):
    local_web.page(URL, "<p>x</p>", Cache_Control="max-age=600")
    for damage in (b"", b"SPC1 and nothing", None):
        await fetch(local_web, Commons.in_folder(tmp_path, SIZE))
        (entry,) = tmp_path.glob("*/*.answer")
        entry.write_bytes(entry.read_bytes()[:-1] if damage is None else damage)
    assert isinstance(await fetch(local_web, Commons.in_folder(tmp_path, SIZE)), Reply)
    assert isinstance(await fetch(local_web, Commons.in_folder(tmp_path, SIZE)), Reply)
    assert local_web.count(URL) == 4


async def test_a_folder_that_cannot_be_used_costs_nothing_but_the_saving(local_web, tmp_path):
    local_web.page(URL, "<p>x</p>", Cache_Control="max-age=600")
    (tmp_path / "file").write_text("no folder")
    for _ in range(2):
        outcome = await fetch(local_web, Commons.in_folder(tmp_path / "file", SIZE))
        assert isinstance(outcome, Reply)
    assert local_web.count(URL) == 2


async def test_a_redis_that_is_killed_is_a_shelf_with_nothing_on_it(local_web, tmp_path):
    local_web.page(URL, "<p>x</p>", Cache_Control="max-age=600")
    server = ExitStack()
    commons = Commons.on_redis(server.enter_context(_valkey(tmp_path)), SIZE)
    try:
        assert isinstance(await fetch(local_web, commons), Reply)
        server.close()
        assert isinstance(await fetch(local_web, commons), Reply)
    finally:
        server.close()
        commons.close()
    assert local_web.count(URL) == 2


async def keys_of(shelf, keys):
    return [key for key in keys if await shelf.get(key) is not None]


@pytest.mark.parametrize("kind", ["folder", "shared"])
async def test_there_is_never_more_than_the_size_allows_and_the_newest_stay(
    kind, tmp_path, request
):
    size = ShelfSize(100_000, 3600.0)
    shared = SharedRedis(request.getfixturevalue("redis_url")) if kind == "shared" else None
    shelf = FolderShelf(tmp_path, size) if shared is None else SharedShelf(shared, size)
    keys = [f"{n:064x}"[::-1] for n in range(40)]
    for number, key in enumerate(keys):
        await shelf.put(key, bytes(9_000))
        if shared is None:  # files made in one tick of the clock are of one age
            os.utime(shelf._path(key), (time.time() - 100 + number,) * 2)
    left = await keys_of(shelf, keys)
    assert 8 <= len(left) <= 11
    if kind == "folder":
        assert left == keys[-len(left) :]
        assert sum(file.stat().st_size for file in tmp_path.glob("*/*")) <= 100_000
    await shelf.put(keys[0], bytes(50_000))  # too much of the whole for one
    assert await shelf.get(keys[0]) is None
    if shared is not None:
        shared.close()


async def test_the_index_on_redis_forgets_what_ended_and_counts_right(redis_url):
    shared = SharedRedis(redis_url)
    shelf = SharedShelf(shared, ShelfSize(1_000_000, 1.0))
    await shelf.put("one", b"x" * 100)
    await shelf.put("one", b"x" * 60)
    await shelf.put("two", b"x" * 30)
    await shelf.drop("two")
    with redis.Redis.from_url(redis_url) as server:
        assert int(server.get("sourceproof:answers:total")) == 60
        while server.exists("sourceproof:answers:one"):  # noqa: ASYNC110  Redis has the clock
            await asyncio.sleep(0.05)
        await asyncio.sleep(1.0)
        await shelf.put("three", b"x" * 10)
        assert int(server.get("sourceproof:answers:total")) == 10
        assert server.zcard("sourceproof:answers:ends") == 1
    shared.close()


async def test_the_sweep_erases_from_the_folder_what_is_too_old_and_what_was_left(tmp_path):
    shelf = FolderShelf(tmp_path, ShelfSize(100_000, 3600.0))
    await shelf.put("a" * 64, b"old")
    await shelf.put("b" * 64, b"new")
    litter = tmp_path / "cc" / "half.tmp"
    litter.parent.mkdir()
    litter.write_bytes(b"half")
    long_ago = time.time() - 4000
    for one in (shelf._path("a" * 64), litter):
        os.utime(one, (long_ago, long_ago))
    assert await shelf.get("a" * 64) is None
    await shelf.sweep()
    assert [file.name for file in tmp_path.glob("*/*")] == ["b" * 64 + ".answer"]


def test_nothing_is_kept_longer_than_the_retention_and_nothing_where_it_is_off(tmp_path):
    kept = open_commons(Settings(data_dir=tmp_path, retention_days=2))
    assert kept.shelf._size.max_age == 2 * 86_400
    assert open_commons(Settings(data_dir=tmp_path, fetch_cache=False)).shelf is None


def test_two_processes_on_one_shelf_are_safe(local_web, place):
    """They read and write the same entries at once, and get every page."""
    kind, at = place
    urls = [
        local_web.page(f"http://h{n}.example/", f"<p>{n}</p>" * 50, Cache_Control="max-age=600")
        for n in range(30)
    ]
    command = [sys.executable, "-c", FETCH, at, kind, ",".join(local_web.resolve()), *urls]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0].split() for process in both] == [["Reply"] * 30] * 2
    assert 30 <= len(local_web.asked) <= 60


def at_once(local_web, commons, times):
    """Fetch the URL in threads with a loop each, as articles in one process are."""
    outcomes = []
    together = threading.Barrier(times)
    policy = replace(POLICY, resolve=local_web.resolve())

    async def go(shared):
        async with Fetcher(policy, commons=shared) as fetcher:
            together.wait()
            outcomes.append(await fetcher.fetch(URL))

    threads = [threading.Thread(target=asyncio.run, args=(go(commons()),)) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def waiting_for(local_web, answer, seconds=0.6):
    local_web.add(URL, replace(answer, delay=seconds))


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"<p>x</p>"),
        Answer(b"<p>x</p>", headers={"Cache-Control": "private, no-store"}),
        Answer(b"", 404),
    ],
    ids=["kept", "never kept", "dead"],
)
def test_forty_articles_at_once_make_one_request(local_web, answer):
    """In one process whatever comes of it goes to all who asked for it meanwhile."""
    waiting_for(local_web, answer, 1.5)
    commons = Commons()
    outcomes = at_once(local_web, lambda: commons, 40)
    assert len({outcome.access if answer.status == 404 else 0 for outcome in outcomes}) == 1
    assert len(outcomes) == 40
    assert local_web.count(URL) == 1


def test_workers_that_ask_at_once_wait_for_the_one_that_fetches(local_web, redis_url):
    waiting_for(local_web, Answer(b"<p>x</p>"))
    opened = [Commons.on_redis(redis_url, SIZE) for _ in range(6)]
    waiting = list(opened)
    outcomes = at_once(local_web, waiting.pop, 6)
    assert [outcome.content for outcome in outcomes] == [b"<p>x</p>"] * 6
    assert local_web.count(URL) == 1
    for one in opened:
        one.close()


async def test_where_the_one_that_fetches_is_stopped_another_does(local_web):
    """A run that is cancelled takes nobody's source with it."""
    local_web.add(URL, Answer(b"<p>x</p>", delay=0.4))
    commons = Commons()
    first = asyncio.create_task(fetch(local_web, commons))
    while not local_web.asked:  # noqa: ASYNC110  it is in another thread
        await asyncio.sleep(0.01)
    second = asyncio.create_task(fetch(local_web, commons))
    await asyncio.sleep(0.05)
    first.cancel()
    assert isinstance(await second, Reply)
    with pytest.raises(asyncio.CancelledError):
        await first


async def test_who_checks_again_asks_about_whatever_was_kept_before(local_web, commons):
    def route(asked):
        if "if-none-match" in asked.headers:
            return Answer(b"", 304)
        return Answer(b"<p>x</p>", headers={"ETag": '"v1"', "Cache-Control": "max-age=600"})

    local_web.add(URL, route)
    first = await fetch(local_web, commons())
    again = await fetch(local_web, commons(), policy=replace(POLICY, confirm=True))
    assert isinstance(again, Reply)
    assert again.retrieved_at > first.retrieved_at
    await fetch(local_web, commons())
    assert local_web.count(URL) == 2
