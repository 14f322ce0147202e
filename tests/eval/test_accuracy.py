"""The accuracy gate: floors on the tuning data, pinned to the corpus they were measured on."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from workers.assessing import load_scorer, score_rows

SUPPORT = Path(__file__).parents[2] / ".." / "shared" / "eval" / "support"
WEIGHTS = json.loads((files("workers.assessing") / "weights.json").read_text("utf-8"))

# set: (sha256 of its file, floor of balanced accuracy). Measured figures are in RESULTS.md;
# floors stand a little below them.
FLOORS = {
    "wice": ("96ffade7ef9cb79609222b28143ea661b94ca966d442d19264585f4ce976b5aa", 72.6),
    "attributionbench": ("57d0eef3c8b78575eee02aef60e79883dbc2d088a432001d78912b522c4ba1ed", 69.4),
    "factcheck_bench": ("03e85adb6ac649639f0a23c1f58b684d73b5704c30c65de1d86721075f06c082", 70.4),
    "fever_symmetric": ("c021652ea442488f54e9dbd866d7e4ce89109a61285b7dc5500189b5562ced77", 71.4),
    "bump": ("6c990663b35fa7e5b6733d4b83776a1ec4c3420646907d554fb89a7269bc6331", 59.6),
    "citation_integrity": (
        "034abc93f00ff1f09a2c6abdc6604fed87c1d8bc4f8f8c9bff1a915fb4b09907",
        58.2,
    ),
    "ans_ar": ("f2eb5659ea8c71d169b624a26730b2f4e35dac1b11e89d0f60c2d8790485a9e8", 64.0),
    "xnli_ko": ("11a8ae4d885252e45582924c2a3027fe3028ccc61ce87557455ea3739264f0e6", 61.5),
}
# Of those called "contradicted", on a set half of whose rows are: how many must be.
LEAST_PRECISION = 0.85


@cache
def _rows(name):
    path = SUPPORT / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"the tuning data is not here: {name}.jsonl")
    return path.read_bytes()


@cache
def _answers(name):
    rows = [json.loads(line) for line in _rows(name).decode("utf-8").splitlines()]
    asked = (json.dumps({k: row[k] for k in ("id", "statement", "source", "lang")}) for row in rows)
    return [(row["label"], answer) for row, answer in zip(rows, score_rows(asked), strict=True)]


@pytest.mark.parametrize("name", FLOORS)
def test_the_floor_of_each_set_is_held_on_the_corpus_it_was_measured_on(name):
    pinned, floor = FLOORS[name]
    assert hashlib.sha256(_rows(name)).hexdigest() == pinned, "other data: measure the floor anew"
    said = {True: [], False: []}
    for label, answer in _answers(name):
        said[label == "supported"].append(answer["verdict"] == "supported")
    right = sum(said[True]) / len(said[True]) + 1 - sum(said[False]) / len(said[False])
    assert 50 * right >= floor


def test_contradicted_is_right_when_it_is_said():
    told = [
        label
        for label, answer in _answers("fever_symmetric")
        if answer["verdict"] == "contradicted"
    ]
    assert len(told) >= 40
    assert sum(label == "contradicted" for label in told) / len(told) >= LEAST_PRECISION


def test_evidence_gives_back_the_text_of_its_source():
    _answers("wice")  # skips where the data is missing
    rows = [json.loads(line) for line in _rows("wice").decode("utf-8").splitlines()]
    for row, (_, answer) in zip(rows, _answers("wice"), strict=True):
        for passage in answer["evidence"]:
            assert row["source"][passage["start"] : passage["end"]] == passage["text"]


def test_the_shipped_weights_say_what_they_were_fitted_on_and_how_good_they_are():
    assert WEIGHTS["version"] == load_scorer().version
    figures = WEIGHTS["evaluation"]
    assert figures["cross_validated"]["wice"]["ba"] >= 66
    assert figures["measured_only"]["attributionbench"]["ba"] >= 66


def test_the_weights_were_fitted_on_the_tuning_data_that_is_here():
    digest = hashlib.sha256()
    for name in sorted(WEIGHTS["fitted_on"]):
        digest.update(_rows(name))
    assert digest.hexdigest() == WEIGHTS["corpus_sha256"]
