"""What the API bears: POST beside a bare route, 500 listeners, verifications a minute.

Each part takes less than a minute. `PYTHONPATH=tests python -m bench.api [PART]...`
"""

import asyncio
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
from fastapi import FastAPI
from fixtures_record import throwaway_postgres
from pydantic import BaseModel
from sqlalchemy import Column, MetaData, String, Table, insert
from web import Answer, Asked, LocalWeb

from bench.posting import PATH, RECORD, SETTINGS, production
from bench.serving import environ_of, free_port, healthy, serving
from service.store import make_engine

POSTS, CONNECTIONS, WARMING = 800, 16, 50
LISTENERS = 500
VERIFICATIONS, SOURCES, COUNTED_FOR = 400, 3, 25.0  # seconds
PATIENCE = 60.0  # seconds

_NOTES = Table("notes", MetaData(), Column("id", String, primary_key=True), Column("text", String))


class Note(BaseModel):
    """What the bare route takes."""

    text: str


def bare_app() -> FastAPI:
    """Give an app whose one route writes one row into the record that the environment names."""
    engine = make_engine(os.environ[RECORD])
    _NOTES.metadata.create_all(engine)
    writers = engine.get_execution_options().get("writers") or threading.Lock()
    numbers = itertools.count()
    is_one_file = engine.dialect.name == "sqlite"
    app = FastAPI()

    def write(note: Note) -> str:
        name = f"n{next(numbers)}"
        with engine.begin() as connection:
            connection.execute(insert(_NOTES).values(id=name, text=note.text))
        return name

    @app.post(PATH, status_code=202)
    def post(note: Note) -> dict[str, str]:
        if not is_one_file:
            return {"id": write(note)}
        with writers:  # as the service has its writers wait in turn
            return {"id": write(note)}

    @app.get("/healthz")
    def health() -> dict[str, str]:
        return {}

    return app


def posting() -> None:
    """Print POST beside the bare route, no worker running, on SQLite and on PostgreSQL."""
    with tempfile.TemporaryDirectory() as name, throwaway_postgres() as postgres:
        for record in (f"sqlite:///{name}/record.db", postgres):
            settings = {**SETTINGS, RECORD: record}
            with production(Path(name), settings, workers=0) as address:
                ours = _load(address, {"article": {"text": "The council met on Monday."}})
            with _bare(Path(name), record) as address:
                bare = _load(address, {"text": "The council met on Monday."})
            print(f"{record.partition(':')[0]}: POST {_told(ours)}; bare route {_told(bare)}")


@contextmanager
def _bare(folder: Path, record: str) -> Iterator[str]:
    port = free_port()
    command = (sys.executable, "-m", "uvicorn", "--factory", "bench.api:bare_app")
    environ = environ_of(folder, {RECORD: record})
    log = folder / "bare.log"
    with (
        log.open("w") as written,
        subprocess.Popen(
            [*command, "--port", str(port)], env=environ, stderr=written, stdout=written
        ) as process,
    ):
        try:
            yield healthy(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()


def _load(address: str, body: object) -> tuple[float, list[float]]:
    """Give the seconds of all POSTs together and of each, sorted, after some to warm up."""
    asyncio.run(_posts(address, body, WARMING))
    began = time.perf_counter()
    each = asyncio.run(_posts(address, body, POSTS))
    return time.perf_counter() - began, sorted(each)


async def _posts(address: str, body: object, number: int) -> list[float]:
    content = json.dumps(body).encode()
    head = f"POST {PATH} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
    request = f"{head}content-length: {len(content)}\r\n\r\n".encode() + content
    left, took = iter(range(number)), []

    async def work() -> None:
        reader, writer = await _connected(address)
        for _ in left:
            began = time.perf_counter()
            writer.write(request)
            answer = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"content-length: (\d+)", answer, re.IGNORECASE)
            assert length is not None
            await reader.readexactly(int(length[1]))
            took.append(time.perf_counter() - began)
            assert b" 202 " in answer[:20], answer
        writer.close()

    await asyncio.gather(*(work() for _ in range(CONNECTIONS)))
    return took


async def _connected(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    parts = urlsplit(address)
    return await asyncio.open_connection(parts.hostname, parts.port)


def _told(load: tuple[float, list[float]]) -> str:
    took, each = load
    return (
        f"{POSTS / took:.0f} a second, median {each[len(each) // 2] * 1e3:.0f} ms, "
        f"p99 {each[int(len(each) * 0.99)] * 1e3:.0f} ms"
    )


def listening() -> None:
    """Print how long 500 listeners of one verification wait for its end, and the memory."""
    release = threading.Event()

    def held(asked: Asked) -> Answer:
        del asked
        release.wait(PATIENCE)
        return Answer(b"<p>The council approved the harbour on Monday, its minutes say.</p>")

    with LocalWeb() as web, tempfile.TemporaryDirectory() as name:
        url = web.add("http://slow.example/minutes", held)
        settings = {**SETTINGS, "SOURCEPROOF_FETCH_TIMEOUT": "50", **web.environ()}
        with serving(Path(name), settings) as served:
            article = {"markdown": f"The council [approved]({url}) the harbour on Monday."}
            answer = httpx2.post(f"{served.address}{PATH}", json={"article": article}, timeout=60)
            path = f"{PATH}/{answer.json()['id']}/events"
            before = _resident(served.pid)
            ends, during = asyncio.run(_listened(served.address, path, served.pid, release))
            after = _resident(served.pid)
    print(
        f"{len(ends)} listeners: all have the end {ends[-1]:.2f} s after the source answered, "
        f"{ends[-1] - ends[0]:.2f} s after the first of them; server {before} MiB before, "
        f"{during} with all of them, {after} after"
    )


async def _listened(
    address: str, path: str, pid: int, release: threading.Event
) -> tuple[list[float], int]:
    """Give the seconds from the source's answer to each listener's end, and MiB meanwhile."""
    waiting = [asyncio.Event() for _ in range(LISTENERS)]
    request = f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n".encode()

    async def listen(is_there: asyncio.Event) -> float:
        reader, writer = await _connected(address)
        writer.write(request)
        await reader.readuntil(b": listening")
        is_there.set()
        await reader.readuntil(b"event: end")
        ended = time.perf_counter()
        writer.close()
        return ended

    async with asyncio.timeout(PATIENCE):
        listeners = [asyncio.create_task(listen(each)) for each in waiting]
        await asyncio.gather(*(each.wait() for each in waiting))
        during, began = _resident(pid), time.perf_counter()
        release.set()
        return sorted(ended - began for ended in await asyncio.gather(*listeners)), during


def _resident(pid: int) -> int:
    """Give the memory of a process, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) // 1024


def working() -> None:
    """Print how many verifications of local sources one and two workers end in a minute."""
    for workers in (1, 2):
        with LocalWeb() as web, tempfile.TemporaryDirectory() as name:
            body = {"article": {"markdown": _draft(web)}}
            settings = {**SETTINGS, **web.environ()}
            with production(Path(name), settings, workers, is_pinned=True) as address:
                rate = _ended_a_minute(address, body)
        print(f"{workers} workers, a core each: {rate:.0f} verifications a minute")


def _draft(web: LocalWeb) -> str:
    """Give a draft of some statements, each on a source of its own."""
    lines = []
    for number in range(SOURCES):
        said = f"The council of district {number} approved {number + 3} bus lines on Monday"
        filler = "The lines will run from the harbour to the hills. " * 40
        url = web.page(f"http://s{number}.example/", f"<p>{said}.</p><p>{filler}</p>")
        lines.append(f"{said}, [its minutes say]({url}).")
    return "\n\n".join(lines)


def _ended_a_minute(address: str, body: object) -> float:
    """Post more than can be done, and count what ends once the first has ended."""
    with httpx2.Client(base_url=address, timeout=60) as client:
        ids = [client.post(PATH, json=body).json()["id"] for _ in range(VERIFICATIONS)]
        client.get(f"{PATH}/{ids[0]}/report")
        first, began = _ended(client), time.perf_counter()
        while time.perf_counter() - began < COUNTED_FOR and _ended(client) < VERIFICATIONS:
            time.sleep(1)
        return (_ended(client) - first) / (time.perf_counter() - began) * 60


def _ended(client: httpx2.Client) -> int:
    found = re.search(
        r'sourceproof_verifications_ended_total\{[^}]*completed"\} (\d+)',
        client.get("/metrics").text,
    )
    return 0 if found is None else int(found[1])


PARTS = {"posting": posting, "listening": listening, "working": working}

if __name__ == "__main__":
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
