"""Quotations and values against a source: milliseconds each, and for a source of 5 MB."""

import time

from workers.assessing.quotes import Quote, SourceText, match_quotes
from workers.assessing.values import read_values

QUOTED = "nobody ever asked the ferryman about his boat"
SENTENCE = (
    "Mayor Ada Quist of Marlow said the nine trams would cost 12 million crowns in 2021. "
    "“We waited long enough,” she said. "
)
SMALL, BIG = 6_000, 5_000_000  # code points; the small one has 1,000 words
RUNS = 30


def run() -> None:
    """Print the time of a quotation that is nowhere, and of reading values, indexing included."""
    text = SENTENCE * (BIG // len(SENTENCE))
    began = time.perf_counter()
    for i in range(RUNS):
        _search(text[:SMALL] + str(i))
    small = (time.perf_counter() - began) / RUNS
    began = time.perf_counter()
    _search(text)
    big = time.perf_counter() - began
    began = time.perf_counter()
    for _ in range(RUNS):
        read_values(text[:SMALL], "en")
    values = (time.perf_counter() - began) / RUNS
    print(
        f"quoting: a quotation that is nowhere {1000 * small:.1f} ms in a new source of 1,000 "
        f"words, {big:.1f} s in one of 5 MB; values of 1,000 words {1000 * values:.1f} ms"
    )


def _search(text: str) -> None:
    quote = Quote(QUOTED, 0, len(QUOTED))
    match_quotes([quote], "Ada Quist", [SourceText("s1", text, "en")], [], "en")
