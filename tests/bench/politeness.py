"""What politeness and the cache cost and save: requests, seconds beside seconds, turns."""

import asyncio
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

from fixtures_record import _valkey
from web import Answer, LocalWeb

from workers.fetching import Commons, Fetcher, FetchPolicy
from workers.fetching.cache import ShelfSize
from workers.fetching.politeness import LocalTurns, Pace, Turns
from workers.fetching.politeness.shared import SharedTurns
from workers.fetching.sharing import SharedRedis

ARTICLES, WORKERS = 40, 4
SOURCES, DELAY = 20, 0.3
TURNS, REQUESTS = 2_000, 200
URL = "http://cited.example/page"
PAGE = b"<p>" + b"What the council said at its meeting on Monday. " * 400 + b"</p>"
POLICY = FetchPolicy(
    host_rate=1000.0, per_host=100, robots=False, allow_networks=(ip_network("127.0.0.0/8"),)
)
SIZE = ShelfSize()


def run() -> None:
    """Print the figures, each beside what it is compared with."""
    with tempfile.TemporaryDirectory() as folder, _valkey(Path(folder)) as redis:
        _one_for_all(redis)
        _warm(redis, Path(folder))
        _turns(redis)


def _one_for_all(redis: str) -> None:
    """Count the requests for a URL that forty articles cite at once."""
    with LocalWeb() as web:
        web.add(URL, Answer(PAGE, delay=2.0))
        alone = Commons()
        _at_once(web, lambda: alone)
        print(f"one URL in {ARTICLES} articles at once, one process: {web.count(URL)} request(s)")
    with LocalWeb() as web:
        web.add(URL, Answer(PAGE, delay=2.0))
        workers = [Commons.on_redis(redis, SIZE) for _ in range(WORKERS)]
        turns = iter(workers * (ARTICLES // WORKERS))
        _at_once(web, lambda: next(turns))
        print(f"the same over {WORKERS} workers on one Redis: {web.count(URL)} request(s)")
        for worker in workers:
            worker.close()


def _at_once(web: LocalWeb, commons: Callable[[], Commons]) -> None:
    policy = replace(POLICY, resolve=web.resolve())
    together = threading.Barrier(ARTICLES)

    async def article(shared: Commons) -> None:
        async with Fetcher(policy, commons=shared) as fetcher:
            together.wait()
            await fetcher.fetch(URL)

    threads = [
        threading.Thread(target=asyncio.run, args=(article(commons()),)) for _ in range(ARTICLES)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _warm(redis: str, folder: Path) -> None:
    """Compare twenty slow sources that were never read with the same read before."""
    for name, at in (
        ("folder", lambda: Commons.in_folder(folder / "kept", SIZE)),
        ("Redis", lambda: Commons.on_redis(redis, SIZE)),
    ):
        with LocalWeb() as web:
            urls = [
                web.add(f"http://{name.lower()}{n}.example/", Answer(PAGE, delay=DELAY))
                for n in range(SOURCES)
            ]
            cold, warm = (_seconds(web, at(), urls) for _ in range(2))
            asked = len(web.asked)
        print(
            f"{SOURCES} sources of {DELAY:.1f} s, {name}: cold {cold:.2f} s, warm {warm:.3f} s "
            f"({cold / warm:.0f} times as fast), {asked} requests in both"
        )


def _seconds(web: LocalWeb, commons: Commons, urls: list[str]) -> float:
    async def go() -> float:
        async with Fetcher(replace(POLICY, resolve=web.resolve()), commons=commons) as fetcher:
            began = time.perf_counter()
            await fetcher.read_all(urls, lambda reply: reply)
            return time.perf_counter() - began

    try:
        return asyncio.run(go())
    finally:
        commons.close()


def _turns(redis: str) -> None:
    """Compare taking and giving back a turn with a bare request over loopback."""
    shared = SharedRedis(redis)
    local, remote = (asyncio.run(_turn(turns)) for turns in (LocalTurns(), SharedTurns(shared)))
    shared.close()
    with LocalWeb() as web:
        urls = [web.add(f"http://t{n}.example/", Answer(b"<p>x</p>")) for n in range(REQUESTS)]
        request = _seconds(web, Commons(), urls) / REQUESTS
    print(
        f"a turn taken and given back: local {local * 1e6:.0f} µs, on Redis {remote * 1e6:.0f} µs; "
        f"a request over loopback {request * 1e6:.0f} µs: {remote / request:.2f} of it"
    )


async def _turn(turns: Turns) -> float:
    pace = Pace(interval=1e-6, burst=1_000_000, seats=1_000)
    began = time.perf_counter()
    for number in range(TURNS):
        await turns.take("cited.example", pace, str(number))
        await turns.leave("cited.example", str(number))
    return (time.perf_counter() - began) / TURNS
