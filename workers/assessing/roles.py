"""A claim and one sentence of a source in, names that have changed their roles out. Pure.

"Marlow sued Berg" and "Berg sued Marlow" have the same words; who did it to whom is in their
order, which a passive turns round again.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from workers.assessing.coverage import Claim, Part
from workers.language.words import WordKind

MOST_APART = 5  # words of the source from one name to the other
_PASSIVE = "by"
_AROUND_VERBS = frozenset(
    {"was", "were", "is", "are", "been", "has", "have", "had", "be", _PASSIVE}
)


def find_swaps(
    claim: Claim, places: Mapping[int, tuple[int, ...]], stems: tuple[str, ...]
) -> Iterator[tuple[Part, Part]]:
    """Give pairs of names that stand about the same word in the other order.

    ``places`` are those of each part (by its number) in the sentence, whose ``stems`` are given.
    """
    if claim.language not in {None, "en"}:
        return
    # Only one word stands between them: a verb, since nothing but its auxiliaries is beside it.
    names = [i for i, part in enumerate(claim.parts) if _once(places, i) and _is_named(part)]
    for i, j in pairwise(names):
        between = range(i + 1, j)
        if len(between) != 1 or not _once(places, i + 1) or not _is_plain(claim, i, j):
            continue
        first, last = places[i][0], places[j][0]
        turned = last < places[i + 1][0] < first <= last + MOST_APART
        if turned and _is_passive(claim, i, j) == (_PASSIVE in stems[last:first]):
            yield claim.parts[i], claim.parts[j]


def _once(places: Mapping[int, tuple[int, ...]], i: int) -> bool:
    return len(places.get(i, ())) == 1


def _is_named(part: Part) -> bool:
    return part.token.word.capital and not part.is_number


def _small_words(claim: Claim, i: int, j: int) -> list[str]:
    low, high = claim.parts[i].token.end, claim.parts[j].token.start
    between = [t for t in claim.tokens if low <= t.start < high]
    return [t.word.form for t in between if t.word.kind is WordKind.STOP]


def _is_plain(claim: Claim, i: int, j: int) -> bool:
    """Whether nothing but auxiliaries stands beside the verb; a bare "is" makes it no verb."""
    words = _small_words(claim, i, j)
    return _AROUND_VERBS.issuperset(words) and (not words or _PASSIVE in words)


def _is_passive(claim: Claim, i: int, j: int) -> bool:
    return _PASSIVE in _small_words(claim, i, j)
