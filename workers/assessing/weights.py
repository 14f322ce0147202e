"""The shipped weights and thresholds in, probabilities out. Pure.

``weights.json`` is written by tests/eval/fit.py, with the evaluation that set it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression: a weight a feature and an intercept."""

    intercept: float
    coefficients: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the calibrated probability, 0 to 1."""
        logit = self.intercept + sum(w * features[f] for f, w in self.coefficients.items())
        logit = min(max(logit, -30.0), 30.0)
        return 1 / (1 + exp(-logit))


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: two regressions, and the thresholds that make verdicts of them."""

    version: str
    support: Regression
    contradiction: Regression
    supported_from: float
    partial_from: float
    contradicted_from: float


@cache
def load_weights() -> Weights:
    """Read the weights that ship with this version."""
    text = (files("workers.assessing") / "weights.json").read_text("utf-8")
    return parse_weights(json.loads(text))


def parse_weights(data: Mapping[str, object]) -> Weights:
    """Make weights of the parsed ``weights.json``; its other keys are for people."""
    thresholds = _numbers(data["thresholds"])
    return Weights(
        version=str(data["version"]),
        support=_regression(data["support"]),
        contradiction=_regression(data["contradiction"]),
        supported_from=thresholds["supported"],
        partial_from=thresholds["partially_supported"],
        contradicted_from=thresholds["contradicted"],
    )


def _regression(value: object) -> Regression:
    if not isinstance(value, dict):
        raise TypeError("weights.json: a regression is an object")
    return Regression(float(value["intercept"]), _numbers(value["coefficients"]))


def _numbers(value: object) -> dict[str, float]:
    if not isinstance(value, dict):
        raise TypeError("weights.json: an object of numbers was expected")
    return {str(name): float(number) for name, number in value.items()}
