"""The scorer as it ships, guards included, on each set: the table of RESULTS.md, on stdout.

The figures of ``../shared/eval/measure`` and, of what is called contradicted, how much is right
and how much of it is labelled supported. Usage: python tests/eval/shipped.py [SET...]
"""

import json
import sys
from multiprocessing import Pool

import fit
import numpy as np
from sklearn.metrics import roc_auc_score

from workers.assessing import score_rows

SHOWN = ("wice", "attributionbench", "factcheck_bench", "fever_symmetric", "healthver", "bump",
         "summedits", "citation_integrity", "xnli_ko", "ans_ar", "averitec")  # fmt: skip


def line_of(name: str) -> str:
    rows = [json.loads(t) for t in (fit.SUPPORT / f"{name}.jsonl").read_text("utf-8").splitlines()]
    asked = (json.dumps({k: r[k] for k in ("id", "statement", "source", "lang")}) for r in rows)
    answers = list(score_rows(asked))
    label = np.array([row["label"] for row in rows])
    verdict = np.array([answer["verdict"] for answer in answers])
    support = np.array([answer["support"] or 0.0 for answer in answers])
    true, against = label == "supported", label == "contradicted"
    told = verdict == "contradicted"
    cells = [
        name,
        len(rows),
        f"{fit.balanced_accuracy(true, verdict == 'supported'):.1f}",
        f"{roc_auc_score(true, support):.3f}",
        f"{fit.balanced_accuracy(against, told):.1f}" if against.any() else "–",
        told.sum(),
        (told & against).sum() if against.any() else "–",
        (told & true).sum(),
    ]
    return "| " + " | ".join(map(str, cells)) + " |"


def main() -> None:
    print("| set | n | BA | AUROC | CONTRA | told contradicted | rightly | of supported rows |")
    print("|---|---|---|---|---|---|---|---|")
    with Pool(2) as pool:
        for line in pool.imap(line_of, sys.argv[1:] or SHOWN):
            print(line, flush=True)


if __name__ == "__main__":
    main()
