"""A claim and a sentence of its source in, two figures that changed places out. Pure.

"Millbrook pays 412 and the average is 380" where the source has 380 for Millbrook: all words and
all figures agree. A figure is said of the words between it and the figure before it, or, where
figures come first ("412 in Millbrook"), of those up to the next. Two have changed places where in
the source each stands by words of the other, and by none of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from workers.assessing.alignment import Aligned
from workers.assessing.coverage import Claim, Part

_Beside = Mapping[str, frozenset[str]]  # the words beside each figure
_MOST = 8  # figures of a sentence that are looked at


def find_swapped(claim: Claim, there: Aligned) -> Iterator[tuple[Part, Part]]:
    """Give pairs of figures of the claim that the sentence has the other way round."""
    shared = {part.stem for i, part in enumerate(claim.parts) if i in there.places}
    like = {k: claim.parts[i].stem for i, places in there.places.items() for k in places}
    theirs = [like.get(k, stem) for k, stem in enumerate(there.stems)]
    ours = [token.word.stem for token in claim.tokens]
    figures = [
        part
        for part in claim.parts
        if _is_figure(part.stem) and ours.count(part.stem) == 1 == theirs.count(part.stem)
    ][:_MOST]
    ways = [(_beside(ours, shared, step), _beside(theirs, shared, step)) for step in (-1, 1)]
    for x, y in combinations(figures, 2):
        if any(_is_swapped(x.stem, y.stem, here, other) for here, other in ways):
            yield x, y


def _is_swapped(x: str, y: str, here: _Beside, there: _Beside) -> bool:
    of_x, of_y = here[x] - here[y], here[y] - here[x]
    crossed = of_x & there[y] and of_y & there[x]
    return bool(crossed) and not (of_x & there[x] or of_y & there[y])


def _beside(stems: Sequence[str], shared: set[str], step: int) -> _Beside:
    """Give the shared words before (``step`` -1) or after each figure, up to the next figure.

    The word next to that one is its own: "412 euros", "1062 patients, and 541".
    """
    found: dict[str, frozenset[str]] = {}
    run, last = set[str](), ""
    for stem in stems if step < 0 else reversed(stems):
        if _is_figure(stem):
            found[stem], run = frozenset(run), set()
        elif stem in shared and not _is_figure(last):
            run.add(stem)
        last = stem
    return found


def _is_figure(stem: str) -> bool:
    return stem[:1].isdigit()
