"""Derive workers/assessing/commonness.json: how much a frequent English stem proves.

In: the licensed tuning sets (their sources, once each). Out: for stems that stand in at least
one document of 250, averaged over the sets, ``-ln(share of documents)``. Counts only; no text.
Usage: python tests/eval/commonness.py
"""

import json
from collections import Counter
from math import log
from pathlib import Path

from workers.language.words import WordKind, read_words

SHARED = Path(__file__).parents[2] / ".." / "shared" / "eval" / "support"
SETS = ("wice", "wice_subclaim_partial", "bump", "summedits", "factcheck_bench",
        "citation_integrity")  # fmt: skip
LEAST_SHARE = 1 / 250
OUT = Path(__file__).parents[2] / "workers" / "assessing" / "commonness.json"


def shares(name: str) -> dict[str, float]:
    lines = (SHARED / f"{name}.jsonl").read_text("utf-8").splitlines()
    sources = {json.loads(line)["source"] for line in lines}
    counts: Counter[str] = Counter()
    for source in sources:
        words = (token.word for token in read_words(source, "en"))
        counts.update({w.stem for w in words if w.kind is WordKind.WORD})
    return {stem: n / len(sources) for stem, n in counts.items()}


def main() -> None:
    per_set = [shares(name) for name in SETS]
    stems = {stem for each in per_set for stem in each}
    mean = {s: sum(each.get(s, 0.0) for each in per_set) / len(per_set) for s in stems}
    weights = {s: round(-log(m), 1) for s, m in sorted(mean.items()) if m >= LEAST_SHARE}
    data = {"version": "1", "derived_from": SETS, "least_share": LEAST_SHARE, "weights": weights}
    OUT.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


if __name__ == "__main__":
    main()
