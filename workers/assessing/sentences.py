"""A claim in, one claim for each of its sentences out; offsets stay those of the whole. Pure."""

from dataclasses import replace
from functools import lru_cache

from workers.assessing.coverage import Claim
from workers.language.sentences import split_sentences


@lru_cache(maxsize=256)
def cut_claim(claim: Claim) -> tuple[Claim, ...]:
    """Cut a claim into its sentences, leaving out those without content; once for all sources."""
    spans = split_sentences(claim.text, claim.language)
    if len(spans) < 2:  # noqa: PLR2004  one sentence needs no cutting
        return (claim,)
    return tuple(cut for span in spans if (cut := _within(claim, *span)).parts)


def _within(claim: Claim, start: int, end: int) -> Claim:
    parts = tuple(part for part in claim.parts if start <= part.token.start < end)
    tokens = tuple(token for token in claim.tokens if start <= token.start < end)
    return replace(claim, tokens=tokens, parts=parts, weight=sum(part.weight for part in parts))
