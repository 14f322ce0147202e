"""A quotation and a source's wording in, the nearest altered wording of it out. Pure.

Candidate windows come from where the quotation's words stand; RapidFuzz aligns the
letters, then the words, of the best windows.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein, Opcode

from workers.assessing.quotes.wording import Wording
from workers.language.words import WordKind, read_word

# Argued on the misquotations of the test set: below these shares it is another sentence.
_LEAST_SHARE = 0.55  # of the quoted words, found in order
_LEAST_DENSITY = 0.45  # of the source's words over the same stretch
_LEAST_CONTENT = 2
_LEAST_ORDER, _LEAST_WORDS = 0.75, 5
_LEAST_LETTERS = 82.0  # partial ratio, for alterations within words
_WINDOWS = 6
_BREAK = re.compile(r"[.!?\n“”«»„\"]")
_BRIDGE = 2  # words
_MOST_PER_WORD = 400  # places of one word; commoner words do not tell windows apart


@dataclass(frozen=True, slots=True)
class Alteration:
    """The source's words ``first`` to ``last`` that come nearest, how near, and the diff."""

    first: int
    last: int
    share: float
    diff: str


@lru_cache(maxsize=16)
def _positions(source: Wording) -> dict[str, list[int]]:
    """Where each word stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(source.forms):
        places[form].append(i)
    return dict(places)


def find_alteration(quote: Wording, source: Wording) -> Alteration | None:
    """Give the stretch of the source that the quotation most likely altered, if one is near."""
    best: Alteration | None = None
    for begin in _windows(quote, source):
        found = _align(quote, source, begin)
        if found and (best is None or (found.share, -found.first) > (best.share, -best.first)):
            best = found
    return best


def _windows(quote: Wording, source: Wording) -> list[int]:
    """Where windows begin that hold most of the quotation's words, best first."""
    places = _positions(source)
    votes: dict[int, set[int]] = defaultdict(set)
    for offset, form in enumerate(quote.forms):
        found = places.get(form, [])
        if len(found) > _MOST_PER_WORD:
            continue
        for place in found:
            # The word's place less its place in the quotation, in coarse steps.
            begin = (place - offset) // _step(quote)
            votes[begin].add(offset)
            votes[begin + 1].add(offset)
    ranked = sorted(votes, key=lambda begin: (-len(votes[begin]), begin))
    return [begin * _step(quote) for begin in ranked[:_WINDOWS]]


def _step(quote: Wording) -> int:
    return max(2, len(quote.forms) // 3)


def _align(quote: Wording, source: Wording, begin: int) -> Alteration | None:
    slack = _step(quote) + 2
    low = max(0, begin - slack)
    high = min(len(source.forms), begin + len(quote.forms) + 2 * slack)
    blocks = _common(quote, source, low, high)
    if not blocks:
        return None
    first, last = _stretch(quote, source, low, blocks)
    operations = list(Levenshtein.opcodes(quote.forms, source.forms[first:last]))
    same = [
        form
        for op in operations
        if op.tag == "equal"
        for form in quote.forms[op.src_start : op.src_end]
    ]
    if not _is_near(quote, source.forms[first:last], same):
        return None
    share = len(same) / len(quote.forms)
    return Alteration(first, last, share, _diff(quote, source, first, operations))


def _common(quote: Wording, source: Wording, low: int, high: int) -> list[Opcode]:
    """Give the runs of words that both have in order, less outliers."""
    operations = Indel.opcodes(quote.forms, source.forms[low:high])
    blocks = [op for op in operations if op.tag == "equal"]
    while len(blocks) > 1 and _far(blocks[0], blocks[0], blocks[1], source, low):
        blocks.pop(0)
    while len(blocks) > 1 and _far(blocks[-1], blocks[-2], blocks[-1], source, low):
        blocks.pop()
    return blocks


def _far(outer: Opcode, before: Opcode, after: Opcode, source: Wording, low: int) -> bool:
    """Whether more of the source lies between two runs than the outer one can bridge."""
    size = outer.src_end - outer.src_start
    between = (after.dest_start - before.dest_end) - (after.src_start - before.src_end)
    if between > _BRIDGE * (1 + size):
        return True
    if size > _BRIDGE or after.dest_start == before.dest_end:
        return False
    return any(_parted(source, low + i) for i in range(before.dest_end - 1, after.dest_start))


def _stretch(quote: Wording, source: Wording, low: int, blocks: list[Opcode]) -> tuple[int, int]:
    """Give the source's words that the quotation spans, its changed first and last words too."""
    first, last = low + blocks[0].dest_start, low + blocks[-1].dest_end
    for _ in range(blocks[0].src_start):
        if first == 0 or _parted(source, first - 1):
            break
        first -= 1
    for _ in range(len(quote.forms) - blocks[-1].src_end):
        if last == len(source.forms) or _parted(source, last - 1):
            break
        last += 1
    return first, last


def _parted(source: Wording, i: int) -> bool:
    """Whether a sentence or quotation ends between the source's words ``i`` and ``i + 1``."""
    return bool(_BREAK.search(source.text, source.ends[i], source.starts[i + 1]))


def _is_near(quote: Wording, stretch: tuple[str, ...], same: list[str]) -> bool:
    """Whether so much is the same that only an alteration explains it."""
    if not stretch:
        return False
    share, density = len(same) / len(quote.forms), len(same) / len(stretch)
    content = sum(read_word(form).kind is not WordKind.STOP for form in same)
    if share >= _LEAST_SHARE and density >= _LEAST_DENSITY and content >= _LEAST_CONTENT:
        return True
    # "There's so more to be done": function words prove it where nearly all stand in order.
    if min(share, density) >= _LEAST_ORDER and len(quote.forms) >= _LEAST_WORDS:
        return True
    if 3 * len(stretch) < len(quote.forms):
        return False  # the letters of one name are found in whatever holds it
    letters = fuzz.partial_ratio_alignment(" ".join(quote.forms), " ".join(stretch))
    near = letters is not None and letters.score >= _LEAST_LETTERS
    return near and content >= 1 and len(quote.forms) > _LEAST_CONTENT


def _diff(quote: Wording, source: Wording, low: int, operations: list[Opcode]) -> str:
    """Word by word: what the article put in as ``[-…-]``, the source's words as ``{+…+}``."""
    parts: list[str] = []
    for op in operations:
        ours = quote.raw(op.src_start, op.src_end)
        theirs = source.raw(low + op.dest_start, low + op.dest_end)
        if op.tag == "equal":
            parts.append(ours)
            continue
        parts.append((f"[-{ours}-]" if ours else "") + (f"{{+{theirs}+}}" if theirs else ""))
    return " ".join(parts)
