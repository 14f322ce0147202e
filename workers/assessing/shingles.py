"""Text in, its shingles out: runs of five words, by which copies are known. Pure.

Broder, "On the resemblance and containment of documents" (1997). Sets are exact: an
article has too few sources for sketches to pay.
"""

from functools import lru_cache

from workers.language.words import read_words

SHINGLE_WORDS = 5
_MOST_WORDS = 10_000  # what follows in a longer text does not make it less of a copy


@lru_cache(maxsize=8)
def read_shingles(text: str) -> frozenset[int]:
    """Give the shingles of a text, each as a hash that holds within this process."""
    forms: list[str] = []
    for token in read_words(text, None):
        forms.append(token.word.form)
        if len(forms) == _MOST_WORDS:
            break
    count = max(0, len(forms) - SHINGLE_WORDS + 1)
    return frozenset(hash(tuple(forms[i : i + SHINGLE_WORDS])) for i in range(count))


def resemblance(one: frozenset[int], other: frozenset[int]) -> float:
    """Shared shingles over all shingles of both, 0 to 1 (Jaccard)."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def containment(part: frozenset[int], whole: frozenset[int]) -> float:
    """Give the share of ``part`` that ``whole`` holds, 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0
