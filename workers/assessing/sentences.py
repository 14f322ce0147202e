"""A claim in, one claim for each of its sentences out; offsets stay those of the whole. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from workers.assessing.coverage import Claim, Span
from workers.language.sentences import split_sentences


def cut_claim(claim: Claim) -> Iterator[Claim]:
    """Cut a claim into its sentences, leaving out those without content."""
    spans = _spans(claim.text, claim.language)
    if len(spans) < 2:  # noqa: PLR2004  one sentence needs no cutting
        yield claim
        return
    for start, end in spans:
        parts = tuple(p for p in claim.parts if start <= p.token.start < end)
        if parts:
            tokens = tuple(t for t in claim.tokens if start <= t.start < end)
            weight = sum(part.weight for part in parts)
            yield replace(claim, tokens=tokens, parts=parts, weight=weight)


@lru_cache(maxsize=256)
def _spans(statement: str, language: str | None) -> tuple[Span, ...]:
    """Split a statement, once for all its sources."""
    return split_sentences(statement, language)
