"""Clusters among the most sources of an article, beside comparing each text with each other."""

import random
import time
from itertools import combinations

from bench.corpus import text
from service.domain import Page, Source
from workers.assessing.independence import find_clusters
from workers.assessing.shingles import read_shingles, resemblance

SOURCES, WORDS = 500, 1_000
CHANGED = 15  # words of a copy that differ
RUNS = 3


def run() -> None:
    """Print the seconds for half the sources being copies of the other half, for both."""
    rng = random.Random(5)  # noqa: S311  made-up text, nothing secret
    stories = [text(rng, WORDS) for _ in range(SOURCES // 2)]
    texts = [*stories, *(_copy(rng, story) for story in stories)]
    sources = [_source(number, each) for number, each in enumerate(texts)]
    ours, found = min(_timed(lambda: len(find_clusters(sources) or ())) for _ in range(RUNS))
    every, _ = _timed(lambda: _each_with_each(texts))
    print(
        f"independence: {SOURCES} sources of {WORDS:,} words, {found} pairs of copies found: "
        f"{ours:.2f} s; each text with each other {every:.2f} s; ratio {ours / every:.2f}"
    )


def _copy(rng: random.Random, story: str) -> str:
    words = story.split()
    for _ in range(CHANGED):
        words[rng.randrange(len(words))] = "other"
    return " ".join(words)


def _source(number: int, story: str) -> Source:
    url = f"https://paper{number}.example/story"
    return Source(f"s{number}", url, outcome=Page(url, story))


def _timed(work) -> tuple[float, int]:
    began = time.perf_counter()
    result = work()
    return time.perf_counter() - began, result


def _each_with_each(texts: list[str]) -> int:
    sets = [read_shingles(each) for each in texts]
    return sum(resemblance(one, other) >= 0.8 for one, other in combinations(sets, 2))
