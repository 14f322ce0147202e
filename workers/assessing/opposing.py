"""A claim and a sentence of a source in, words of it that exclude one of the claim out. Pure.

A word of the claim that the sentence lacks, and near where it should stand another that is not
true at the same time: its opposite, another of its class, or one that claims less.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from workers.assessing.coverage import Claim
from workers.assessing.opposites import CLASSES, FIRMER, OPPOSITES
from workers.language.words import Token, read_word

REACH = 5  # words of the source between the other word and a word that both sides have


@dataclass(frozen=True, slots=True)
class Sentence:
    """The stems of one sentence of a source, and the places (in it) of those the claim has."""

    stems: tuple[str, ...]
    shared: frozenset[int]


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


def find_opposing(claim: Claim, sentence: Sentence) -> Iterator[tuple[str, Token, int]]:
    """Give kind, word of the claim and place of the other word, in the claim's order.

    Kinds: "opposite", "class" (another member of a closed class) and "certainty" (less is said).
    """
    if claim.language not in {None, "en"}:
        return
    ours = {token.word.stem for token in claim.tokens}
    tables = (("opposite", _opposites()), ("class", _classmates()), ("certainty", _weaker()))
    theirs = frozenset(sentence.stems)
    for token in claim.tokens:
        if token.word.stem in theirs:
            continue
        for kind, table in tables:
            others = (table.get(token.word.stem, frozenset()) & theirs) - ours
            if kind == "class" and len(others) > 1:
                continue  # a list of months or colours says nothing of one of them
            place = next((k for k, s in enumerate(sentence.stems) if s in others), None)
            if place is not None and any(abs(place - k) <= REACH for k in sentence.shared):
                yield kind, token, place
                break
