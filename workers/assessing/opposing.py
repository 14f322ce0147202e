"""A claim and a sentence of a source in, words of it that exclude one of the claim out. Pure.

A word of the claim that the sentence lacks, and near where it should stand another that is not
true at the same time: its opposite, another of its class, or one that claims less.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations

from workers.assessing.alignment import AROUND, Aligned
from workers.assessing.coverage import Claim
from workers.assessing.opposites import CLASSES, FIRMER, OPPOSITES
from workers.language.words import Token, read_word

REACH = 5  # words of the source between the other word and a word that both sides have


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    pairs = [tuple(pair.split()) for pair in OPPOSITES.split(";")]
    return _table([*pairs, *((b, a) for a, b in pairs)])


@cache
def _classmates() -> Mapping[str, frozenset[str]]:
    return _table([pair for members in CLASSES for pair in permutations(members.split(), 2)])


@cache
def _weaker() -> Mapping[str, frozenset[str]]:
    return _table([tuple(pair.split()) for pair in FIRMER.split(";")])


def _table(pairs: list[tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for ours, theirs in pairs:
        table.setdefault(_stem(ours), set()).add(_stem(theirs))
    return {stem: frozenset(others) for stem, others in table.items()}


def _stem(word: str) -> str:
    return read_word(word, "en").stem


def find_opposing(claim: Claim, there: Aligned) -> Iterator[tuple[str, Token, int]]:
    """Give kind, word of the claim and place of the other word, in the claim's order.

    Kinds: "opposite", "class" (another member of a closed class) and "certainty" (less is said).
    """
    if claim.language not in {None, "en"}:
        return
    ours = {token.word.stem for token in claim.tokens}
    tables = (("opposite", _opposites()), ("class", _classmates()), ("certainty", _weaker()))
    theirs = frozenset(there.stems)
    for token in claim.tokens:
        if token.word.stem in theirs:
            continue
        for kind, table in tables:
            others = (table.get(token.word.stem, frozenset()) & theirs) - ours
            if kind == "class" and len(others) > 1:
                continue  # a list of months or colours says nothing of one of them
            places = (k for k, stem in enumerate(there.stems) if stem in others)
            place = next((k for k in places if _in_its_place(token, k, claim, there)), None)
            if place is not None:
                yield kind, token, place
                break


def _in_its_place(token: Token, place: int, claim: Claim, there: Aligned) -> bool:
    """Whether the other word stands beside what stands beside the claim's, on the same side."""
    before = [i for i, part in enumerate(claim.parts) if part.token.start < token.start]
    after = [i for i, part in enumerate(claim.parts) if part.token.start > token.start]
    left = next((i for i in before[: -AROUND - 1 : -1] if i in there.places), None)
    right = next((i for i in after[:AROUND] if i in there.places), None)
    return any(
        (k < place) == (i is left) and abs(place - k) <= REACH
        for i in (left, right)
        if i is not None
        for k in there.places[i]
    )
