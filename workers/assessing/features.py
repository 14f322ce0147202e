"""A claim and what its passages account for in, the features of the model out. Pure.

Each feature has a reason that can be told in a sentence: it stands in its function's docstring.
"""

from collections.abc import Callable, Iterable, Sequence
from math import log1p
from typing import NamedTuple

from workers.assessing.alignment import misplaced, neighbours_kept
from workers.assessing.coverage import Accounting, Claim, Part
from workers.assessing.passages import SourceIndex
from workers.assessing.polarity import find_clashes


class Case(NamedTuple):
    """What a feature may look at."""

    claim: Claim
    accounting: Accounting
    indexes: Sequence[SourceIndex]


def _share(parts: Iterable[tuple[Part, float]]) -> float:
    pairs = tuple(parts)
    whole = sum(part.weight for part, _ in pairs)
    return sum(part.weight * match for part, match in pairs) / whole if whole else 1.0


def together(case: Case) -> float:
    """What no passage says, the source does not say: weight found by the passages together."""
    return _share(zip(case.claim.parts, case.accounting.together, strict=True))


def best(case: Case) -> float:
    """One passage that says it all is better than pieces of several."""
    rows = case.accounting.matches
    return _share(zip(case.claim.parts, rows[0], strict=True)) if rows else 0.0


def names(case: Case) -> float:
    """A passage about other people is about something else: names found."""
    pairs = zip(case.claim.parts, case.accounting.together, strict=True)
    return _share((p, m) for p, m in pairs if p.is_name)


def numbers(case: Case) -> float:
    """A figure that does not stand there was not taken from there: numbers found."""
    pairs = zip(case.claim.parts, case.accounting.together, strict=True)
    return _share((p, m) for p, m in pairs if p.is_number)


def worst(case: Case) -> float:
    """One rare word that is missing can be the whole point: the heaviest missing word, 0 to 1."""
    pairs = zip(case.claim.parts, case.accounting.together, strict=True)
    return max((p.weight * (1 - m) for p, m in pairs), default=0.0) / 6


def missing_names(case: Case) -> float:
    """Two missing names are worse than one: log of how many."""
    pairs = zip(case.claim.parts, case.accounting.together, strict=True)
    return log1p(sum(p.is_name and m == 0 for p, m in pairs))


def missing_words(case: Case) -> float:
    """A long statement can lose much and still be mostly covered: log of words missing."""
    return log1p(sum(m == 0 for m in case.accounting.together))


def elsewhere(case: Case) -> float:
    """Words that stand only far from the passages were not said together: their weight."""
    stray = (
        (p, float(m == 0 and any(ix.like(p.stem) for ix in case.indexes)))
        for p, m in zip(case.claim.parts, case.accounting.together, strict=True)
    )
    return _share(stray)


def pairs(case: Case) -> float:
    """Words that belong together in the statement should stand close in the passage too."""
    return neighbours_kept(case.claim, case.accounting)


def out_of_place(case: Case) -> float:
    """Where a clause is found word for word but for one word, that word was changed."""
    return misplaced(case.claim, case.accounting)


def length(case: Case) -> float:
    """A long statement has more that can be wrong: log of its content words."""
    return log1p(len(case.claim.parts))


def source_length(case: Case) -> float:
    """In a long source more words are found by chance: log of its sentences."""
    return log1p(sum(index.units for index in case.indexes))


def clash(case: Case) -> float:
    """A negation or an opposite on one side only turns the meaning round."""
    return float(bool(find_clashes(case.claim, case.accounting)))


FEATURES: dict[str, Callable[[Case], float]] = {
    f.__name__: f
    for f in (
        together, best, names, numbers, worst, missing_names, missing_words, elsewhere, pairs,
        out_of_place, length, source_length, clash,
    )
}  # fmt: skip


def extract_features(case: Case) -> dict[str, float]:
    """All features by name; needs at least one window and one part."""
    return {name: feature(case) for name, feature in FEATURES.items()}
