"""A score, the fate of the quotations and the gaps in; verdict and reason out. Pure.

Reasons read ``code: words``: the code is for machines, the words for an editor.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.domain import Attribution, QuoteCheck, QuoteResult, StatementKind, Verdict
from workers.assessing.scorer import Score

# Of the statement's weight, in one passage: below this a word like "in" is all they share.
# Argued on short sentences of scripts without spaces, whose few pairs hide how little it is.
LEAST_PART = 0.05

# Quotations whose words the cited source does not give as the article does.
_BROKEN = {
    QuoteResult.ALTERED: "the source has the quotation in other words",
    QuoteResult.ELISION_CHANGES_MEANING: "what was left out of the quotation changes its meaning",
    QuoteResult.WRONG_SPEAKER: "the source gives the quotation to another speaker",
    QuoteResult.NOT_FOUND: "the quotation is not in the cited source",
    QuoteResult.FOUND_IN_OTHER_SOURCE: "the quotation is in another source than the one cited",
}

_WHY_NOT_APPLICABLE = {
    StatementKind.OPINION: "an opinion is not checked against sources",
    StatementKind.PREDICTION: "a prediction cannot be checked yet",
    StatementKind.QUESTION: "a question claims nothing",
    StatementKind.OWN_REPORTING: "the newsroom's own reporting rests on no outside source",
    StatementKind.BOILERPLATE: "not part of what the article reports",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict and the reason for it."""

    verdict: Verdict
    reason: str


def not_applicable(kind: StatementKind) -> str:
    """Say why statements of ``kind`` are not checked."""
    return f"{kind}: {_WHY_NOT_APPLICABLE[kind]}"


def uncited(attribution: Attribution) -> str:
    """Say what the article does tell of where a statement comes from, though it links nothing."""
    names = dict.fromkeys(link.name for link in attribution.chain if link.url is None)
    told = list(names) or ([attribution.speaker] if attribution.speaker else [])
    if not told:
        return "no_citation: nothing in the article says where this comes from"
    through = ", ".join(f"“{name}”" for name in told)
    return f"no_citation: the article gives this to {through}, and links nothing"


def unreadable(gaps: Sequence[str]) -> str:
    """Say why none of the cited sources could be used."""
    return f"source_unread: {'; '.join(gaps)}"


def decide(
    score: Score,
    quotes: Sequence[QuoteCheck],
    gaps: Sequence[str],
    abroad: Sequence[str] = (),
) -> Decision:
    """Combine what the words, the quotations and the gaps say.

    A broken quotation takes ``supported`` away. ``not_found`` is said only when every cited
    source was read whole, and in the language of the statement (``abroad`` names the others):
    silence of a part proves nothing.
    """
    best = max((passage.score for passage in score.evidence), default=0.0)
    if score.verdict is Verdict.PARTIALLY_SUPPORTED and best < LEAST_PART:
        # A part is supported by a passage, or not at all.
        score = replace(score, verdict=Verdict.NOT_FOUND, reason_code=Verdict.NOT_FOUND.value)
    broken = next((_BROKEN[q.result] for q in quotes if q.result in _BROKEN), None)
    if score.verdict is Verdict.SUPPORTED and broken:
        return Decision(Verdict.PARTIALLY_SUPPORTED, f"quotation: {broken}")
    if score.verdict is Verdict.NOT_FOUND and gaps:
        gap = f"source_unread: not in what could be read, and {'; '.join(gaps)}"
        return Decision(Verdict.COULD_NOT_CHECK, gap)
    if score.verdict is Verdict.NOT_FOUND and abroad:
        gap = f"other_language: not in what could be compared, and {'; '.join(abroad)}"
        return Decision(Verdict.COULD_NOT_CHECK, gap)
    return Decision(score.verdict, f"{score.reason_code}: {score.reason}")
