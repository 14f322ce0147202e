"""Saved pages in, how much of each is read rightly beside trafilatura alone out. I/O.

``python tests/eval/extraction.py`` prints, over the pages beside the repository, the share of
texts that belong to an article and were kept ("with"), of texts that do not and were left out
("without"), of dates that are right, and the pages a second. Counted is the main part of a
page, on which verdicts rest first; ``--misses`` lists what is lost against trafilatura.
"""

import gzip
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import trafilatura
from trafilatura.meta import reset_caches

from service.domain import Page, Reply
from workers.extracting import extract

PAGES = Path(__file__).parents[3] / "shared" / "pages" / "extraction"
WARMING = 20  # pages
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Case:
    """A saved page; ``date`` is ISO 8601, ``None`` where the page is not marked with one."""

    url: str
    content: bytes
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    date: str | None = None


@dataclass(slots=True)
class Tally:
    """What one reader made of the pages."""

    kept: int = 0
    left_out: int = 0
    dates: int = 0
    seconds: float = 0.0


def cases(file: str) -> Iterator[Case]:
    """Give the pages of "evaldata.json" (texts) or "eval_default.json" (dates)."""
    for url, row in json.loads((PAGES / file).read_text(encoding="utf-8")).items():
        content = _content(row["file"])
        if content is not None:
            texts = (tuple(text for text in row.get(key) or () if text) for key in _TEXTS)
            yield Case(url, content, *texts, date=row.get("date"))


_TEXTS = ("with", "without")


def _content(name: str) -> bytes | None:
    for folder in ("cache", "eval"):
        path = PAGES / folder / f"{name}.gz"
        if path.exists():
            return gzip.decompress(path.read_bytes())
    return None


def read_ours(case: Case) -> tuple[str, str | None]:
    """Give the main part and the date as Sourceproof reads them."""
    headers = {"content-type": "text/html"}
    page = extract(Reply(case.url, case.url, 200, headers, case.content, NOW))
    if not isinstance(page, Page):
        return "", None
    day = page.published_at.date().isoformat() if page.published_at else None
    return page.main_text, day


def read_theirs(case: Case) -> tuple[str, str | None]:
    """Give the text and the date as trafilatura alone reads them."""
    found = trafilatura.bare_extraction(
        case.content, url=case.url, with_metadata=True, include_comments=False
    )
    return (found.text or "", found.date) if found else ("", None)


def measure(
    file: str, *, show: bool = False, every: int = 1, timed: bool = False
) -> tuple[int, int, int, Tally, Tally]:
    """Give how many texts to keep, to leave out, and dates there are; then both tallies.

    Only one page out of ``every`` is read. Where it is ``timed``, neither reader is served
    from what the other has read; that empties caches, which takes long in a large process.
    """
    ours, theirs, totals = Tally(), Tally(), [0, 0, 0]
    if timed:
        _warm(file)
    for number, case in enumerate(islice(cases(file), 0, None, every)):
        totals[0] += len(case.kept)
        totals[1] += len(case.left_out)
        totals[2] += case.date is not None
        # In turn first, so that neither has the warmer caches.
        readers = [(ours, read_ours), (theirs, read_theirs)]
        texts = {}
        for tally, read in readers if number % 2 else readers[::-1]:
            if timed:
                reset_caches()
            started = time.process_time()
            texts[id(tally)] = read(case)
            tally.seconds += time.process_time() - started
            _count(tally, case, *texts[id(tally)])
        if show:
            _show(case, texts[id(ours)], texts[id(theirs)])
    return totals[0], totals[1], totals[2], ours, theirs


def _warm(file: str) -> None:
    """Let both load their models and tables before the clock runs."""
    for case in islice(cases(file), WARMING):
        read_ours(case)
        read_theirs(case)


def _count(tally: Tally, case: Case, text: str, date: str | None) -> None:
    tally.kept += sum(part in text for part in case.kept)
    tally.left_out += sum(part not in text for part in case.left_out)
    tally.dates += case.date is not None and date == case.date


def _show(case: Case, ours: tuple[str, str | None], theirs: tuple[str, str | None]) -> None:
    for part in case.kept:
        if part not in ours[0] and part in theirs[0]:
            print(f"lost\t{case.url}\t{part!r}")
    for part in case.left_out:
        if part in ours[0] and part not in theirs[0]:
            print(f"surplus\t{case.url}\t{part!r}")
    if case.date and ours[1] != case.date == theirs[1]:
        print(f"date\t{case.url}\t{ours[1]} for {case.date}")


def main() -> None:
    """Print the figures."""
    show = "--misses" in sys.argv
    kept, left_out, _, ours, theirs = measure("evaldata.json", show=show, timed=True)
    pages = sum(1 for _ in cases("evaldata.json"))
    for name, tally in (("sourceproof", ours), ("trafilatura", theirs)):
        print(
            f"{name}: with {tally.kept} of {kept} ({tally.kept / kept:.2%}), without"
            f" {tally.left_out} of {left_out} ({tally.left_out / left_out:.2%}),"
            f" {pages / tally.seconds:.1f} pages/s"
        )
    print(f"time beside trafilatura alone: {ours.seconds / theirs.seconds - 1:+.1%}")
    _, _, dates, ours, theirs = measure("eval_default.json", show=show)
    print(f"dates right: sourceproof {ours.dates}, trafilatura {theirs.dates}, of {dates}")


if __name__ == "__main__":
    main()
