"""How a claim's words lie in its passages: where they stand, sentence by sentence. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workers.assessing.coverage import Accounting, Claim, Part
from workers.assessing.passages import Window
from workers.language.folding import fold
from workers.language.words import Token

AROUND = 3  # content words to each side of a word that tell what is said of it
REACH = 5  # words of the source between the other word and a word that both sides have


def positions(part: Part, window: Window) -> tuple[int, ...]:
    """Where in the source's words a part stands within the window."""
    index = window.index
    like = index.like(part.stem)
    if like is None:
        return ()
    return index.within(like[0], index.first[window.first], index.first[window.last + 1])


@dataclass(frozen=True, slots=True)
class Aligned:
    """A sentence of a source beside a claim.

    ``share`` is that of the claim's weight that it holds; ``places`` gives, by number of a part,
    where that stands among the ``stems`` of the sentence.
    """

    window: Window
    unit: int
    share: float
    stems: tuple[str, ...]
    places: Mapping[int, tuple[int, ...]]

    @property
    def shared(self) -> frozenset[int]:
        """Places of the words that the claim has too."""
        return frozenset(place for places in self.places.values() for place in places)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets into the source of its words ``first`` to ``last``, inclusive."""
        index, low = self.window.index, self.window.index.first[self.unit]
        return index.starts[low + first], index.ends[low + last]

    def form(self, place: int) -> str:
        """Give a word of the sentence as it is written there, folded."""
        start, end = self.span(place, place)
        return fold(self.window.index.text[start:end])

    @property
    def forms(self) -> list[str]:
        """All words of the sentence as they are written there, folded."""
        return [self.form(place) for place in range(len(self.stems))]

    def is_capital(self, place: int) -> bool:
        """Whether a word of the sentence is written with a capital."""
        index = self.window.index
        return index.text[index.starts[index.first[self.unit] + place]].isupper()

    def says_it_of(self, i: int, claim: Claim) -> float:
        """Share of weight of the words around a part (its number) that stand here, 0 to 1."""
        around = [j for j in range(i - AROUND, i + AROUND + 1) if j != i]
        parts = [(j, claim.parts[j].weight) for j in around if 0 <= j < len(claim.parts)]
        whole = sum(weight for _, weight in parts)
        return sum(weight for j, weight in parts if j in self.places) / (whole or 1.0)


def align(claim: Claim, accounting: Accounting) -> tuple[Aligned, ...]:
    """Lay a claim beside each sentence of its passages; the one that holds most comes first."""
    units = {
        (window.index.source_id, unit): window
        for window in reversed(accounting.windows)
        for unit in range(window.first, window.last + 1)
    }
    found = [lay(claim, window, unit) for (_, unit), window in units.items()]
    order = {id(window): i for i, window in enumerate(accounting.windows)}
    return tuple(sorted(found, key=lambda a: (-a.share, order[id(a.window)], a.unit)))


def lay(claim: Claim, window: Window, unit: int) -> Aligned:
    """Lay a claim beside one sentence of a source."""
    index = window.index
    low, high = index.first[unit], index.first[unit + 1]
    places: dict[int, tuple[int, ...]] = {}
    for i, part in enumerate(claim.parts):
        like = index.like(part.stem)
        at = index.within(like[0], low, high) if like else ()
        if at:
            places[i] = tuple(k - low for k in at)
    held = sum(claim.parts[i].weight for i in places)
    return Aligned(window, unit, held / (claim.weight or 1.0), tuple(index.stems[low:high]), places)


def lead_of(there: Aligned) -> tuple[int, int] | None:
    """Offsets into the source of what a sentence says before the first word of the claim's."""
    if not there.shared:
        return None
    first, _ = there.span(min(there.shared), min(there.shared))
    return there.window.index.opens[there.unit], first


def neighbours(token: Token, claim: Claim, there: Aligned) -> tuple[int | None, int | None]:
    """Give the nearest parts before and after a word that a sentence has, by their numbers."""
    before = [i for i, part in enumerate(claim.parts) if part.token.start < token.start]
    after = [i for i, part in enumerate(claim.parts) if part.token.start > token.start]
    left = next((i for i in before[: -AROUND - 1 : -1] if i in there.places), None)
    return left, next((i for i in after[:AROUND] if i in there.places), None)


def stands_alike(token: Token, place: int, claim: Claim, there: Aligned) -> bool:
    """Whether a word stands beside what stands beside the claim's ``token``, on the same side."""
    left, right = neighbours(token, claim, there)
    return any(
        (k < place) == (i is left) and abs(place - k) <= REACH
        for i in (left, right)
        if i is not None
        for k in there.places[i]
    )


def first_with(i: int, aligned: Sequence[Aligned]) -> Aligned | None:
    """Give the sentence that has a part (by its number) and holds most of the claim."""
    return next((each for each in aligned if i in each.places), None)
