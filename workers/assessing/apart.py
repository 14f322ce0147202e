"""A claim and its sources in, names that stand apart from what is said of them out. Pure.

"Torrejon has asked for a licence" where the source says that Nordlys has, and speaks of Torrejon
elsewhere: every word is there, and the name is another's. Told by the sentence that holds most
of the words around the name, and the most that a sentence with the name holds of them. Known of
English alone: "she" carries a name into the next sentences.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workers.assessing.coverage import Claim, Part
from workers.assessing.passages import SourceIndex
from workers.assessing.sentences import cut_claim

AROUND = 4  # content words to each side of a name that are said of it
LEAST_AROUND = 4.0  # weight of them, to tell one sentence from another
RARE = 4.5  # weight of a word that opens a sentence with a capital, to be a name
CARRIED = 2  # sentences into which a pronoun carries a name
TOPIC = 0.25  # share of its sentences in which a source has its topic; it need not name it again

_JOINS = frozenset({" ", ". ", " of "})  # between two words of one name
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "his", "her", "their", "its", "him", "them", "who"}
)


@dataclass(frozen=True, slots=True)
class Apart:
    """A name (numbers of its parts in its sentence) and how far it stands from its words.

    ``gap`` is the share of the weight around it that a sentence without it holds and no sentence
    with it, 0 to 1.
    """

    parts: tuple[Part, ...]
    gap: float


def find_apart(claim: Claim, indexes: Sequence[SourceIndex]) -> tuple[Apart, ...]:
    """Give each name that stands apart from its words in all sources."""
    if claim.language not in {None, "en"}:
        return ()
    return tuple(
        Apart(sentence.parts[first:end], gap)
        for sentence in cut_claim(claim)
        for first, end in _names(sentence)
        if (gap := _gap(sentence, first, end, indexes)) > 0
    )


def _names(claim: Claim) -> Iterator[tuple[int, int]]:
    """Give the names by their first part and the one after their last."""
    parts, first = claim.parts, 0
    while first < len(parts):
        end = first + 1
        if _is_name(parts[first]):
            while end < len(parts) and _is_name(parts[end]) and _joined(claim, end):
                end += 1
            yield first, end
        first = end


def _is_name(part: Part) -> bool:
    opens = part.token.word.capital and not part.is_number and part.weight >= RARE
    return part.is_name or opens


def _joined(claim: Claim, k: int) -> bool:
    return claim.text[claim.parts[k - 1].token.end : claim.parts[k].token.start] in _JOINS


def _gap(claim: Claim, first: int, end: int, indexes: Sequence[SourceIndex]) -> float:
    """Share of the weight around a name that stands without it and nowhere with it."""
    around = [*claim.parts[max(first - AROUND, 0) : first], *claim.parts[end : end + AROUND]]
    whole = sum(part.weight for part in around)
    if whole < LEAST_AROUND or not indexes:
        return 0.0
    found = [_most(claim.parts[first:end], around, index) for index in indexes]
    return (max(most for most, _ in found) - max(there for _, there in found)) / whole


def _most(name: Sequence[Part], around: Iterable[Part], index: SourceIndex) -> tuple[float, float]:
    """Give the most weight that a sentence of a source holds, and that one with the name does.

    A source that has no such name may call it otherwise, and one whose topic it is need not name
    it again: they say what they say of it.
    """
    held: dict[int, float] = {}
    for part in around:
        for unit in _units(part, index):
            held[unit] = held.get(unit, 0.0) + part.weight
    most = max(held.values(), default=0.0)
    own = {unit for part in name for unit in _units(part, index)}
    if not own or 0 in own or len(own) >= TOPIC * index.units:
        return most, most
    return most, max((held.get(unit, 0.0) for unit in _carried(own, index)), default=0.0)


def _units(part: Part, index: SourceIndex) -> frozenset[int]:
    like = index.like(part.stem)
    return index.units_with(like[0]) if like else frozenset()


def _carried(own: set[int], index: SourceIndex) -> set[int]:
    """Give the sentences that speak of a name: those that have it, and those that say "she"."""
    reached = set(own)
    for unit in own:
        for after in range(unit + 1, min(unit + 1 + CARRIED, index.units)):
            stems = index.stems[index.first[after] : index.first[after + 1]]
            if after in reached or _PRONOUNS.isdisjoint(stems):
                break
            reached.add(after)
    return reached
