"""How well values are compared; `python tests/eval/values.py [-v] [FILE…]`, prints a line a file.

Pairs are our own writing, in ``values/*.txt``: what an article states, what its source states, and
the right result of the article's first value. A value that is not read at all counts as absent.
``blind.txt`` was first run after the reader had been mended on the others, ``third.txt`` was
written before the reader saw it; their first figures stand in RESULTS.md.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workers.assessing.values import compare_values, read_values

FOLDER = Path(__file__).parent / "values"
ROUNDS = (
    "first",
    "blind",
    "third",
    "fourth",
    "fifth",
)  # The first holds every file that is no round of its own.


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences in one language, each with the date it was written on, if given."""

    file: str
    language: str
    article: str
    source: str
    wanted: str
    article_date: date | None
    source_date: date | None


def read_pairs(path: Path) -> Iterator[Pair]:
    """Give the pairs of a file in their order."""
    language, dates = "en", [None, None]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            language, *given = line[2:].split()
            dates = [date.fromisoformat(day) for day in given] or [None, None]
        elif line and not line.startswith("#"):
            article, source, wanted = (part.strip() for part in line.split(" | "))
            yield Pair(path.stem, language, article, source, wanted, *dates)


def result_of(pair: Pair) -> str:
    """Give the result of the article's first value."""
    ours = read_values(pair.article, pair.language, pair.article_date)
    theirs = read_values(pair.source, pair.language, pair.source_date)
    checks = compare_values(ours, theirs)
    return checks[0].result.value if checks else "absent"


def all_pairs(round_: str) -> list[Pair]:
    """Give the pairs of a round."""
    paths = sorted(FOLDER.glob("*.txt"))
    of = [(path.stem if path.stem in ROUNDS else "first", path) for path in paths]
    return [pair for name, path in of if name == round_ for pair in read_pairs(path)]


def main() -> None:
    """Measure the named rounds, or all; "-v" lists the wrong ones."""
    asked = [word for word in sys.argv[1:] if word != "-v"] or ROUNDS
    for name in asked:
        told = [(pair, result_of(pair)) for pair in all_pairs(name)]
        wrong = [(pair, result) for pair, result in told if result != pair.wanted]
        print(f"{name}: {len(told) - len(wrong)} of {len(told)} right "
              f"({1 - len(wrong) / len(told):.3f})")  # fmt: skip
        print("  by language, wrong of all:", *(
            f"{language} {sum(p.language == language for p, _ in wrong)}/{count}"
            for language, count in Counter(p.language for p, _ in told).most_common()
        ))  # fmt: skip
        for pair, result in wrong if "-v" in sys.argv else ():
            print(f"  {pair.language}: {result}, not {pair.wanted}: "
                  f"{pair.article} | {pair.source}")  # fmt: skip


if __name__ == "__main__":
    main()
