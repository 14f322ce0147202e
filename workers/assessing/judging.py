"""Probabilities, accounting and clashes in, a verdict and its reason out. Pure.

Reasons are written for an editor: what was found, and what was not.
"""

from collections.abc import Sequence

from service.domain import Verdict
from workers.assessing.coverage import Accounting, Claim
from workers.assessing.polarity import Clash
from workers.assessing.weights import Weights

MAX_NAMED = 5  # missing words named in a reason

COULD_NOT = {
    "nothing_to_compare": "The statement has no content words that could be looked for.",
    "no_text": "No text of the cited sources could be compared.",
    "other_language": "The cited sources are in another language than the statement.",
}


def choose_verdict(
    weights: Weights, support: float, contradiction: float, clashes: Sequence[Clash]
) -> Verdict:
    """Thresholds make the verdict; a contradiction needs a clash in a located passage too."""
    if clashes and contradiction >= weights.contradicted_from:
        return Verdict.CONTRADICTED
    if support >= weights.supported_from and not clashes:
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
        if runs and _joins(claim.text[runs[-1][1] : start]):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return tuple(runs)


def _joins(between: str) -> bool:
    return not between.strip("-‐‑– \u00a0")


def explain(
    verdict: Verdict, claim: Claim, missing: Sequence[tuple[int, int]], clashes: Sequence[Clash]
) -> str:
    """Say in plain words why the verdict is what it is."""
    words = _named(claim.text, missing)
    if verdict is Verdict.CONTRADICTED:
        return f"The passage says otherwise: {_differing(claim, clashes)}."
    if verdict is Verdict.SUPPORTED:
        return "The passage says so." if not words else f"The passage says so but for {words}."
    if verdict is Verdict.PARTIALLY_SUPPORTED:
        return _partial(claim, words, clashes)
    return (
        f"The source was read; it does not say {words}."
        if words
        else ("The source was read; its words are there, but not together.")
    )


def _partial(claim: Claim, words: str, clashes: Sequence[Clash]) -> str:
    if clashes:
        return f"The passage is about this, but differs: {_differing(claim, clashes)}."
    if words:
        return f"The passage says part of this; it does not say {words}."
    return "The words are in the source, but it does not put them together like this."


def _named(text: str, spans: Sequence[tuple[int, int]]) -> str:
    shown = [f"“{text[start:end]}”" for start, end in spans[:MAX_NAMED]]
    return ", ".join(shown) + (" and more" if len(spans) > MAX_NAMED else "")


def _differing(claim: Claim, clashes: Sequence[Clash]) -> str:
    return "; ".join(dict.fromkeys(clash.describe(claim.text) for clash in clashes))
