"""Text in, its shingles out: runs of five words, by which copies are known. Pure.

Broder, "On the resemblance and containment of documents" (1997). Which texts to compare is
found by MinHash (rensa); what is said of two of them rests on their whole sets.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rensa import RMinHash, RMinHashLSH

SHINGLE_WORDS = 5
_MOST_WORDS = 10_000  # what follows in a longer text does not make it less of a copy
_MOST_CHARACTERS = 200_000
# Scripts that do not part their words give each character as a word.
_UNPARTED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNPARTED}]|[^\W_{_UNPARTED}]+")

# With 32 bands of 4, a pair that resembles by 0.8 is missed once in 20 million:
# 1 - (1 - 0.8 ** 4) ** 32 (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4.2).
_PERMUTATIONS = 128
_BANDS = 32
_SEED = 42


@lru_cache(maxsize=8)
def read_shingles(text: str) -> frozenset[int]:
    """Give the shingles of a text, each as a hash that holds within this process."""
    plain = unicodedata.normalize("NFKC", text[:_MOST_CHARACTERS]).casefold()
    words = _WORD.findall(plain)[:_MOST_WORDS]
    runs = zip(*(words[start:] for start in range(SHINGLE_WORDS)), strict=False)
    return frozenset(hash(run) for run in runs)


def find_pairs(sets: Sequence[frozenset[int]], least: float) -> list[tuple[int, int]]:
    """Give the pairs of indexes, lower first, whose sets resemble each other by ``least``.

    ``least`` is 0.8 or more: below it, pairs would be missed.
    """
    index = RMinHashLSH(threshold=least, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    pairs: list[tuple[int, int]] = []
    for this, mine in enumerate(sets):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update([str(shingle) for shingle in mine])
        near = sorted(index.query(sketch))
        pairs += [(other, this) for other in near if resemblance(sets[other], mine) >= least]
        index.insert(this, sketch)
    return pairs


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared shingles over all shingles of both, 0 to 1 (Jaccard)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def containment(part: frozenset[int], whole: frozenset[int]) -> float:
    """Give the share of ``part`` that ``whole`` holds, 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0
