"""Statements against sources a second, beside a plain RapidFuzz loop over the same sentences."""

import random
import time
from collections.abc import Callable

from rapidfuzz import fuzz

from bench.corpus import sentence, text
from workers.assessing import load_scorer
from workers.assessing.quotes import SourceText
from workers.language import split_sentences

STATEMENTS, SOURCES, WORDS = 40, 20, 1_000
RUNS = 3


def run() -> None:
    """Print pairs of statement and source a second for both, and their ratio."""
    rng = random.Random(11)  # noqa: S311  made-up text, nothing secret
    statements = [sentence(rng) for _ in range(STATEMENTS)]
    sources = [text(rng, WORDS) for _ in range(SOURCES)]
    pairs = STATEMENTS * SOURCES
    ours = min(score_each(statements, sources, time.perf_counter) for _ in range(RUNS))
    plain = min(_fuzz(statements, sources) for _ in range(RUNS))
    print(
        f"matching: {STATEMENTS} statements × {SOURCES} sources of {WORDS:,} words: "
        f"{pairs / ours:,.0f} pairs/s ({1000 * ours / pairs:.2f} ms a pair, indexing included); "
        f"token_set_ratio loop {pairs / plain:,.0f} pairs/s; ratio of times {ours / plain:.2f}"
    )


def score_each(statements: list[str], sources: list[str], clock: Callable[[], float]) -> float:
    """Hold each statement against each source, indexing included; seconds by ``clock``."""
    scorer = load_scorer()
    began = clock()
    indexes = [scorer.index(SourceText(f"s{i}", t, "en")) for i, t in enumerate(sources)]
    for statement in statements:
        for index in indexes:
            scorer.score(statement, "en", [index])
    return clock() - began


def _fuzz(statements: list[str], sources: list[str]) -> float:
    began = time.perf_counter()
    split = [[t[a:b] for a, b in split_sentences(t, "en")] for t in sources]
    for statement in statements:
        for sentences in split:
            max(fuzz.token_set_ratio(statement, s) for s in sentences)
    return time.perf_counter() - began
