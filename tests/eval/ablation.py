"""What each part adds: nested cross-validation without one feature at a time, and a baseline.

In: the tuning sets. Out: the tables of RESULTS.md, on stdout. The baseline is one
``rapidfuzz.fuzz.token_set_ratio`` a sentence, the best of them at its best threshold in-sample.
Usage: python tests/eval/ablation.py
"""

import json
import time

import fit
import numpy as np
from rapidfuzz import fuzz, process
from sklearn.metrics import roc_auc_score

from workers.language import split_sentences

SHOWN = ("wice", "factcheck_bench", "fever_symmetric", "bump", "citation_integrity")


def ablate() -> None:
    rows, signs = fit.read_sets(fit.TRAIN), dict(fit.SIGNS)
    for name in ("", *signs):
        fit.SIGNS.clear()
        fit.SIGNS.update({k: v for k, v in signs.items() if k != name})
        table = fit.evaluate(rows, *fit.nested(rows))
        cells = (f"{table[s]['ba']:.1f} / {table[s]['auroc']:.3f}" for s in SHOWN)
        print(f"| {'without ' + name if name else 'all'} | " + " | ".join(cells) + " |", flush=True)
    fit.SIGNS.clear()
    fit.SIGNS.update(signs)


def baseline(name: str) -> str:
    lines = (fit.SUPPORT / f"{name}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    cut = [[r["source"][s:e] for s, e in split_sentences(r["source"], r["lang"])] for r in rows]
    began = time.perf_counter()
    found = [
        process.extractOne(row["statement"], sentences, scorer=fuzz.token_set_ratio)
        for row, sentences in zip(rows, cut, strict=True)
    ]
    wall = 1000 * (time.perf_counter() - began) / len(rows)
    said = np.array([hit[1] if hit else 0.0 for hit in found])
    truth = np.array([row["label"] == "supported" for row in rows])
    best = max(fit.balanced_accuracy(truth, said >= t) for t in range(101))
    return f"{best:.1f} / {roc_auc_score(truth, said):.3f} ({wall:.1f} ms)"


def main() -> None:
    print("| features | " + " | ".join(SHOWN) + " |")
    print("|---" * (len(SHOWN) + 1) + "|")
    ablate()
    print("| token_set_ratio | " + " | ".join(baseline(name) for name in SHOWN) + " |")
    print("token_set_ratio on attributionbench:", baseline("attributionbench"))


if __name__ == "__main__":
    main()
