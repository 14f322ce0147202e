"""A claim and a sentence of its source in, steps of one matter that the two differ in out. Pure.

Where the source has another step of the same scale beside the words that stand beside the
claim's, and the claim's own step nowhere in the sentence, the one is not the other. Of a ladder
(``ladders.py``) a claim may say less than its source; of the scales of ``quantities.py`` not.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from workers.assessing.alignment import Aligned, stands_alike
from workers.assessing.coverage import Claim
from workers.assessing.ladders import LADDERS
from workers.assessing.modality import is_ahead
from workers.assessing.quantities import BOUNDS, EXTENTS, SHARES, SIDES
from workers.assessing.scales import APART, Step, excludes_both_ways, find_steps

LEAST_SHARE = 0.3  # of the claim's weight; a sentence that holds it may say the claim's step
HEADS = 3  # content words after a word of quantity, among which is what it counts
COUNTED_WITHIN = 6  # words from a word of quantity to what it counts
_NO_SHARE = frozenset({"at", "abov", "after", "in", "each", "not"})  # "at all", "each other"
_OF_THE_MOST = frozenset({"the", "its", "their", "his", "her", "our", "second", "third", "a"})
_NO_SHARE_AFTER = frozenset({"over", "but", "other", "along", "time", "day", "year", "week"})
_FAR = 3 * APART  # ranks; few and most are not both so

Named = Mapping[str, tuple[Step, ...]]  # by the table that has them, in order of scale


class Other(NamedTuple):
    """A step of the claim and the one that the sentence has instead; ``kind`` as of a clash."""

    kind: str
    ours: Step
    theirs: Step


@lru_cache(maxsize=256)
def name_steps(claim: Claim) -> Named:
    """Give the steps and quantities that a claim names, by the table that has them."""
    language = claim.language or "en"
    stems = [token.word.stem for token in claim.tokens]
    tables = [each.get(language, "") for each in (LADDERS, SIDES, EXTENTS, SHARES, BOUNDS)]
    found = (
        (t, find_steps(stems, lambda k: claim.tokens[k].word.form, t, language)) for t in tables
    )
    return {table: steps for table, each in found if (steps := tuple(sorted(each)))}


def find_other_steps(
    claim: Claim, named: Named, there: Aligned, aligned: Sequence[Aligned]
) -> Iterator[Other]:
    """Give the steps of the claim, as ``name_steps``, that a sentence of its source has otherwise.

    ``aligned`` are all sentences of its passages: what another of them says is said.
    """
    language = claim.language or "en"
    near = [each for each in aligned if each is there or each.share >= LEAST_SHARE]
    ladder = LADDERS.get(language, "")
    for ours, theirs in _alone(claim, named, there, near, ladder):
        both = ours.scale in excludes_both_ways(ladder)
        if _lies_alike(claim, there, ours, theirs, both=both):
            yield Other("certainty", ours, theirs)
    for ours, theirs in _alone(claim, named, there, near, SIDES.get(language, "")):
        if stands_alike(claim.tokens[ours.first], theirs.first, claim, there):
            yield Other("opposite", ours, theirs)
    for ours, theirs in _alone(claim, named, there, near, EXTENTS.get(language, "")):
        if stands_alike(claim.tokens[ours.first], theirs.first, claim, there):
            yield Other("quantity", ours, theirs)
    for table in (SHARES, BOUNDS):
        for ours, theirs in _alone(claim, named, there, [there], table.get(language, "")):
            if _counts_alike(claim, there, ours, theirs):
                far = table is SHARES and abs(ours.rank - theirs.rank) >= _FAR
                yield Other("opposite" if far else "quantity", ours, theirs)


def parts_on_scales(claim: Claim, named: Named) -> frozenset[int]:
    """Give the parts of a claim, by their numbers, that name a step or a quantity."""
    bounds = BOUNDS.get(claim.language or "en", "")  # stand beside a quantity, and name none
    places = {
        claim.tokens[k].start
        for table, steps in named.items()
        if table != bounds
        for step in steps
        for k in range(step.first, step.last + 1)
    }
    return frozenset(i for i, part in enumerate(claim.parts) if part.token.start in places)


def _alone(
    claim: Claim, named: Named, there: Aligned, near: Sequence[Aligned], table: str
) -> Iterator[tuple[Step, Step]]:
    """Give each step that is the only one of its scale in the claim, with each other one there.

    A claim that names two tells how the one became the other. None where a sentence ``near`` has
    its step too, or one hardly apart from it.
    """
    if table not in named:
        return
    language = claim.language or "en"
    steps = [(each, s) for each in near for s in find_steps(each.stems, each.form, table, language)]
    for scale, run in groupby(named[table], key=lambda step: step.scale):
        ours = list(run)
        if len({step.rank for step in ours}) > 1:
            continue
        others = [(each, step) for each, step in steps if step.scale == scale]
        if all(abs(step.rank - ours[0].rank) >= APART for _, step in others):
            yield from ((ours[0], step) for each, step in others if each is there)


def _lies_alike(claim: Claim, there: Aligned, ours: Step, theirs: Step, *, both: bool) -> bool:
    """Whether one step stands for the other, and what the claim says is more, or excludes it."""
    if theirs.rank > ours.rank and not both:
        return False
    stems = [token.word.stem for token in claim.tokens]
    if is_ahead(stems, ours.first) and not is_ahead(there.stems, theirs.first):
        return False  # who "may be convicted" is charged
    return stands_alike(claim.tokens[ours.first], theirs.first, claim, there)


def _counts_alike(claim: Claim, there: Aligned, ours: Step, theirs: Step) -> bool:
    """Whether two words of quantity are of the same thing, which comes soon after each."""
    stems = [token.word.stem for token in claim.tokens]
    if not (_is_share(stems, ours) and _is_share(there.stems, theirs)):
        return False
    ends = claim.tokens[ours.last].end
    low = claim.tokens[ours.last + 1 : ours.last + 1 + COUNTED_WITHIN]
    reach = low[-1].end if low else ends
    heads = [i for i, part in enumerate(claim.parts) if ends <= part.token.start < reach]
    return any(
        0 < place - theirs.last <= COUNTED_WITHIN
        for i in heads[:HEADS]
        for place in there.places.get(i, ())
    )


def _is_share(stems: Sequence[str], step: Step) -> bool:
    """Whether a word of quantity counts: not "the most luminous", not "at all"."""
    if stems[step.first] == "most" and step.first and stems[step.first - 1] in _OF_THE_MOST:
        return False
    before, after = stems[step.first - 1 : step.first], stems[step.last + 1 : step.last + 2]
    return _NO_SHARE.isdisjoint(before) and _NO_SHARE_AFTER.isdisjoint(after)
