"""A thousand POSTs at once, under repeated idempotency keys, against real processes.

On SQLite by `serve`, and on PostgreSQL and Redis by uvicorn and a worker. Held: as many
verifications as distinct keys, each with one report and one event id; the same key with another
body is 422; while the first waits, 409. `PYTHONPATH=tests python -m bench.posting`, minutes long.
"""

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx2
from fixtures_record import _valkey, throwaway_postgres
from web import Answer, LocalWeb

from bench.serving import environ_of, free_port, healthy, serving

POSTS, KEYS, CONNECTIONS = 1_000, 250, 64
PATH = "/v1/verifications"
HOOK = "http://cms.example/hook"
RECORD = "SOURCEPROOF_DATABASE_URL"
ENDS_WITHIN = 900.0  # seconds
SETTINGS = {"SOURCEPROOF_LOG_LEVEL": "ERROR", "SOURCEPROOF_FETCH_HOST_RATE": "1000"}


def run(posts: int = POSTS, keys: int = KEYS) -> None:
    """Try both arrangements and print what came of each."""
    for arrangement in (embedded, production):
        with LocalWeb() as web, tempfile.TemporaryDirectory() as folder:
            web.add(HOOK, Answer(status=204))
            with arrangement(Path(folder), {**SETTINGS, **web.environ()}) as address:
                print(f"{arrangement.__name__}: {tried(address, web, posts, keys)}", flush=True)


def tried(address: str, web: LocalWeb, posts: int, keys: int) -> str:
    """Send the burst, wait until all is done, hold what is promised, and say what it took."""
    began = time.perf_counter()
    answers = asyncio.run(_burst(address, posts, keys))
    took = time.perf_counter() - began
    assert Counter(status for _, status, _, _ in answers) == {202: posts}
    by_key = defaultdict(set)
    for key, _, verification_id, _ in answers:
        by_key[key].add(verification_id)
    assert all(len(ids) == 1 for ids in by_key.values())
    ids = {found for each in by_key.values() for found in each}
    assert len(ids) == keys == len(by_key)
    _refused(address)
    ended = _ended(address, web, ids)
    seconds = sorted(each for _, _, _, each in answers)
    return (
        f"{posts} POSTs of {keys} keys over {CONNECTIONS} connections in {took:.1f} s "
        f"({posts / took:.0f} a second; median {seconds[posts // 2]:.2f} s, "
        f"p99 {seconds[int(posts * 0.99)]:.2f} s); {len(ids)} verifications, "
        f"{len(ids)} reports and {len(ids)} event ids after {ended:.0f} s"
    )


async def _burst(address: str, posts: int, keys: int) -> list[tuple[str, int, str, float]]:
    order = [f"key-{number % keys}" for number in range(posts)]
    random.Random(1).shuffle(order)  # noqa: S311  an order, and no secret
    limits = httpx2.Limits(max_connections=CONNECTIONS)
    async with httpx2.AsyncClient(base_url=address, limits=limits, timeout=120) as client:

        async def post(key: str) -> tuple[str, int, str, float]:
            body = {
                "article": {"text": f"The council approved {key} on Monday.", "external_id": key},
                "callback_url": HOOK,
            }
            began = time.perf_counter()
            answer = await client.post(PATH, json=body, headers={"idempotency-key": key})
            told = answer.json()
            return key, answer.status_code, told.get("id", ""), time.perf_counter() - began

        return await asyncio.gather(*(post(key) for key in order))


def _refused(address: str) -> None:
    """Hold what a key is refused for: another body, and a request that still waits."""
    with httpx2.Client(base_url=address, timeout=60) as client:
        other = {"article": {"text": "Another."}}
        answer = client.post(PATH, json=other, headers={"idempotency-key": "key-0"})
        assert answer.status_code == 422, answer.text
        waiting = {"idempotency-key": "waiting", "prefer": "wait=5"}
        with ThreadPoolExecutor() as pool:
            first = pool.submit(client.post, PATH, json=other, headers=waiting)
            time.sleep(0.5)
            if not first.done():
                second = client.post(PATH, json=other, headers={"idempotency-key": "waiting"})
                assert second.status_code in {202, 409}, second.text
            assert first.result().status_code == 202


def _ended(address: str, web: LocalWeb, ids: set[str]) -> float:
    """Wait until each has told its end; hold that each has a report and one event id."""
    began = time.perf_counter()
    while len(_told(web)) < len(ids):
        assert time.perf_counter() - began < ENDS_WITHIN, "they did not end in time"
        time.sleep(0.5)
    took = time.perf_counter() - began
    assert _told(web).keys() == ids
    assert all(len(events) == 1 for events in _told(web).values())
    with httpx2.Client(base_url=address, timeout=60) as client:
        for verification_id in ids:
            report = client.get(f"{PATH}/{verification_id}/report").json()
            assert (report["id"], report["revision"]) == (verification_id, 1)
    return took


def _told(web: LocalWeb) -> dict[str, set[str]]:
    """Give the event ids that came in, by their verification."""
    found: dict[str, set[str]] = defaultdict(set)
    for asked in list(web.asked):
        if asked.path == "/hook":
            verification_id = httpx2.Response(200, content=asked.body).json()["data"]["id"]
            found[verification_id].add(asked.headers["webhook-id"])
    return found


@contextmanager
def embedded(folder: Path, settings: Mapping[str, str]) -> Iterator[str]:
    with serving(folder, settings) as served:
        yield served.address


@contextmanager
def production(
    folder: Path, settings: Mapping[str, str], workers: int = 1, *, is_pinned: bool = False
) -> Iterator[str]:
    """Serve by uvicorn, on PostgreSQL where ``settings`` name no record; pinned: a core a worker.

    Gives the address.
    """
    with ExitStack() as stack:
        broker = stack.enter_context(_valkey(folder))
        named = {"SOURCEPROOF_BROKER_URL": f"{broker}/0", **settings}
        if RECORD not in settings:
            named[RECORD] = stack.enter_context(throwaway_postgres())
        environ = environ_of(folder, named)
        subprocess.run(
            [sys.executable, "-m", "workers.cli", "db", "upgrade"], env=environ, check=True
        )
        port = free_port()
        app = ("-m", "uvicorn", "--factory", "service.app:create_production_app")
        commands: list[tuple[str, ...]] = [(*app, "--port", str(port))]
        commands += [("-m", "workers.cli", "worker", "--beat")] * workers
        for number, command in enumerate(commands):
            log = folder / f"{number}.log"
            written = stack.enter_context(log.open("w"))
            process = subprocess.Popen(
                [sys.executable, *command], env=environ, stderr=written, stdout=written
            )
            if is_pinned and number:  # the first is uvicorn
                os.sched_setaffinity(process.pid, {(number - 1) % (os.cpu_count() or 1)})
            stack.callback(process.wait, 60)
            stack.callback(process.terminate)
        yield healthy(f"http://127.0.0.1:{port}")


if __name__ == "__main__":
    run(*(int(each) for each in sys.argv[1:]))
