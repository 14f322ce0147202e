"""A claim and its passages in, words that stand where one of the claim's words should. Pure.

Where a passage has the neighbours of a missing name, and another name beside them, that other
one is its rival: the source speaks of the same thing and of someone else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from workers.assessing.alignment import positions
from workers.assessing.coverage import Accounting, Claim, Part
from workers.assessing.passages import Window

REACH = 4  # words from a neighbour of the missing word to its rival
CONTEXT = 3  # content words to each side that must be there
LEAST_CONTEXT = 0.6  # share of the context's weight in the passage


@dataclass(frozen=True, slots=True)
class Rival:
    """A missing part of the claim, and the place in the source (offsets) of what differs.

    ``in_slot``: the word beside it is that of the claim on the same side, and a content word, or
    the words on both sides are: it stands in the very place of the missing one.
    """

    part: Part
    window: Window
    start: int
    end: int
    in_slot: bool

    def describe(self, statement: str) -> str:
        """Say it in plain words."""
        ours = statement[self.part.token.start : self.part.token.end]
        theirs = self.window.index.text[self.start : self.end]
        return f"it has “{theirs}” where the article has “{ours}”"


def find_rivals(claim: Claim, accounting: Accounting) -> tuple[Rival, ...]:
    """Find the rival of each missing name of the claim: the first in its slot, else the first."""
    found = (
        min(_rivals_of(i, claim, accounting), key=lambda rival: not rival.in_slot, default=None)
        for i, part in enumerate(claim.parts)
        if part.is_name and accounting.together[i] == 0
    )
    return tuple(rival for rival in found if rival is not None)


def _rivals_of(i: int, claim: Claim, accounting: Accounting) -> Iterator[Rival]:
    around = [
        j for j in range(i - CONTEXT, i + CONTEXT + 1) if j != i and 0 <= j < len(claim.parts)
    ]
    whole = sum(claim.parts[j].weight for j in around)
    for window, row in zip(accounting.windows, accounting.matches, strict=True):
        context = sum(claim.parts[j].weight * row[j] for j in around) / (whole or 1.0)
        if context >= LEAST_CONTEXT:
            yield from _beside(i, claim, window)


def _beside(i: int, claim: Claim, window: Window) -> Iterator[Rival]:
    part, index = claim.parts[i], window.index
    ours = {p.stem for p in claim.parts}
    low, high = index.first[window.first], index.first[window.last + 1]
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(claim.parts)]
    for place in sorted({q for j in near for q in positions(claim.parts[j], window)}):
        for k in range(max(low, place - REACH), min(high, place + REACH + 1)):
            if index.stems[k] not in ours and _is_name(window, k):
                yield Rival(
                    part, window, index.starts[k], index.ends[k], _in_slot(claim, part, window, k)
                )


def _is_name(window: Window, k: int) -> bool:
    """Whether a word of the source has a capital that no opening of a sentence gave it."""
    index = window.index
    return index.text[index.starts[k]].isupper() and k != index.first[index.unit_of[k]]


def _in_slot(claim: Claim, part: Part, window: Window, k: int) -> bool:
    """Compare the words on both sides of the missing name with those of its rival.

    Neighbours that are names themselves belong to the same name, so they are stepped over.
    """
    at = next(i for i, token in enumerate(claim.tokens) if token.start == part.token.start)
    ours = [t.word.stem for t in claim.tokens]
    index = window.index
    low, high = index.first[index.unit_of[k]], index.first[index.unit_of[k] + 1]
    before, after = at - 1, at + 1
    while before >= 0 and _is_missing_name(claim, before, window):
        before -= 1
    while after < len(ours) and _is_missing_name(claim, after, window):
        after += 1
    left, right = k - 1, k + 1
    while left >= low and _is_name(window, left) and index.stems[left] not in ours:
        left -= 1
    while right < high and _is_name(window, right) and index.stems[right] not in ours:
        right += 1
    same_left = before >= 0 and left >= low and ours[before] == index.stems[left]
    same_right = after < len(ours) and right < high and ours[after] == index.stems[right]
    content = {p.stem for p in claim.parts}
    return (same_left and same_right) or (same_left and ours[before] in content)


def _is_missing_name(claim: Claim, at: int, window: Window) -> bool:
    word = claim.tokens[at].word
    return word.capital and window.index.like(word.stem) is None
