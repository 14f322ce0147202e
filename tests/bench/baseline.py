"""A baseline of ten thousand entries: written and read, beside tomllib."""

import time
import tomllib
from collections.abc import Callable
from datetime import date

from service.policy import Baseline, Entry, read_baseline, write_baseline

ENTRIES = 10_000
RUNS = 3


def run() -> None:
    """Print seconds for the whole file, the best of a few runs."""
    baseline = Baseline(tuple(_entry(number) for number in range(ENTRIES)))
    text = write_baseline(baseline)
    print(
        f"baseline of {ENTRIES:,} entries, {len(text) / 1e6:.1f} MB: "
        f"written in {_seconds(lambda: write_baseline(baseline)):.2f} s, "
        f"read in {_seconds(lambda: read_baseline(text, 'b')):.2f} s, "
        f"tomllib alone {_seconds(lambda: tomllib.loads(text)):.2f} s"
    )


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def _entry(number: int) -> Entry:
    return Entry(
        draft=f"drafts/story-{number % 50}.md",
        rule="SP204",
        reason="Known since the annual report; the port was asked.",
        author="Ann Meyer",
        added=date(2026, 1, 10),
        until=date(2026, 7, 9),
        fingerprint=f"{number:064x}",
        evidence=f"{number:016x}",
        statement=f"The harbour took {number} ferries in 2024, says the port authority.",
        source=f"https://paper.example/ferries/{number}",
        finding=f"The article gives the number “{number}”; “Harbour report” has “40”.",
    )
