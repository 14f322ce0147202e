"""A passage that is not in a text in, the place that says it otherwise out; word diffs. Pure."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

Span = tuple[int, int]

# Of 100, fuzz.ratio of two sentences. Below it, two sentences on one subject are as near
# as two wordings of one sentence; set by the made-up pairs of tests/assessing/test_changes.py.
SAME_SENTENCE = 62
SLACK = 2  # sentences more than the passage has that its new wording may run over
MAX_WORDS = 2_000  # of a wording in a diff
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def find_rewording(parts: Sequence[str], text: str, sentences: Sequence[Span]) -> Span | None:
    """Give the place of the sentences that are most like ``parts``, or ``None``."""
    choices = [text[start:end].casefold() for start, end in sentences]
    found = [
        best
        for part in parts
        if (
            best := process.extractOne(
                part.casefold(), choices, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE
            )
        )
    ]
    if not found:
        return None
    first, last = min(each[2] for each in found), max(each[2] for each in found)
    if last - first >= len(parts) + SLACK:  # scattered: the nearest alone stands for it
        first = last = max(found, key=lambda each: each[1])[2]
    return sentences[first][0], sentences[last][1]


def word_diff(before: str, after: str) -> str:
    """Write what changed, word by word, as ``wdiff`` does: ``[-then-]``, ``{+now+}``."""
    old, new = _TOKEN.findall(before)[:MAX_WORDS], _TOKEN.findall(after)[:MAX_WORDS]
    parts = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if tag == "equal" or gone.split() == come.split():
            parts.append(come)
            continue
        parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return "".join(parts)
