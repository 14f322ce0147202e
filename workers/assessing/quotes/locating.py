"""Parts of a quotation and a source's wording in, where they stand in order out. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workers.assessing.quotes.wording import Wording

_MOST_PLACES = 200  # occurrences of a first part that are followed up
_CUT_REACH = 3  # words before a quotation in which a negation still governs it


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words that turn what they govern round. English, German, French, Spanish, Italian,
# Portuguese, Dutch; other languages have no such test, and say nothing.
_NEGATIONS = _words(
    """
    not no never none nor neither cannot without hardly nobody nothing nowhere nicht kein
    keine keinen keinem keiner nie niemals ohne weder ne pas jamais aucun aucune sans rien ni
    non nunca jamas ningun ninguna sin mai senza nao nunca sem geen niet nooit zonder
    """
)
# "non", "ni" and "mai" are also words of English and others, but not where they matter:
# a false alarm needs one of them inside the words that an ellipsis left out.
_DENIALS = _words(
    """
    denied denies deny denying refused refuses rejected rejects rejecting doubted doubt doubts
    refuse reject unlikely failed fails false untrue wrong disputed dispute disputes ruled
    rule stopped stop declined decline
    """
)
_CLAUSE_END = re.compile(r"[.!?;:,…—–()\n]")


@dataclass(frozen=True, slots=True)
class Place:
    """Words ``first`` up to, not including, ``last`` of a source; ``gaps`` were left out."""

    first: int
    last: int
    gaps: tuple[tuple[int, int], ...] = ()


def locate(parts: Sequence[tuple[Wording, int]], source: Wording) -> Iterator[Place]:
    """Every place where all parts stand in order, each within its gap of the one before.

    ``parts`` are the wordings of the parts and the words that may be left out before each.
    """
    head = parts[0][0]
    for first in _occurrences(head, source):
        place = _chain(parts[1:], source, Place(first, first + len(head.forms)))
        if place:
            yield place


def _occurrences(part: Wording, source: Wording) -> Iterator[int]:
    found = source.line.find(part.line)
    for _ in range(_MOST_PLACES):
        if found < 0:
            return
        yield source.word_at(found + 1)
        found = source.line.find(part.line, found + 1)


def _chain(rest: Sequence[tuple[Wording, int]], source: Wording, so_far: Place) -> Place | None:
    """Follow the parts one by one, each at its nearest place."""
    place = so_far
    for part, gap in rest:
        if place.last >= len(source.forms):
            return None
        limit = min(place.last + gap, len(source.forms) - 1)
        until = source.at[limit] + len(part.line)
        found = source.line.find(part.line, source.at[place.last] - 1, until)
        if found < 0:
            return None
        begin = source.word_at(found + 1)
        gaps = (*place.gaps, (place.last, begin))
        place = Place(place.first, begin + len(part.forms), gaps)
    return place


def is_negation(form: str) -> bool:
    """Whether a folded word negates."""
    return form in _NEGATIONS or form.endswith("n't")


def gap_negates(place: Place, source: Wording) -> bool:
    """Whether a negation stands among the words that were left out."""
    return any(is_negation(form) for begin, end in place.gaps for form in source.forms[begin:end])


def cut_negates(place: Place, source: Wording, before: str, forms: Sequence[str]) -> bool:
    """Whether the quotation was cut off right after a negation that governs it.

    Not so where the article itself negates or denies right before the quotation
    (``before``), or where a clause ends in between.
    """
    reach = range(place.first - 1, max(-1, place.first - 1 - _CUT_REACH), -1)
    governed = False
    for i in reach:
        if _CLAUSE_END.search(source.text, source.ends[i], source.starts[i + 1]):
            break
        governed = governed or is_negation(source.forms[i])
    return governed and not _denies(before) and not any(map(is_negation, forms))


def _denies(before: str) -> bool:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", before.casefold().replace("’", "'"))
    return any(is_negation(word) or word in _DENIALS for word in words)
