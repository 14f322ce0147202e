"""A passage of a source and a speaker in, whether the source gives the words to another out. Pure.

Only a plain case counts: the passage stands in quotation marks, a verb of saying and a
full name stand right beside it, and the speaker's name is nowhere near.
"""

import re

from workers.assessing.quotes.finding import Quote, find_quotes
from workers.language.words import fold


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAME = r"(?:[A-Z][\w.’'-]*[\w.](?:\s+(?:de|da|del|van|von|der|bin|al|la|le|[A-Z][\w.’'-]*\w\.?))*)"
_CUE = (
    r"(?:said|says|told|added|adds|wrote|writes|argued|argues|warned|warns|stated|states|"
    r"declared|declares|replied|explained|explains|insisted|noted|notes|claimed|claims|"
    r"announced|continued|tweeted|posted|recalled|testified|sagte|erklärte|sagt|"
    r"a déclaré|a dit|a affirmé|dijo|afirmó|declaró|aseguró)"
)
_AFTER = re.compile(
    rf"\s*,?\s*(?:(?P<verb_first>{_CUE}\s+(?P<a>{_NAME}))|(?P<name_first>(?P<b>{_NAME})"
    rf"(?:,[^,.“\"\n]{{1,60}},)?\s+{_CUE})\b)"
)
_BEFORE = re.compile(
    rf"(?P<a>{_NAME})(?:,[^,.“\"\n]{{1,60}},)?\s+{_CUE}(?:\s+\w+){{0,2}}\s*[,:]?\s*$"
)
_REACH = 400  # code points around the passage in which the speaker's name must not occur
_LOOK = 160  # code points to either side of the quotation that are read for a name
_NOT_A_PERSON = _words(
    """
    the house white ministry department office university inc group party government police
    court council bank agency committee union company corp ltd association institute team
    times post journal reuters press news embassy army navy force forces state kremlin
    pentagon commission board authority service center centre foundation spokesman spokeswoman
    spokesperson president minister he she they it we i but and
    """
)
_SHORTEST_PART = 3


def gives_to_another(text: str, start: int, end: int, speaker: str | None) -> bool:
    """Whether ``text`` plainly says that someone else than ``speaker`` spoke ``[start:end]``."""
    if not speaker or not _is_person(speaker, least=1):
        return False
    around = fold(text[max(0, start - _REACH) : end + _REACH])
    if any(part in around for part in _parts(speaker)):
        return False
    holder = _holder(text, start, end)
    named = _named(text, *holder) if holder else None
    return named is not None and not _parts(named) & _parts(speaker)


def _parts(name: str) -> set[str]:
    return {
        part.strip(".'’") for part in re.split(r"[\s-]+", fold(name)) if len(part) >= _SHORTEST_PART
    } - _NOT_A_PERSON


def _is_person(name: str, *, least: int) -> bool:
    words = name.split()
    capital = [word for word in words if word[:1].isupper()]
    if len(capital) < least or len(words) > len(capital) + 2 or name.isupper():
        return False
    return not any(fold(word) in _NOT_A_PERSON for word in words)


def _holder(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the quotation of the source that holds the passage."""
    low = max(0, start - 3_000)
    head = text.rfind("\n\n", low, start)
    low = head + 2 if head >= 0 else low
    quotes: tuple[Quote, ...] = find_quotes(text[low : end + 3_000], None)
    for quote in quotes:
        if quote.start + low <= start + 1 and end - 1 <= quote.end + low:
            return quote.start + low, quote.end + low
    return None


def _named(text: str, start: int, end: int) -> str | None:
    """Give the full name that a verb of saying ties to the quotation ``[start:end]``."""
    after = _AFTER.match(text[end + 1 : end + 1 + _LOOK])
    if after:
        # After a full stop, "Jones said …" begins the next sentence.
        stopped = text[end - 1] == "." and not after["verb_first"]
        name = after["a"] or after["b"]
        if not stopped and _is_person(name, least=2):
            return str(name)
        return None
    before = _BEFORE.search(text[max(0, start - 1 - _LOOK) : start - 1])
    return str(before["a"]) if before and _is_person(before["a"], least=2) else None
