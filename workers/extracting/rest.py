"""A page's source and its article's body in, what else the page says out. Pure.

Extraction drops clauses, boxes and captions. What it dropped is kept behind the body for
a second look, but for menus, footers and what is too short to be a sentence.
"""

import re

from workers.extracting.cleaning import clean, count_words
from workers.extracting.markup import CHROME, visible_text

MAX_REST = 200_000  # code points kept behind a body
LEAST_WORDS = 6  # of a line; a shorter one is a label, a link or a button
_SIGNS = re.compile(r"\W+")
_ENDING = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


def rest_of(source: bytes, main: str) -> str:
    """Give the sentences that a reader sees and ``main`` lacks, a paragraph a line."""
    known = _SIGNS.sub("", main).casefold()
    kept: list[str] = []
    size = 0
    for line in clean(visible_text(source, skip=CHROME)).split("\n"):
        # Teasers and links seldom close with a stop; what was dropped from a text does.
        if not _ENDING.search(line) or count_words(line) < LEAST_WORDS:
            continue
        if _SIGNS.sub("", line).casefold() in known:
            continue
        size += len(line) + 1
        if size > MAX_REST:
            break
        kept.append(line)
    return "\n".join(dict.fromkeys(kept))
