"""Fifty drafts in one `check`, cold and warm, and one small draft, beside the bare libraries."""

import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from rapidfuzz import fuzz
from web import Answer, LocalWeb

from bench.corpus import html, sentence, text

REPOSITORY = Path(__file__).parents[2]
DRAFTS, SOURCES, STATEMENTS, PAGES, WORDS = 50, 10, 30, 120, 1_000
RUNS = 3
CHECK = (sys.executable, "-m", "workers.cli", "check")
IMPORTS = (sys.executable, "-c", "import trafilatura, rapidfuzz")
SMALL = "[The harbour had 412 ships in March 2025.](https://port.example/2025)\n"
_STOP = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Desk:
    """Pages by URL, and of each draft its statements with the URL that each cites."""

    pages: dict[str, str]
    drafts: list[list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds by the clock and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.processor:.2f} s of processor)"


def run() -> None:
    """Print seconds, requests and ratios of many drafts, and seconds of a small one."""
    desk = _desk()
    with tempfile.TemporaryDirectory() as name, LocalWeb() as web:
        folder = Path(name)
        for url, page in desk.pages.items():
            web.add(url, Answer(page.encode(), headers={"Cache-Control": "max-age=3600"}))
        for number, draft in enumerate(desk.drafts):
            lines = [f"[{said.rstrip('.')}]({url})." for said, url in draft]
            (folder / f"draft-{number:02}.md").write_text("\n\n".join(lines))
        print(f"drafts: {DRAFTS} of {STATEMENTS} statements and {SOURCES} sources, {PAGES} pages")
        bare = _extract(desk)
        plain = _compare(desk, bare)
        extraction = bare.took.processor
        _many("cold", folder, web, extraction + plain.processor)
        _many("warm", folder, web, plain.processor)
        print(f"  trafilatura alone {bare.took}, token_set_ratio loop {plain}")
        _small(folder)


def _desk() -> Desk:
    """Make up a desk; every second statement is really in the page that it cites."""
    rng = random.Random(13)  # noqa: S311  made-up text, nothing secret
    bodies = {f"https://paper{i}.example/story": text(rng, WORDS) for i in range(PAGES)}
    drafts = []
    for _ in range(DRAFTS):
        cited = rng.sample(list(bodies), SOURCES)
        draft = []
        for number in range(STATEMENTS):
            url = cited[number % SOURCES]
            said = rng.choice(_STOP.split(bodies[url])) if number % 2 else sentence(rng)
            draft.append((said, url))
        drafts.append(draft)
    return Desk({url: html(url, body) for url, body in bodies.items()}, drafts)


def _many(name: str, folder: Path, web: LocalWeb, bare: float) -> None:
    asked = len(web.asked)
    flags = (".", "--format", "json", "--output", "report.json", "--cache", "kept")
    took = _time((*CHECK, *flags), folder, web.environ(), codes={1})
    print(
        f"  {name}: {took}, {took.clock / DRAFTS:.2f} s a draft, {len(web.asked) - asked} "
        f"requests; ratio to the bare libraries {took.processor / bare:.1f} of processor"
    )


def _small(folder: Path) -> None:
    (folder / "small").mkdir()
    (folder / "small" / "draft.md").write_text(SMALL)
    check = (*CHECK, "small/draft.md", "--offline")
    ours = min((_time(check, folder, {}, codes={3, 4}) for _ in range(RUNS)), key=_clock)
    bare = min((_time(IMPORTS, folder, {}, codes={0}) for _ in range(RUNS)), key=_clock)
    ratio = ours.clock / bare.clock
    print(f"  one small draft offline: {ours}; importing the libraries {bare}; ratio {ratio:.1f}")


def _clock(took: Took) -> float:
    return took.clock


def _time(command: Sequence[str], folder: Path, environ: dict[str, str], codes: set[int]) -> Took:
    """Run a command in a process of its own, and time it from start to end."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("SOURCEPROOF_")}
    before, began = _of_children(), time.perf_counter()
    done = subprocess.run(
        command,
        env={**clean, **environ, "PYTHONPATH": str(REPOSITORY)},
        cwd=folder,
        capture_output=True,
        timeout=600,
        check=False,
    )
    took = Took(time.perf_counter() - began, _of_children() - before)
    if done.returncode not in codes:
        raise RuntimeError(f"code {done.returncode}: {done.stderr.decode()}")
    return took


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@dataclass(frozen=True, slots=True)
class Extracted:
    """What trafilatura alone made of the pages, cut at stops, and how long it took."""

    sentences: dict[str, list[str]]
    took: Took


def _extract(desk: Desk) -> Extracted:
    began, used = time.perf_counter(), time.process_time()
    found = {url: _text_of(url, page) for url, page in desk.pages.items()}
    took = Took(time.perf_counter() - began, time.process_time() - used)
    return Extracted({url: _STOP.split(body) for url, body in found.items()}, took)


def _text_of(url: str, page: str) -> str:
    document = trafilatura.bare_extraction(
        page, url=url, with_metadata=True, include_comments=False
    )
    if document is None or isinstance(document, dict) or not document.text:
        raise RuntimeError("a page of the bench was not read")
    return document.text


def _compare(desk: Desk, extracted: Extracted) -> Took:
    """Hold every statement against every sentence of the source that it cites."""
    began, used = time.perf_counter(), time.process_time()
    for draft in desk.drafts:
        for said, url in draft:
            max(fuzz.token_set_ratio(said, each) for each in extracted.sentences[url])
    return Took(time.perf_counter() - began, time.process_time() - used)
