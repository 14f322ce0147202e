"""A claim and its passages in, what stands in the place of each missing word out. Pure.

Two sentences that say the same of different things differ between two words that they share:
"the mayor ... opened ... the bridge" and "the mayor ... closed ... the bridge".
"""

from collections.abc import Iterator

from workers.assessing.alignment import positions
from workers.assessing.coverage import Accounting, Claim, Part, Row
from workers.assessing.passages import Window
from workers.language.stopwords import STOP_WORDS

CONTEXT = 3  # content words to each side among which the nearest one found is looked for
WIDEST = 8  # words of the source from the one neighbour to the other

Slot = tuple[Part, frozenset[str]]  # a missing part, the stems of what stands in its place


def find_slots(claim: Claim, accounting: Accounting) -> tuple[Slot, ...]:
    """Give each missing word of the claim that has others in its place, with these.

    In its place is what stands between the nearest words to its left and right that are found,
    in that order and near each other, and is no word of the claim itself.
    """
    missing = (i for i, match in enumerate(accounting.together) if match == 0)
    ours = {part.stem for part in claim.parts}
    small = STOP_WORDS.get(claim.language or "en", frozenset())
    slots = (
        (claim.parts[i], frozenset(_stand_ins(i, claim, accounting)) - ours - small)
        for i in missing
        if not claim.parts[i].is_number
    )
    return tuple((part, stems) for part, stems in slots if stems)


def _stand_ins(i: int, claim: Claim, accounting: Accounting) -> Iterator[str]:
    before, after = range(i - 1, i - 1 - CONTEXT, -1), range(i + 1, i + 1 + CONTEXT)
    for window, row in zip(accounting.windows, accounting.matches, strict=True):
        left, right = _nearest(before, claim, row), _nearest(after, claim, row)
        for stem in _between(left, right, window):
            if not stem[0].isdigit():
                yield stem


def _nearest(numbers: range, claim: Claim, row: Row) -> Part | None:
    inside = (j for j in numbers if 0 <= j < len(row))
    return next((claim.parts[j] for j in inside if row[j] > 0), None)


def _between(left: Part | None, right: Part | None, window: Window) -> Iterator[str]:
    if left is None or right is None:
        return
    ends = positions(right, window)
    for start in positions(left, window):
        for end in ends:
            if start < end <= start + WIDEST:
                yield from window.index.stems[start + 1 : end]
