"""Pages come in no faster than they are read, once many megabytes wait."""

import threading
import time
from dataclasses import replace
from ipaddress import ip_network

from web import Answer, LocalWeb

from workers.fetching import Commons, Fetcher, FetchPolicy
from workers.fetching.backlog import Backlog

POLICY = FetchPolicy(
    robots=False, timeout=2, concurrency=4, per_host=4, allow_networks=(ip_network("127.0.0.1/32"),)
)
SIZE = 200_000
MOST = 600_000
PAGES = 24


class Reader:
    """Reads slowly, and notes how many pages the web had given by then that were not read."""

    def __init__(self, web: LocalWeb) -> None:
        self._web = web
        self._lock = threading.Lock()
        self.read = 0
        self.unread: list[int] = []

    def __call__(self, reply: object) -> int:
        del reply
        time.sleep(0.03)
        with self._lock:
            self.unread.append(len(self._web.asked) - self.read)
            self.read += 1
            return self.read


async def read_slowly(web: LocalWeb, backlog: Backlog) -> Reader:
    urls = [web.page(f"http://h{n}.test/", b"x" * SIZE) for n in range(PAGES)]
    reader = Reader(web)
    policy = replace(POLICY, resolve=web.resolve())
    async with Fetcher(policy, commons=Commons(backlog=backlog)) as fetcher:
        outcomes = await fetcher.read_all(urls, reader)
    assert sorted(outcomes.values()) == list(range(1, PAGES + 1))
    return reader


async def test_no_more_bodies_wait_than_there_is_room_for(local_web):
    """Beyond the bound go only those that were on their way before a size was known."""
    reader = await read_slowly(local_web, Backlog(MOST))
    assert max(reader.unread[PAGES // 2 :]) <= MOST // SIZE + 2


async def test_a_body_larger_than_all_the_room_is_read_all_the_same(local_web):
    """Who asks first is let in, so that nothing waits for ever."""
    reader = await read_slowly(local_web, Backlog(SIZE // 2))
    assert reader.read == PAGES


async def test_waiting_for_room_is_not_held_against_a_source(local_web):
    """A source's own seconds stand still meanwhile, whatever reading the others takes."""
    local_web.add("http://late.test/", Answer(b"<p>Late.</p>"))
    backlog = Backlog(MOST)
    policy = replace(POLICY, timeout=0.4, resolve=local_web.resolve("late.test"))
    with backlog.waiting(2 * MOST):
        threading.Timer(1.0, lambda: backlog._add(-2 * MOST)).start()
        async with Fetcher(policy, commons=Commons(backlog=backlog)) as fetcher:
            outcome = await fetcher.fetch("http://late.test/")
        backlog._add(2 * MOST)  # the block takes them away again
    assert outcome.status == 200
