"""A text in, the acronyms of the names in it out. Pure.

"WHO" stands for "World Health Organization" wherever a text has either, since an acronym is
built of the initials of its name, small words left out.
"""

import re
from collections.abc import Iterator

from workers.language.folding import fold

# Bounded and possessive, so that no text makes the search slow; names are capitalised in Latin,
# Greek and Cyrillic script alone.
_CAPITAL = r"[A-Z\u00c0-\u00de\u0391-\u03a9\u0410-\u042f]"
_CAPITALISED = rf"{_CAPITAL}[^\W\d_]{{1,30}}+"
# The capital comes first, so that the search leaps from one to the next; "The" begins no name.
_NAME = re.compile(
    rf"{_CAPITAL}(?<=\b.)(?!(?<=T)he\b)[^\W\d_]{{1,30}}+"
    rf"(?>(?:[ -](?>(?:(?:of|and|the|for|de|la|des|du|del) )?){_CAPITALISED}){{2,5}})"
)
_WORD = re.compile(rf"\b{_CAPITALISED}")


def read_acronyms(text: str) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    """Give the folded acronym of each name of three to six words, with the words' offsets."""
    for name in _NAME.finditer(text):
        words = tuple(word.span() for word in _WORD.finditer(text, *name.span()))
        yield fold("".join(text[start] for start, _ in words)), words
