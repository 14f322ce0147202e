"""How a claim's words lie in its passages: where they stand, and which is out of place. Pure."""

from collections.abc import Iterator

from workers.assessing.coverage import Accounting, Claim, Part
from workers.assessing.passages import Window

CONTEXT = 3  # content words to each side that make the clause of a word


def positions(part: Part, window: Window) -> tuple[int, ...]:
    """Where in the source's words a part stands within the window."""
    index = window.index
    like = index.like(part.stem)
    if like is None:
        return ()
    return index.within(like[0], index.first[window.first], index.first[window.last + 1])


def misplaced(claim: Claim, accounting: Accounting) -> float:
    """Weigh the most suspicious word: not in the passages, its neighbours all there (0 to 1)."""
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
