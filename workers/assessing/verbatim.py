"""A claim and its passages in, whether one sentence has it word for word out. Pure.

Weights are fitted on statements of common length and sources of common size. What stands in a
source as it stands in the article needs none of them.
"""

from workers.assessing.alignment import align
from workers.assessing.coverage import Accounting, Claim

LEAST_WORDS = 3  # fewer are found anywhere


def stands_verbatim(claim: Claim, accounting: Accounting) -> bool:
    """Whether the words of the claim stand in a sentence of its passages, in order and whole."""
    ours = [token.word.stem for token in claim.tokens]
    if len(ours) < LEAST_WORDS or len(claim.parts) < LEAST_WORDS:
        return False
    line = f" {' '.join(ours)} "
    return any(line in f" {' '.join(there.stems)} " for there in align(claim, accounting))
