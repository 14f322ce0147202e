"""How a claim's words lie in its passages: which neighbours stay together. Pure."""

from collections.abc import Iterator
from itertools import pairwise

from workers.assessing.coverage import Accounting, Claim, Part
from workers.assessing.passages import Window

NEAR = 4  # words that may stand between two neighbours beyond those of the statement
CONTEXT = 3  # content words to each side that make the clause of a word


def positions(part: Part, window: Window) -> tuple[int, ...]:
    """Where in the source's words a part stands within the window."""
    index = window.index
    like = index.like(part.stem)
    if like is None:
        return ()
    low, high = index.first[window.first], index.first[window.last + 1]
    return index.within(like[0], low, high)


def neighbours_kept(claim: Claim, accounting: Accounting) -> float:
    """Share (by weight) of neighbouring content words that are neighbours in a passage too."""
    kept = whole = 0.0
    places = [[positions(p, w) for p in claim.parts] for w in accounting.windows]
    order = {token.start: i for i, token in enumerate(claim.tokens)}
    for i, (a, b) in enumerate(pairwise(claim.parts)):
        weight = min(a.weight, b.weight)
        reach = NEAR + order[b.token.start] - order[a.token.start]
        whole += weight
        kept += weight * any(_near(row[i], row[i + 1], reach) for row in places)
    return kept / whole if whole else 1.0


def _near(first: tuple[int, ...], second: tuple[int, ...], reach: int) -> bool:
    return any(abs(a - b) <= reach for a in first for b in second)


def misplaced(claim: Claim, accounting: Accounting) -> float:
    """The most suspicious word: heavy, not in the passages, its neighbours all there (0 to 1)."""
    return max(_suspicions(claim, accounting), default=0.0)


def _suspicions(claim: Claim, accounting: Accounting) -> Iterator[float]:
    found = accounting.together
    for i, part in enumerate(claim.parts):
        if found[i] > 0:
            continue
        around = [*range(max(i - CONTEXT, 0), i), *range(i + 1, min(i + 1 + CONTEXT, len(found)))]
        weight = sum(claim.parts[j].weight for j in around)
        if weight:
            context = sum(claim.parts[j].weight * found[j] for j in around) / weight
            yield context * min(part.weight / 6, 1.0)
