"""A claim and a sentence of a source in, words of it that exclude one of the claim out. Pure.

A word of the claim that the sentence lacks, and near where it should stand another that is not
true at the same time: its opposite, or another of its class.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations

from workers.assessing.alignment import Aligned, stands_alike
from workers.assessing.coverage import Claim
from workers.assessing.opposites import CLASSES, OPPOSITES
from workers.assessing.opposites_abroad import CLASSES_OF, OPPOSITES_OF
from workers.language.words import Token, read_word

_Table = Mapping[str, frozenset[str]]


@cache
def _tables(language: str) -> tuple[tuple[str, _Table], ...]:
    """Give what excludes each word of a language, by kind."""
    english = language == "en"
    listed = OPPOSITES if english else OPPOSITES_OF.get(language, "")
    pairs: list[tuple[str, ...]] = [tuple(pair.split()) for pair in listed.split(";") if pair]
    classes = CLASSES if english else CLASSES_OF.get(language, ())
    mates: list[tuple[str, ...]] = [
        pair for members in classes for pair in permutations(members.split(), 2)
    ]
    both = [*pairs, *((b, a) for a, b in pairs)]
    kinds = (("opposite", both), ("class", mates))
    return tuple((kind, _table(found, language)) for kind, found in kinds)


def _table(pairs: list[tuple[str, ...]], language: str) -> _Table:
    table: dict[str, set[str]] = {}
    for ours, theirs in pairs:
        table.setdefault(_stem(ours, language), set()).add(_stem(theirs, language))
    return {stem: frozenset(others) for stem, others in table.items()}


def _stem(word: str, language: str) -> str:
    """Read a listed word; German nouns are listed with small letters, as all are."""
    return read_word(word, language).stem


def find_opposing(claim: Claim, there: Aligned) -> Iterator[tuple[str, Token, int]]:
    """Give kind, word of the claim and place of the other word, in the claim's order.

    Kinds: "opposite" and "class" (another member of a closed class).
    """
    language = claim.language or "en"
    if language != "en" and language not in OPPOSITES_OF:
        return
    ours = {token.word.stem for token in claim.tokens}
    tables = _tables(language)
    theirs = frozenset(there.stems)
    for token in claim.tokens:
        if token.word.stem in theirs:
            continue
        for kind, table in tables:
            others = (table.get(token.word.stem, frozenset()) & theirs) - ours
            if kind == "class" and len(others) > 1:
                continue  # a list of months or colours says nothing of one of them
            places = (k for k, stem in enumerate(there.stems) if stem in others)
            place = next((k for k in places if stands_alike(token, k, claim, there)), None)
            if place is not None:
                yield kind, token, place
                break
