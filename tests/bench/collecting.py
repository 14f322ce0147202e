"""How near fetching 20 slow sources at once comes to its bound: the slowest, then extraction."""

import asyncio
import time
from ipaddress import ip_network

from web import Answer, LocalWeb

from bench.corpus import Corpus, corpus
from service.domain import Reading, Reply, Submission
from service.settings import Settings
from workers.collecting import collect
from workers.extracting import extract
from workers.fetching import Fetcher, FetchPolicy

STATEMENTS, SOURCES, DELAY = 40, 20, 0.3
RUNS = 3


def run() -> None:
    """Print the seconds of collecting, of its bound, and their ratio."""
    made = corpus(STATEMENTS, SOURCES)
    with LocalWeb() as web:
        for url, page in made.pages.items():
            web.add(url, Answer(page.encode(), delay=DELAY))
        policy = FetchPolicy(resolve=web.resolve(), allow_networks=(ip_network("127.0.0.0/8"),))
        took = [_collect(made, policy) for _ in range(RUNS + 1)][1:]
        extraction = _extract(made, policy)
    bound = DELAY + extraction
    best = sorted(took)[RUNS // 2]
    print(
        f"collecting: {STATEMENTS} statements, {SOURCES} sources of {DELAY:.1f} s each: "
        f"{best:.2f} s; slowest source + extraction {bound:.2f} s; ratio {best / bound:.2f}"
    )


def _collect(made: Corpus, policy: FetchPolicy) -> float:
    async def go() -> Reading:
        async with Fetcher(policy) as fetcher:
            submission = Submission(content=made.draft.encode(), media_type="text/markdown")
            return await collect(submission, fetcher, settings=Settings())

    began = time.perf_counter()
    reading = asyncio.run(go())
    took = time.perf_counter() - began
    if any(source.page is None for source in reading.sources):
        raise RuntimeError("a source of the bench was not read")
    return took


def _extract(made: Corpus, policy: FetchPolicy) -> float:
    async def go() -> list[Reply]:
        async with Fetcher(policy) as fetcher:
            outcomes = await fetcher.read_all(made.pages, lambda reply: reply)
        return [outcome for outcome in outcomes.values() if isinstance(outcome, Reply)]

    replies = asyncio.run(go())
    began = time.perf_counter()
    for reply in replies:
        extract(reply)
    return time.perf_counter() - began
