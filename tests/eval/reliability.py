"""How far the probability of support can be believed, and the worst errors.

In: the tuning sets. Out: the tables of RESULTS.md, on stdout: the expected calibration error of
each set and of all, the curve, and the ids of the twenty errors that were told most surely. Sets
that were trained on are nested (see fit.py); all sides of a set weigh alike in the pooled curve
as in the fit, since a set's share of supported rows is an accident of how it was made.
Usage: python tests/eval/reliability.py
"""

import json

import fit
import numpy as np

MEASURED = ("attributionbench", "xnli_ko", "ans_ar", "averitec")
BINS = 10
WORST = 20
WORST_SETS = ("wice", "attributionbench", "factcheck_bench", "fever_symmetric")  # nearest the job


def bins_of(said: np.ndarray) -> np.ndarray:
    """The bin of each probability, 0 to BINS - 1."""
    return np.minimum((said * BINS).astype(int), BINS - 1)


def curve(
    truth: np.ndarray, said: np.ndarray, weights: np.ndarray
) -> list[tuple[int, float, float, float]]:
    """Each bin that is not empty: its number, share of weight, mean told, share supported."""
    bins, rows = bins_of(said), []
    for k in range(BINS):
        w = weights * (bins == k)
        if w.sum():
            told, true = w @ said / w.sum(), w @ truth / w.sum()
            rows.append((k, float(w.sum() / weights.sum()), float(told), float(true)))
    return rows


def calibration_error(truth: np.ndarray, said: np.ndarray, weights: np.ndarray) -> float:
    """The expected calibration error: how far told and true lie apart, on average."""
    return sum(share * abs(told - true) for _, share, told, true in curve(truth, said, weights))


def table(rows: fit.Rows, said: np.ndarray) -> None:
    truth = rows.label == "supported"
    for name in dict.fromkeys(rows.dataset):
        mask = rows.dataset == name
        if truth[mask].any():
            one = rows.where(mask)
            alike, even = np.ones(mask.sum()), fit.balance(one, truth[mask])
            errors = (calibration_error(truth[mask], said[mask], w) for w in (alike, even))
            cells = " | ".join(f"{error:.3f}" for error in errors)
            print(f"| {name} | {mask.sum()} | {truth[mask].mean():.2f} | {cells} |")


def pooled(rows: fit.Rows, said: np.ndarray) -> None:
    truth = rows.label == "supported"
    weights = fit.balance(rows, truth)
    print(f"pooled: {calibration_error(truth, said, weights):.3f}\n")
    print("| told | share of rows | mean told | supported |\n|---|---|---|---|")
    for k, share, told, true in curve(truth, said, weights):
        print(f"| {k / BINS:.1f} to {(k + 1) / BINS:.1f} | {share:.3f} | {told:.2f} | {true:.2f} |")


def worst(rows: fit.Rows, said: np.ndarray, names: tuple[str, ...]) -> None:
    """Print the errors that were told most surely, by the id of their rows."""
    texts = ((fit.SUPPORT / f"{name}.jsonl").read_text("utf-8") for name in names)
    ids = np.array([json.loads(line)["id"] for text in texts for line in text.splitlines()])
    wrong = np.abs(said - (rows.label == "supported")) * np.isin(rows.dataset, WORST_SETS)
    for i in np.argsort(-wrong, kind="stable")[:WORST]:
        print(f"{rows.dataset[i]} {ids[i]} {rows.label[i]} told {said[i]:.2f}")


def joined(one: fit.Rows, other: fit.Rows) -> fit.Rows:
    names = ("features", "label", "group", "dataset")
    return fit.Rows(*(np.concatenate([getattr(one, n), getattr(other, n)]) for n in names))


def main() -> None:
    rows, others = fit.read_sets(fit.TRAIN), fit.read_sets(MEASURED)
    said, _ = fit.nested(rows)
    apart = fit.predict(fit.fit_support(rows), others.features[:, fit.columns(tuple(fit.SIGNS))])
    print("| set | n | supported | ECE | ECE, sides alike |\n|---|---|---|---|---|")
    table(rows, said)
    table(others, apart)
    pooled(rows, said)
    both, all_said = joined(rows, others), np.concatenate([said, apart])
    worst(both, all_said, (*fit.TRAIN, *MEASURED))


if __name__ == "__main__":
    main()
