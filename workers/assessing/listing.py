"""A claim and a line of its source in, that the line is but a row of keywords out. Pure.

Tags have every word of a claim and say nothing: "mayor, bridge, opened, Monday". Told of a row of
single words without a figure, and of claims that list nothing themselves: what is in a loaf may be
a row too, and the row of a table has figures. A page that also says it beside its tags is none.
"""

import re
from collections import Counter
from itertools import pairwise

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim

Span = tuple[int, int]

LEAST_WORDS = 5  # of the row, to be no list of a few names
LEAST_SAID = 0.6  # share of the words in the row, that a sentence has if it may say the same
LEAST_SHARED = 4  # of them the claim's
_LABEL = re.compile(
    r"^\W*(?:tags?|keywords?|topics?|schlagw(?:ort|orte|örter)|themen)\s*:", re.IGNORECASE
)
_MARK = re.compile(r"\s*[,|;•·]\s*")
_WORD = re.compile(r"#?[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*\.?")
_JOINED = re.compile(r"\s*(?:,|,?\s+(?:and|or|und|oder|et|ou|y|o|e)\s)\s*")


def find_listing(claim: Claim, there: Aligned) -> Span | None:
    """Give the offsets of a line in its source, if it is a row of keywords."""
    if len(there.shared) < LEAST_SHARED or _lists(claim, there):
        return None
    index = there.window.index
    start, end = index.opens[there.unit], index.closes[there.unit]
    words = _MARK.split(_LABEL.sub("", index.text[start:end]).strip())
    is_row = len(words) >= LEAST_WORDS and all(_WORD.fullmatch(word) for word in words)
    return (start, end) if is_row and not _is_said(there) else None


def _is_said(there: Aligned) -> bool:
    """Whether another line of the page has as many of these words: its text, beside its tags."""
    stems = {there.stems[place] for place in there.shared}
    units = Counter(unit for stem in stems for unit in there.window.index.units_with(stem))
    units.pop(there.unit, None)
    return max(units.values(), default=0) >= LEAST_SAID * len(stems)


def _lists(claim: Claim, there: Aligned) -> bool:
    """Whether two of the words that both have are but parts of a list in the claim too."""
    tokens = [claim.parts[i].token for i in sorted(there.places)]
    return any(
        _JOINED.fullmatch(claim.text[left.end : right.start]) for left, right in pairwise(tokens)
    )
