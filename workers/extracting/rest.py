"""A page's lines and its article's body in, what else the page says out. Pure.

Extraction drops clauses, boxes and captions. What it dropped is kept behind the body for
a second look, but for menus, comments, teasers and what is too short to say anything.
"""

import re
from collections.abc import Iterable

from workers.extracting.cleaning import clean, count_words, letters_of
from workers.extracting.gathering import Line
from workers.extracting.teasers import is_teaser

MAX_REST = 200_000  # code points kept behind a body
LEAST_WORDS = 6  # of a line; a shorter one is a label or a button
LEAST_OF_ITEM = 3  # words of a caption, a row or an entry of a list
LINKED = 0.5  # share of a line from which it is a link to another page
_ENDING = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


def rest_of(lines: Iterable[Line], main: str) -> str:
    """Give the lines that a reader sees and ``main`` lacks."""
    kept: dict[str, None] = {}
    known: str | None = None
    size = 0
    for line in lines:
        if not _says_something(line) or line.text in main:
            continue
        text = clean(line.text)
        known = letters_of(main) if known is None else known
        if letters_of(text) in known:
            continue
        size += len(text) + 1
        if size > MAX_REST:
            break
        kept[text] = None
    return "\n".join(kept)


def _says_something(line: Line) -> bool:
    """Whether a line may hold a fact. Links and labels seldom close with a stop; text does."""
    if line.linked > LINKED or is_teaser(line.text):
        return False
    words = count_words(line.text)
    if line.is_item and words >= LEAST_OF_ITEM:
        return True
    return words >= LEAST_WORDS and bool(_ENDING.search(line.text))
