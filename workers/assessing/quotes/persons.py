"""Names as a source writes them in, whether they name a person and by which words out. Pure."""

import re

from workers.assessing.quotes.saying import NAME, UPPER
from workers.language.folding import fold
from workers.language.stopwords import STOP_WORDS


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT_A_PERSON = _words(
    """
    the house white ministry department office university inc group party government police
    court council bank agency committee union company corp ltd association institute team
    times post journal reuters press news embassy army navy force forces state kremlin
    pentagon commission board authority service center centre foundation spokesman spokeswoman
    spokesperson president minister he she they it we i but and on in at when then later asked
    """
)
_HONORIFICS = _words("mr mrs ms miss dr prof sir dame judge herr frau mme m sr sra don dona")
# They stand before a name: of "Transport Minister Judith Kane" the name is what follows.
_TITLES = _words(
    """
    minister president spokesman spokeswoman spokesperson director captain secretary chairman
    chairwoman senator governor mayor professor officer engineer commissioner chief general
    colonel executive leader landratin landrat ministerin burgermeister burgermeisterin inspector
    """
)
# At the head of a sentence they have a capital and are no part of the name.
_OPENERS = frozenset().union(*(STOP_WORDS[language] for language in ("en", "de", "fr", "es")))
_SHORTEST_PART = 3


def parts_of(name: str) -> set[str]:
    """Give the folded words that tell whom a name means, without titles and honorifics."""
    parts = {
        part.strip(".,'’")
        for part in re.split(r"[\s-]+", fold(name))
        if len(part) >= _SHORTEST_PART or not part.isascii()
    }
    return parts - _NOT_A_PERSON - _HONORIFICS


def proper_words(name: str) -> list[str]:
    """Give the words of a name without the honorifics."""
    return [word for word in name.split() if fold(word).strip(".") not in _HONORIFICS]


def is_person(name: str) -> bool:
    """Whether a name has the look of a person's and none of an office or a body."""
    words = proper_words(name)
    capital = [word for word in words if word[:1].isupper()]
    uncased = any(word[:1].isalpha() and word[:1].upper() == word[:1].lower() for word in words)
    if not words or (not uncased and (not capital or len(words) > len(capital) + 2)):
        return False
    if name.isupper() and len(name) <= len("NATO") + 1:
        return False
    return not any(fold(word) in _NOT_A_PERSON for word in words) and bool(parts_of(name))


def is_known(name: str, text: str) -> bool:
    """Whether the name is given in full, here or elsewhere in the text: no mere "Union said"."""
    words = proper_words(name)
    if not is_person(name):
        return False
    if len(words) > 1 or len(words) < len(name.split()):
        return True
    return bool(re.search(rf"[{UPPER}][\w.’'-]+\s+{re.escape(words[0])}\b", text))


def bare(name: str) -> str:
    """Give a name without a closing point, and without small words and titles before it."""
    words = name.rstrip(".").split()
    while len(words) > 1 and fold(words[0]) in _OPENERS:
        words = words[1:]
    titles = [i for i, word in enumerate(words) if fold(word) in _TITLES]
    return " ".join(words[titles[-1] + 1 :] if titles else words) or name


def people_in(text: str) -> list[tuple[int, str]]:
    """Give persons' names with their places; where one is in full, single words beside it are none.

    German writes every noun with a capital.
    """
    named = [(found.start(), bare(found.group())) for found in re.finditer(NAME, text)]
    people = [(start, name) for start, name in named if is_person(name)]
    whole = [(start, name) for start, name in people if len(name.split()) > 1]
    return whole or people
