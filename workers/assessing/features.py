"""A claim and what its passages account for in, the features of the model out. Pure.

Each feature has a reason that can be told in a sentence: the end of its docstring. What was
tried and added nothing (words anywhere in the source, neighbouring words kept, phrases kept,
the least covered clause, synonyms anywhere) is in tests/eval/RESULTS.md.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from math import log1p

from service.domain import ValueCheck, ValueResult
from workers.assessing.actors import OtherSpeaker, find_other_speakers
from workers.assessing.alignment import Aligned, align
from workers.assessing.apart import Apart, find_apart
from workers.assessing.complements import find_complements
from workers.assessing.coverage import Accounting, Claim, Part, account, share_of
from workers.assessing.figures import check_values, settle_values
from workers.assessing.passages import SourceIndex
from workers.assessing.polarity import Clash, find_clashes
from workers.assessing.rivals import Rival, find_rivals
from workers.assessing.sentences import cut_claim
from workers.assessing.slots import Slot, find_slots
from workers.assessing.synonyms import are_opposites, are_synonyms, is_noun

OPPOSING = frozenset({"opposite", "class", "order"})  # kinds of clashes that exclude each other
TURNING = OPPOSING | {"negation"}
MOST_ALIKE = 0.1  # share of weight; what synonyms speak for, they do not speak for alone
HEAVIEST = 6.0  # weight of an English word that is not frequent
# Of the weight of missing English words: where nouns and prepositions are not known apart.
NOUNS_OF_WORDS = 0.4
COMPLEMENTS_OF_WORDS = 0.15
MOST_PARTS = 40  # content words; beyond what was fitted on, length proves nothing more


class Case:
    """A claim held against its sources: what a feature may look at, found once."""

    def __init__(self, claim: Claim, indexes: Sequence[SourceIndex]) -> None:
        found = account(claim, indexes)
        self.claim = claim
        self.indexes = indexes
        self.values: tuple[ValueCheck, ...] = check_values(claim, found)
        self.accounting: Accounting = settle_values(claim, found, self.values)

    def text_of(self, source_id: str) -> str:
        """Give the text of one of the sources."""
        return next(index.text for index in self.indexes if index.source_id == source_id)

    @cached_property
    def aligned(self) -> tuple[Aligned, ...]:
        """The statement beside each sentence of its passages; the one that holds most first."""
        return align(self.claim, self.accounting)

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """Where the meaning turns round."""
        sentences = cut_claim(self.claim)
        alone = sentences == (self.claim,)
        return find_clashes(
            (each, self.aligned if alone else align(each, self.accounting)) for each in sentences
        )

    @cached_property
    def rivals(self) -> tuple[Rival, ...]:
        """Names that stand where the statement's should."""
        return find_rivals(self.claim, self.accounting)

    @cached_property
    def other_speakers(self) -> tuple[OtherSpeaker, ...]:
        """Who says there what another says in the statement."""
        return tuple(find_other_speakers(self.claim, self.aligned))

    @cached_property
    def apart(self) -> tuple[Apart, ...]:
        """Names that stand elsewhere in the source than what is said of them."""
        return find_apart(self.claim, self.indexes)

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Missing words in whose place the passage has others; known of English alone."""
        english = self.claim.language in {None, "en"}
        return find_slots(self.claim, self.accounting) if english else ()

    @cached_property
    def differing_spans(self) -> tuple[tuple[int, int], ...]:
        """Offsets into the statement of words and values that the passage has otherwise."""
        words = [(c.start, c.end) for c in self.clashes if c.kind in OPPOSING]
        names = [(r.part.token.start, r.part.token.end) for r in self.rivals]
        values = [
            (v.start, v.end)
            for v in self.values
            if v.result is ValueResult.DIFFERENT and v.start is not None and v.end is not None
        ]
        return (*words, *names, *values)

    def matches(self) -> Iterable[tuple[Part, float]]:
        """Give each part with how well the passages together account for it (0 to 1)."""
        return zip(self.claim.parts, self.accounting.together, strict=True)


def best(case: Case) -> float:
    """Share of weight in the best passage: what a source says, it says in one place."""
    rows = case.accounting.matches
    return share_of(case.claim, rows[0]) if rows else 0.0


def numbers(case: Case) -> float:
    """Share of the numbers found: a figure that does not stand there was not taken from there."""
    found = [match for part, match in case.matches() if part.is_number]
    return sum(found) / len(found) if found else 1.0


def worst(case: Case) -> float:
    """Weigh the heaviest missing word, 0 to 1: one rare word can be the whole point."""
    return (
        max((part.weight * (1 - match) for part, match in case.matches()), default=0.0) / HEAVIEST
    )


def missing_names(case: Case) -> float:
    """Count missing names, as a log: a passage about other people is about something else."""
    return log1p(sum(part.is_name and match == 0 for part, match in case.matches()))


def missing_nouns(case: Case) -> float:
    """Share of weight of the nouns that are in no passage: things it does not speak of at all.

    What is said of a thing has many words, the thing itself has few.
    """
    missing = [p for p, match in case.matches() if not match and not (p.is_name or p.is_number)]
    if case.claim.language in {None, "en"}:
        weight = sum(part.weight for part in missing if is_noun(part.stem))
    else:
        weight = NOUNS_OF_WORDS * sum(part.weight for part in missing)
    return weight / (case.claim.weight or 1.0)


def missing_complements(case: Case) -> float:
    """Share of weight that is missing of what prepositions lead to.

    Where, when and with whom a thing was done is what a source has, or nobody knows it.
    """
    missing = [part.weight * (1 - match) for part, match in case.matches()]
    if case.claim.language in {None, "en"}:
        weight = sum(missing[i] for i in find_complements(case.claim))
    else:
        weight = COMPLEMENTS_OF_WORDS * sum(missing)
    return weight / (case.claim.weight or 1.0)


def name_apart(case: Case) -> float:
    """Share of the words around a name that a sentence without it has: they are of another."""
    return max((name.gap for name in case.apart), default=0.0)


def length(case: Case) -> float:
    """Count content words, as a log: the same share of a longer statement is more in common."""
    return log1p(min(len(case.claim.parts), MOST_PARTS))


def source_length(case: Case) -> float:
    """Count sentences, as a log: in a long source more words are found by chance."""
    return log1p(sum(index.units for index in case.indexes))


def rival_name(case: Case) -> float:
    """Find another name where the statement's should stand: the passage is of someone else."""
    return float(bool(case.rivals))


def name_replaced(case: Case) -> float:
    """Find another name in the very place of the statement's: the same is said of another."""
    return float(any(rival.in_slot for rival in case.rivals))


def synonym_in_place(case: Case) -> float:
    """Share of weight whose place a synonym has: the same is said in another word."""
    alike = [part.weight for part, others in case.slots if _any(are_synonyms, part, others)]
    return min(sum(alike) / (case.claim.weight or 1.0), MOST_ALIKE)


def opposite_in_place(case: Case) -> float:
    """Find the opposite of a word in its place: the two are not true at once."""
    return float(any(_any(are_opposites, part, others) for part, others in case.slots))


def _any(related: Callable[[str, str], bool], part: Part, others: Iterable[str]) -> bool:
    return any(related(part.stem, other) for other in others)


def value_differs(case: Case) -> float:
    """Find another value for the same thing: the passage counts otherwise."""
    return float(any(check.result is ValueResult.DIFFERENT for check in case.values))


def value_absent(case: Case) -> float:
    """Find a value that no passage has: a figure was not taken from where it is not."""
    return float(any(check.result is ValueResult.ABSENT for check in case.values))


def turned(case: Case) -> float:
    """Find a denial or an opposite on one side only: it turns the meaning round."""
    return float(any(clash.kind in TURNING for clash in case.clashes))


def denied(case: Case) -> float:
    """Find a denial on one side only: what one says, the other says is not so."""
    return float(any(clash.kind == "negation" for clash in case.clashes))


def opposed(case: Case) -> float:
    """Find a word that excludes one of the statement's: both are not true at once."""
    return float(any(clash.kind in OPPOSING for clash in case.clashes))


def held_otherwise(case: Case) -> float:
    """Share of weight in the best passage, of what does not differ: they speak of one thing."""
    rows, spans = case.accounting.matches, case.differing_spans
    if not rows:
        return 0.0
    kept = [
        (part.weight, match)
        for part, match in zip(case.claim.parts, rows[0], strict=True)
        if not any(start <= part.token.start < end for start, end in spans)
    ]
    return sum(w * m for w, m in kept) / (sum(w for w, _ in kept) or 1.0)


FEATURES: dict[str, Callable[[Case], float]] = {
    feature.__name__: feature
    for feature in (
        best,
        numbers,
        worst,
        missing_names,
        missing_nouns,
        missing_complements,
        name_apart,
        length,
        source_length,
        rival_name,
        name_replaced,
        synonym_in_place,
        opposite_in_place,
        value_differs,
        value_absent,
        turned,
        denied,
        opposed,
        held_otherwise,
    )
}


def extract_features(case: Case) -> dict[str, float]:
    """Give all features by name."""
    return {name: feature(case) for name, feature in FEATURES.items()}
