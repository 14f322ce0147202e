"""Features, accounting and differences in, a verdict and its reason out. Pure.

Reasons are written for an editor: what was found, and what was not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from service.domain import ValueResult, Verdict
from workers.assessing.coverage import Accounting, Claim
from workers.assessing.features import Case
from workers.assessing.polarity import Clash
from workers.assessing.weights import Weights

LESS_LIKELY_THAN_NOT = 0.49  # the most a statement may have that its passage turns round
MAX_NAMED = 5  # missing words named in a reason

LEAST_BEST = 0.7  # share of the statement's weight in one passage, for it to contradict

COULD_NOT = {
    "nothing_to_compare": "The statement has no content words that could be looked for.",
    "no_text": "No text of the cited sources could be compared.",
    "other_language": "The cited sources are in another language than the statement.",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something the passage says otherwise, in plain words.

    ``contradicts``: it may make the verdict ``contradicted``. ``blocks``: the verdict is not
    ``supported`` while it stands.
    """

    note: str
    contradicts: bool
    blocks: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its probabilities, 0 to 1."""

    verdict: Verdict
    support: float
    contradiction: float


def find_differences(case: Case) -> tuple[Difference, ...]:
    """Collect what the located passage says otherwise, in the order of the statement."""
    clashes = (
        Difference(clash.describe(case.claim.text), _contradicts(case, clash), blocks=True)
        for clash in case.clashes
    )
    values = (
        Difference(f"it has “{v.in_source}” where you have “{v.in_article}”", True, blocks=True)
        for v in case.values
        if v.result is ValueResult.DIFFERENT
    )
    rivals = (
        Difference(rival.describe(case.claim.text), contradicts=False, blocks=False)
        for rival in case.rivals
    )
    return (*clashes, *values, *rivals)


def _contradicts(case: Case, clash: Clash) -> bool:
    """Tell a denial that repeats all else word for word, or an opposite, from a mere question."""
    if clash.kind == "negation":
        return all(case.accounting.together)
    return clash.kind == "opposite"


def judge(
    weights: Weights, features: Mapping[str, float], differences: Sequence[Difference]
) -> Judgement:
    """Thresholds make the verdict; guards hold it back where the passage differs.

    A contradiction needs a located difference; silence is never one. Where a guard keeps a
    statement from ``supported``, its probability is held under that threshold too.
    """
    support = weights.support.probability(features)
    contradiction = 0.0
    if _same_thing(features) and any(d.contradicts for d in differences):
        contradiction = weights.contradiction.probability(features)
    if any(d.blocks for d in differences):
        support = min(support, weights.supported_from - 0.01, LESS_LIKELY_THAN_NOT)
    return Judgement(_verdict(weights, support, contradiction), support, contradiction)


def _same_thing(features: Mapping[str, float]) -> bool:
    """Whether the best passage is about the very same thing: only then can it contradict."""
    return features["best"] >= LEAST_BEST and not features["missing_names"]


def _verdict(weights: Weights, support: float, contradiction: float) -> Verdict:
    if contradiction >= weights.contradicted_from:
        return Verdict.CONTRADICTED
    if support >= weights.supported_from:
        return Verdict.SUPPORTED
    if support >= weights.partial_from:
        return Verdict.PARTIALLY_SUPPORTED
    return Verdict.NOT_FOUND


def missing_parts(claim: Claim, accounting: Accounting) -> tuple[tuple[int, int], ...]:
    """Offsets into the statement of the words that no passage accounts for, joined into runs."""
    runs: list[tuple[int, int]] = []
    for part, match in zip(claim.parts, accounting.together, strict=True):
        if match > 0:
            continue
        start, end = part.token.start, part.token.end
        if runs and not claim.text[runs[-1][1] : start].strip("-‐‑– \u00a0"):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return tuple(runs)


def explain(
    verdict: Verdict,
    claim: Claim,
    missing: Sequence[tuple[int, int]],
    differences: Sequence[Difference],
) -> str:
    """Say in plain words why the verdict is what it is."""
    words = _named(claim.text, missing)
    differing = "; ".join(dict.fromkeys(difference.note for difference in differences))
    if verdict is Verdict.CONTRADICTED:
        return f"The passage says otherwise: {differing}."
    if verdict is Verdict.SUPPORTED:
        return f"The passage says so but for {words}." if words else "The passage says so."
    if differing:
        return f"The nearest passage is about this, but differs: {differing}."
    if verdict is Verdict.PARTIALLY_SUPPORTED:
        return (
            f"The passage says part of this; it does not say {words}."
            if words
            else "The words are in the source, but it does not clearly say this."
        )
    return (
        f"The source was read; it does not say {words}."
        if words
        else "The source was read; its words are there, but it does not clearly say this."
    )


def _named(text: str, spans: Sequence[tuple[int, int]]) -> str:
    shown = [f"“{text[start:end]}”" for start, end in spans[:MAX_NAMED]]
    return ", ".join(shown) + (" and more" if len(spans) > MAX_NAMED else "")
