"""A claim beside sentences of its sources in, whether one has it word for word out. Pure.

Weights are fitted on statements of common length and sources of common size. What stands in a
source as it stands in the article needs none of them.
"""

from collections.abc import Iterable

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim

LEAST_WORDS = 3  # fewer are found anywhere


def stands_verbatim(claim: Claim, aligned: Iterable[Aligned]) -> bool:
    """Whether the words of the claim stand in one of the sentences, in order and whole."""
    ours = [token.word.stem for token in claim.tokens]
    if len(ours) < LEAST_WORDS or len(claim.parts) < LEAST_WORDS:
        return False
    line = f" {' '.join(ours)} "
    return any(line in f" {' '.join(there.stems)} " for there in aligned)
