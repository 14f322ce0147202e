"""A claim and sentences of its source in, who says there what another says in the claim out. Pure.

"Oyelaran said nothing would be decided" where the source has "Vandermeer said …": every word of
the claim is in the source, and the words are another's. Told by the name beside a verb of
saying, in the sentence that has nearly all else of the claim and not its speaker. For other deeds
than saying the same rule was tried, and was as often wrong as right (tests/eval/RESULTS.md).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workers.assessing.alignment import Aligned, lay
from workers.assessing.coverage import Claim
from workers.assessing.rarity import rarity
from workers.language.stopwords import STOP_WORDS
from workers.language.words import WordKind, read_word

LEAST_REST = 0.5  # share of the weight of all but the name that the sentence must hold
BEHIND = 3  # words from a speaker to the verb of saying
AHEAD = 7  # words of the source before that verb, among which its speaker stands
RARE = 5.0  # weight of a word that opens a sentence with a capital, to be a name

_SAYING_WORDS = """\
said says told added warned argued stated declared replied explained insisted noted claimed
announced testified admitted conceded acknowledged promised predicted called described wrote
estimated complained thinks thought believes expects"""
_SAYING = frozenset(read_word(word, "en").stem for word in _SAYING_WORDS.split())
_PRONOUNS = frozenset({"he", "she"})
ALIKE = 3  # letters in common at the head of two names, to be one ("Swiss", "Switzerland")


@dataclass(frozen=True, slots=True)
class OtherSpeaker:
    """A speaker of the claim (first and last token), and that of the source in its place."""

    first: int
    last: int
    there: Aligned  # a sentence of the source, and the first and last place of the name in it
    start: int
    end: int


def find_other_speakers(claim: Claim, aligned: Sequence[Aligned]) -> Iterator[OtherSpeaker]:
    """Give each speaker of the claim whose words the nearest sentence gives to another."""
    if claim.language not in {None, "en"}:
        return
    for first, last in _speakers(claim):
        there = _of_all_else(claim, first, last, aligned)
        found = None if there is None else _speaker_there(claim, there)
        if found is not None and not _is_alike(claim, *found):
            yield OtherSpeaker(first, last, *found)


def _speakers(claim: Claim) -> Iterator[tuple[int, int]]:
    """Give the names beside a verb of saying by their first and last token."""
    weights = {part.token.start: part.weight for part in claim.parts}
    tokens, k = claim.tokens, 0
    while k < len(tokens):
        last = k
        if _is_name(claim, k, weights):
            while last + 1 < len(tokens) and _is_name(claim, last + 1, weights):
                last += 1
            beside = (*tokens[last + 1 : last + 1 + BEHIND], *tokens[max(k - 1, 0) : k])
            if any(token.word.stem in _SAYING for token in beside):
                yield k, last
        k = last + 1


def _is_name(claim: Claim, k: int, weights: dict[int, float]) -> bool:
    token = claim.tokens[k]
    weight = weights.get(token.start, 0.0)
    return token.word.capital and token.word.kind is WordKind.WORD and weight >= RARE


def _of_all_else(claim: Claim, first: int, last: int, aligned: Sequence[Aligned]) -> Aligned | None:
    """Find the sentence that holds most of what the claim has but the name, and not the name."""
    low, high = claim.tokens[first].start, claim.tokens[last].end
    rest = [
        i
        for i, part in enumerate(claim.parts)
        if not low <= part.token.start < high and part.stem not in _SAYING
    ]
    whole = sum(claim.parts[i].weight for i in rest) or 1.0
    name = {t.word.stem for t in claim.tokens[first : last + 1]}
    best = max(
        aligned,
        key=lambda each: sum(claim.parts[i].weight for i in rest if i in each.places),
        default=None,
    )
    if best is None or not name.isdisjoint(best.stems):
        return None
    held = sum(claim.parts[i].weight for i in rest if i in best.places)
    return best if held / whole >= LEAST_REST else None


def _speaker_there(claim: Claim, there: Aligned) -> tuple[Aligned, int, int] | None:
    """Find the one name beside a verb of saying, with its first and last place.

    "She said" is whoever said something in the sentence before.
    """
    said = [at for at, stem in enumerate(there.stems) if stem in _SAYING]
    names = {name for at in said if (name := _beside(there, at)) is not None}
    if not names and there.unit and any(there.stems[at - 1] in _PRONOUNS for at in said if at):
        before = lay(claim, there.window, there.unit - 1)
        return None if _opens_with_pronoun(before) else _speaker_there(claim, before)
    if len(names) != 1:
        return None
    last = names.pop()
    first = last
    while _is_name_there(there, first - 1):
        first -= 1
    return there, first, last


def _opens_with_pronoun(there: Aligned) -> bool:
    return not _PRONOUNS.isdisjoint(there.stems)


def _is_alike(claim: Claim, there: Aligned, first: int, last: int) -> bool:
    """Whether the name may be one of the claim's, in another form."""
    ours = {token.word.stem[:ALIKE] for token in claim.tokens if token.word.capital}
    return not ours.isdisjoint(stem[:ALIKE] for stem in there.stems[first : last + 1])


def _beside(there: Aligned, at: int) -> int | None:
    """Give the place of the last word of the name before a verb of saying, or behind it."""
    before = range(at - 1, max(at - 1 - AHEAD, -1), -1)
    found = next((k for k in before if _is_name_there(there, k)), None)
    if found is not None or not _is_name_there(there, at + 1):
        return found
    last = at + 1
    while _is_name_there(there, last + 1):
        last += 1
    return last


def _is_name_there(there: Aligned, k: int) -> bool:
    """Whether a word is a name; one that opens the sentence may have its capital from that."""
    if not 0 <= k < len(there.stems) or there.stems[k] in STOP_WORDS["en"]:
        return False
    return there.is_capital(k) and (k > 0 or rarity(there.stems[k], "en") >= RARE)
