"""Features, accounting and differences in, a verdict and its reason out. Pure.

Reasons are written for an editor: what was found, and what was not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from service.domain import Differing, DifferingKind, ValueResult, Verdict
from workers.assessing.coverage import Accounting, Claim, Span
from workers.assessing.features import Case
from workers.assessing.polarity import Clash, is_denial
from workers.assessing.weights import Weights

LESS_LIKELY_THAN_NOT = 0.49  # the most a statement may have that its passage turns round
MAX_NAMED = 5  # missing words named in a reason

# Share of the weight of all that does not differ in one passage, for it to contradict: at 0.8 of
# the supported rows of WiCE one in a hundred is called contradicted, at 0.7 three.
LEAST_HELD = 0.8

# Share of a statement's weight in its best passage: of 400 supported rows of three tuning sets one
# has less. The weights know no statement of 500 words, of which the source has one.
LEAST_BEST = 0.15

COULD_NOT = {
    "nothing_to_compare": "The statement has no content words that could be looked for.",
    "no_text": "No text of the cited sources could be compared.",
    "other_language": "The cited sources are in another language than the statement.",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something the passage says otherwise, in plain words.

    ``contradicts``: it may make the verdict ``contradicted``. ``blocks``: the verdict is not
    ``supported`` while it stands. The offsets of ``data`` are into the statement.
    """

    note: str
    contradicts: bool
    blocks: bool
    data: Differing


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its probabilities, 0 to 1."""

    verdict: Verdict
    support: float
    contradiction: float


def find_differences(case: Case) -> tuple[Difference, ...]:
    """Collect what the located passage says otherwise, each kind in the order of the statement.

    A statement that denies is contradicted by what it denies alone: who "was not the first" may
    be the second.
    """
    names = (*_other_names(case), *_other_speakers(case))
    found = (*_clashing(case), *_other_values(case), *names)
    if is_denial(case.claim):
        return tuple(
            replace(each, contradicts=each.contradicts and each.data.kind is DifferingKind.NEGATION)
            for each in found
        )
    return found


def _clashing(case: Case) -> Iterator[Difference]:
    ours = case.claim.text
    for clash in case.clashes:
        theirs = case.text_of(clash.source_id)
        data = Differing(
            kind=DifferingKind(clash.kind),
            in_article=ours[clash.start : clash.end],
            in_source=theirs[clash.source_start : clash.source_end],
            start=clash.start,
            end=clash.end,
            source_id=clash.source_id,
            source_start=clash.source_start,
            source_end=clash.source_end,
        )
        yield Difference(
            clash.describe(ours, theirs), _contradicts(case, clash), blocks=True, data=data
        )


def _other_values(case: Case) -> Iterator[Difference]:
    for v in case.values:
        if v.result is not ValueResult.DIFFERENT or v.start is None or v.end is None:
            continue
        theirs, source = v.in_source or "", v.source_id or ""
        data = Differing(DifferingKind.VALUE, v.in_article, theirs, v.start, v.end, source)
        note = f"it has “{theirs}” where the article has “{v.in_article}”"
        if v.is_same_word:
            note = f"it says “{theirs}” of another day"
        yield Difference(note, contradicts=True, blocks=True, data=data)


def _other_names(case: Case) -> Iterator[Difference]:
    denies = is_denial(case.claim)  # who "is not Norwegian" may well be Danish
    for rival in case.rivals:
        is_other = rival.in_slot and not denies
        start, end = rival.part.token.start, rival.part.token.end
        data = Differing(
            kind=DifferingKind.NAME,
            in_article=case.claim.text[start:end],
            in_source=rival.window.index.text[rival.start : rival.end],
            start=start,
            end=end,
            source_id=rival.window.index.source_id,
            source_start=rival.start,
            source_end=rival.end,
            in_place=rival.in_slot,
        )
        yield Difference(rival.describe(case.claim.text), is_other, is_other, data)


def _other_speakers(case: Case) -> Iterator[Difference]:
    """Say who else says it there; the source's speaker may repeat what the article's said."""
    ours = case.claim
    for other in case.other_speakers:
        start, end = ours.tokens[other.first].start, ours.tokens[other.last].end
        index = other.there.window.index
        source_start, source_end = other.there.span(other.start, other.end)
        data = Differing(
            kind=DifferingKind.NAME,
            in_article=ours.text[start:end],
            in_source=index.text[source_start:source_end],
            start=start,
            end=end,
            source_id=index.source_id,
            source_start=source_start,
            source_end=source_end,
            in_place=True,
        )
        note = f"there “{data.in_source}” says so, where the article has “{data.in_article}”"
        yield Difference(note, contradicts=False, blocks=True, data=data)


def _contradicts(case: Case, clash: Clash) -> bool:
    """Tell a denial that repeats all else word for word, or an opposite, from a mere question.

    "Rejects only one" is not "accepts": what turns an opposite round is known of English alone.
    """
    if clash.kind == "negation":
        return all(case.accounting.together)
    if case.claim.language not in {None, "en"}:
        return False
    return clash.kind in {"opposite", "class", "order"}


def judge(
    weights: Weights,
    features: Mapping[str, float],
    differences: Sequence[Difference],
    *,
    is_verbatim: bool = False,
) -> Judgement:
    """Thresholds make the verdict; guards hold it back where the passage differs.

    A contradiction needs a located difference; silence is never one. Where a guard keeps a
    statement from ``supported``, its probability is held under that threshold too. So
    it is where next to nothing stands in one passage, however long the statement is; what
    stands there verbatim is ``supported``, however long the source is.
    """
    support = weights.support.probability(features)
    if features["best"] < LEAST_BEST:
        support = min(support, weights.partial_from - 0.01)
    elif is_verbatim:
        support = max(support, weights.supported_from)
    contradiction = 0.0
    if _same_thing(features) and any(d.contradicts for d in differences):
        contradiction = weights.contradiction.probability(features)
    if any(d.blocks for d in differences):
        support = min(support, weights.supported_from - 0.01, LESS_LIKELY_THAN_NOT)
    return Judgement(_verdict(weights, support, contradiction), support, contradiction)


def _same_thing(features: Mapping[str, float]) -> bool:
    """Whether the best passage is about the very same thing: only then can it contradict."""
    return features["held_otherwise"] >= LEAST_HELD


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
    unsupported: Span | None = None,
) -> str:
    """Say in plain words why the verdict is what it is; ``unsupported`` is a clause it lacks."""
    words = _named(claim.text, missing)
    differing = "; ".join(dict.fromkeys(difference.note for difference in differences))
    if verdict is Verdict.CONTRADICTED:
        return f"The passage says otherwise: {differing}."
    if verdict is Verdict.SUPPORTED:
        return f"The passage says so, though without {words}." if words else "The passage says so."
    if differing:
        return f"The nearest passage is about this, but differs: {differing}."
    if verdict is Verdict.PARTIALLY_SUPPORTED:
        if unsupported:
            return f"The passage says part of this, but not {_named(claim.text, (unsupported,))}."
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
