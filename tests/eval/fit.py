"""Fit workers/assessing/weights.json on the licensed tuning sets, and say how good it is.

In: ../shared/eval/support/*.jsonl (sets marked "yes" for training in its README). Out:
``weights.json``: two sign-constrained logistic regressions, thresholds chosen by group-wise
cross-validation, the evaluation that set them and a hash of the corpus. Every figure for a set
that was trained on is nested: weights and thresholds were fitted on other groups.

Usage: python tests/eval/fit.py [--write]      (fixed folds, no random state: same answer each time)
"""

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

from workers.assessing.coverage import read_claim
from workers.assessing.features import FEATURES, Case, extract_features
from workers.assessing.judging import LEAST_HELD
from workers.assessing.passages import index_source

ROOT = Path(__file__).parents[2]
SUPPORT = ROOT / ".." / "shared" / "eval" / "support"
OUT = ROOT / "workers" / "assessing" / "weights.json"
TRAIN = ("wice", "wice_subclaim_partial", "bump", "summedits", "factcheck_bench",
         "citation_integrity", "fever_symmetric")  # fmt: skip
MEASURED = ("xnli_ko", "attributionbench", "fib_xsum", "healthver", "covidfact",
            "climate_fever", "politihop", "ans_ar", "averitec")  # fmt: skip
# The closest to the job weighs most, in fitting and in choosing the threshold.
SET_WEIGHT = {"wice": 3.0}
THRESHOLD_SETS = ("wice", "factcheck_bench", "citation_integrity", "fever_symmetric")
CONTRADICTION_SETS = ("fever_symmetric", "factcheck_bench")
# A coefficient has the sign of its feature's reason, or is zero.
SIGNS = {"best": 1, "numbers": 1, "worst": -1, "missing_names": -1, "missing_nouns": -1,
         "missing_complements": -1, "name_apart": -1, "length": 0, "source_length": 0,
         "rival_name": -1, "name_replaced": -1,
         "synonym_in_place": 1, "opposite_in_place": -1, "value_differs": -1,
         "value_absent": -1, "turned": -1}  # fmt: skip
CONTRADICTION_FEATURES = {"held_otherwise": 1, "value_differs": 1, "denied": 1, "opposed": 1,
                          "name_replaced": 1}  # fmt: skip
VERSION = "lexical-7"  # raise it with every change of rules or weights
CLASHES = ("turned", "value_differs", "name_replaced")
# An editor who is told "supported" looks no further; one who is told otherwise looks once more.
FALSE_SUPPORT = 1.45
STEP, SMOOTHED = 0.005, 11  # of thresholds that are tried; so many neighbours tell of one
L2 = 1.0
FOLDS = 5
PRECISION = 0.8  # of "contradicted", on the sets that have the label, at a balanced base rate


@dataclass(frozen=True)
class Rows:
    """Rows of one or more sets, as columns."""

    features: np.ndarray
    label: np.ndarray
    group: np.ndarray
    dataset: np.ndarray

    def where(self, mask: np.ndarray) -> "Rows":
        return Rows(self.features[mask], self.label[mask], self.group[mask], self.dataset[mask])


def _features(row: dict[str, str]) -> list[float]:
    claim = read_claim(row["statement"], row["lang"])
    index = index_source("s1", row["source"], row["lang"])
    if not claim.parts:
        return [0.0] * len(FEATURES)
    found = extract_features(Case(claim, [index]))
    return [found[name] for name in FEATURES]


def read_sets(names: Sequence[str]) -> Rows:
    rows = [(n, json.loads(line)) for n in names
            for line in (SUPPORT / f"{n}.jsonl").read_text("utf-8").splitlines()]  # fmt: skip
    with Pool(2) as pool:
        features = pool.map(_features, [row for _, row in rows], chunksize=50)
    # One group may feed several sets of a family: they are kept in one fold.
    groups = [f"{n.split('_')[0]}:{row['group']}" for n, row in rows]
    return Rows(np.array(features), np.array([row["label"] for _, row in rows]),
                np.array(groups), np.array([n for n, _ in rows]))  # fmt: skip


def fold_of(group: str) -> int:
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS


def balance(rows: Rows, truth: np.ndarray) -> np.ndarray:
    """Weights by which each set counts as its SET_WEIGHT, half for each side."""
    weights = np.zeros(len(truth))
    for name in set(rows.dataset):
        for side in (True, False):
            mask = (rows.dataset == name) & (truth == side)
            if mask.any():
                weights[mask] = SET_WEIGHT.get(name, 1.0) / 2 / mask.sum()
    return weights * len(truth) / weights.sum()


def fit(x: np.ndarray, y: np.ndarray, weights: np.ndarray, signs: Sequence[int]) -> np.ndarray:
    """Sign-constrained logistic regression on standardised features; intercept first."""
    mean, scale = x.mean(0), np.where(x.std(0) > 0, x.std(0), 1.0)
    z = np.column_stack([np.ones(len(x)), (x - mean) / scale])
    target = np.where(y, 1.0, -1.0)

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        margin = target * (z @ beta)
        slope = -weights * target / (1 + np.exp(np.clip(margin, -30, 30)))
        penalty = L2 * beta[1:]
        gradient = z.T @ slope + np.concatenate([[0.0], penalty])
        return float(weights @ np.logaddexp(0, -margin) + penalty @ beta[1:] / 2), gradient

    free, up, down = (None, None), (0.0, None), (None, 0.0)
    bounds = [free, *({0: free, 1: up, -1: down}[sign] for sign in signs)]
    start = np.zeros(z.shape[1])
    beta = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    raw = beta[1:] / scale
    return np.concatenate([[beta[0] - raw @ mean], raw])


def predict(beta: np.ndarray, x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(beta[0] + x @ beta[1:], -30, 30)))


def balanced_accuracy(truth: np.ndarray, said: np.ndarray) -> float:
    return float(50 * (said[truth].mean() + (~said[~truth]).mean()))


def _worth(truth: np.ndarray, said: np.ndarray) -> float:
    return float(said[truth].mean() - FALSE_SUPPORT * said[~truth].mean())


def columns(names: Sequence[str]) -> list[int]:
    return [list(FEATURES).index(name) for name in names]


def fit_support(rows: Rows) -> np.ndarray:
    truth = rows.label == "supported"
    x = rows.features[:, columns(tuple(SIGNS))]
    return fit(x, truth, balance(rows, truth), tuple(SIGNS.values()))


def out_of_fold(rows: Rows) -> np.ndarray:
    """Probability of support for each row by a model that saw none of its fold."""
    folds = np.array([fold_of(g) for g in rows.group])
    x = rows.features[:, columns(tuple(SIGNS))]
    said = np.zeros(len(folds))
    for fold in sorted(set(folds)):
        said[folds == fold] = predict(fit_support(rows.where(folds != fold)), x[folds == fold])
    return said


def choose_threshold(rows: Rows, said: np.ndarray, sets: Sequence[str]) -> float:
    """The threshold that is worth most over sets, a false "supported" at FALSE_SUPPORT.

    Its neighbours count as it does: by single thresholds a few rows move it by a tenth.
    """

    def worth(threshold: float) -> float:
        return sum(
            _worth(rows.label[rows.dataset == n] == "supported",
                   said[rows.dataset == n] >= threshold)
            for n in sets)  # fmt: skip

    grid = np.round(np.arange(0.30, 0.71, STEP), 3)
    worths = np.array([worth(threshold) for threshold in grid])
    around = np.convolve(worths, np.ones(SMOOTHED), mode="valid")
    return float(grid[SMOOTHED // 2 + around.argmax()])


def choose_partial(rows: Rows, said: np.ndarray, supported: float) -> float:
    """Between partly supported and not supported at all, below the threshold of supported."""
    mask = np.isin(rows.label, ["partially_supported", "not_supported"])
    mask &= rows.dataset == "wice"
    partial, said = rows.label[mask] == "partially_supported", said[mask]
    grid = np.round(np.arange(0.05, supported, 0.01), 2)
    return float(max(grid, key=lambda t: balanced_accuracy(partial, said >= t)))


def nested(rows: Rows) -> tuple[np.ndarray, np.ndarray]:
    """Probability and verdict for each row, weights and threshold fitted on other folds."""
    folds = np.array([fold_of(g) for g in rows.group])
    x = rows.features[:, columns(tuple(SIGNS))]
    said, verdict = np.zeros(len(folds)), np.zeros(len(folds), bool)
    for fold in sorted(set(folds)):
        rest = rows.where(folds != fold)
        threshold = choose_threshold(rest, out_of_fold(rest), THRESHOLD_SETS)
        here = folds == fold
        said[here] = predict(fit_support(rest), x[here])
        verdict[here] = said[here] >= threshold
    return said, verdict


def fit_contradiction(rows: Rows) -> np.ndarray:
    mine = rows.where(np.isin(rows.dataset, CONTRADICTION_SETS))
    truth = mine.label == "contradicted"
    x = mine.features[:, columns(tuple(CONTRADICTION_FEATURES))]
    return fit(x, truth, balance(mine, truth), tuple(CONTRADICTION_FEATURES.values()))


def choose_contradicted(rows: Rows) -> float:
    """The lowest threshold at which "contradicted", with a clash, is right often enough."""
    mine = rows.where(np.isin(rows.dataset, CONTRADICTION_SETS))
    folds = np.array([fold_of(g) for g in mine.group])
    x = mine.features[:, columns(tuple(CONTRADICTION_FEATURES))]
    said = np.zeros(len(folds))
    for fold in sorted(set(folds)):
        said[folds == fold] = predict(fit_contradiction(mine.where(folds != fold)),
                                      x[folds == fold])  # fmt: skip
    truth = mine.label == "contradicted"
    weights, clash = balance(mine, truth), mine.features[:, columns(CLASHES)].any(axis=1)
    clash &= mine.features[:, columns(("held_otherwise",))[0]] >= LEAST_HELD
    for threshold in np.round(np.arange(0.30, 0.96, 0.01), 2):
        told = (said >= threshold) & clash
        if told.any() and weights[told & truth].sum() / weights[told].sum() >= PRECISION:
            return float(threshold)
    return 0.95


def evaluate(rows: Rows, said: np.ndarray, verdict: np.ndarray) -> dict[str, dict[str, float]]:
    table = {}
    for name in dict.fromkeys(rows.dataset):
        mask = rows.dataset == name
        truth = rows.label[mask] == "supported"
        if truth.any() and not truth.all():
            table[str(name)] = {
                "n": int(mask.sum()),
                "ba": round(balanced_accuracy(truth, verdict[mask]), 1),
                "auroc": round(float(roc_auc_score(truth, said[mask])), 3),
            }
        else:
            table[str(name)] = {"n": int(mask.sum()), "said": round(float(verdict[mask].mean()), 3)}
    return table


def corpus_hash(names: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update((SUPPORT / f"{name}.jsonl").read_bytes())
    return digest.hexdigest()


def regression(beta: np.ndarray, names: Sequence[str]) -> dict[str, object]:
    pairs = zip(names, (round(float(b), 4) for b in beta[1:]), strict=True)
    return {"intercept": round(float(beta[0]), 4), "coefficients": {n: b for n, b in pairs if b}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write weights.json")
    write = parser.parse_args().write
    rows, others = read_sets(TRAIN), read_sets(MEASURED)
    said, verdict = nested(rows)
    threshold = choose_threshold(rows, out_of_fold(rows), THRESHOLD_SETS)
    partial = choose_partial(rows, out_of_fold(rows), threshold)
    beta = fit_support(rows)
    apart = predict(beta, others.features[:, columns(tuple(SIGNS))])
    evaluation = {
        "cross_validated": evaluate(rows, said, verdict),
        "measured_only": evaluate(others, apart, apart >= threshold),
    }
    data = {
        "version": VERSION,
        "support": regression(beta, tuple(SIGNS)),
        "contradiction": regression(fit_contradiction(rows), tuple(CONTRADICTION_FEATURES)),
        "thresholds": {"supported": threshold, "partially_supported": partial,
                       "contradicted": choose_contradicted(rows)},
        "fitted_on": TRAIN,
        "corpus_sha256": corpus_hash(TRAIN),
        "evaluation": evaluation,
    }  # fmt: skip
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    print(text)
    if write:
        OUT.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
