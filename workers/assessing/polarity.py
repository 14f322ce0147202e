"""A claim beside sentences of its sources in, where their meaning turns round out. Pure.

A clash is a negation on one side only, a word on one side that excludes one on the other, or
names in changed roles, in sentences that otherwise say the same.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from workers.assessing.alignment import Aligned, first_with
from workers.assessing.causes import find_open_cause
from workers.assessing.coverage import Claim, Span
from workers.assessing.denials import Denial, find_denials
from workers.assessing.fiction import find_story
from workers.assessing.foreseen import find_foreseen, find_remaining
from workers.assessing.foreseen_abroad import find_foreseen_abroad
from workers.assessing.listing import find_listing
from workers.assessing.modality import find_firmer
from workers.assessing.opposing import find_opposing
from workers.assessing.refuting import find_refutation, leaves_open
from workers.assessing.roles import find_swaps
from workers.assessing.siding import find_sides
from workers.assessing.stepping import Named, find_other_steps, name_steps, parts_on_scales
from workers.assessing.swapped import find_swapped

MOST_SENTENCES = 3  # of the passages, looked at for what is said less surely
LEAST_CONTEXT = 0.6  # share of the claim that the passage must hold for a clash to mean anything

_QUESTION = re.compile(r"[?？؟][\"'”’»)]*\s*$")
# Folded.
_EXCEPT = frozenset(
    {"only", "except", "solo", "salvo", "menos", "excepto", "sauf", "seul", "seulement", "nur"}
)
_LISTS, _OPEN = "only lists these words", "leaves that open"
_ALL_BUT = ("all", "but")
# Which of these words open a question tells what it takes for granted: all but the answer.
_ASKED_ABOUT = frozenset({"how", "when", "why", "where", "who", "which"})
ASKED_BY = 8  # words from the head of a question, by which one of these stands


@dataclass(frozen=True, slots=True)
class Clash:
    """What turns the meaning round: offsets into the statement, and into its source.

    ``kind``: "negation" (one side denies it), "opposite", "class" (another of the same closed
    class, as another month), "certainty" (the source says less), "quantity" (another share
    or bound), "order" (who did it to whom) or "question" (the source only asks).
    """

    kind: str
    start: int
    end: int
    source_id: str
    source_start: int
    source_end: int
    how: str = ""  # what the source does with it, in plain words, where the kind does not tell

    def describe(self, statement: str, source: str) -> str:
        """Say it in plain words; ``source`` is the text of its source."""
        if self.kind == "question" and not self.how:
            return "it only asks this"
        if self.kind == "order":
            return "it has them the other way round"
        theirs, ours = source[self.source_start : self.source_end], statement[self.start : self.end]
        if self.how:
            return f"it {self.how}: “{theirs}”"
        if self.kind == "negation" and len(theirs) > len(ours):  # the denial is part of its span
            return f"it denies that: “{theirs}”"
        return f"it has “{theirs}” where the article has “{ours}”"


def find_clashes(
    sentences: Iterable[tuple[Claim, Sequence[Aligned]]],
) -> tuple[Clash, ...]:
    """Clashes of each sentence of a claim with the sentence that holds most of it.

    ``sentences`` come each with what it is laid beside, as ``align`` gives it. Told only where
    that holds enough: a passage may be three sentences long, and a "not" counts in the one that
    speaks of this.
    """
    clashes: list[Clash] = []
    for sentence, aligned in sentences:
        found = list(_negation(sentence, aligned))
        if aligned and aligned[0].share >= LEAST_CONTEXT:
            found += [
                c
                for find in (_opposing, _order, _question, _refuted, _siding, _framed)
                for c in find(sentence, aligned[0])
            ]
            found += _open_cause(sentence, aligned)
        told = {clash.start for clash in found}
        found += [clash for clash in _lesser(sentence, aligned) if clash.start not in told]
        if any(clash.how == _OPEN for clash in found):
            found = [c for c in found if c.kind != "negation"]  # "not yet known" is no denial
        clashes += found
    return tuple(clashes)


def _clash(kind: str, span: Span, aligned: Aligned, there: tuple[int, int] | None = None) -> Clash:
    """Make a clash with words of the source (first and last place), else with the sentence."""
    first, last = there or (0, len(aligned.stems) - 1)
    return Clash(kind, *span, aligned.window.index.source_id, *aligned.span(first, last))


def _negation(claim: Claim, aligned: Sequence[Aligned]) -> Iterator[Clash]:
    """Find the first word that one side denies, where the other denies nothing at all.

    What both deny in part may be the same in other words: "no fresh case", "not one infection".
    """
    ours = _own_denials(claim)
    clash = _denied_here(claim, ours, aligned) if ours else _denied_there(claim, aligned)
    if clash is not None:
        yield clash


def _denied_here(claim: Claim, ours: Sequence[Denial], aligned: Sequence[Aligned]) -> Clash | None:
    numbers = _numbers(claim)
    for denial, i in ((d, numbers.get(k)) for d in ours for k in d.heads):
        there = None if i is None else first_with(i, aligned)
        if i is None or there is None or not _is_of_this(there, i, claim):
            continue
        if not any(find_denials(there.stems, claim.language)):
            place = there.places[i][0]
            return _clash("negation", _between(claim, denial.at, i), there, (place, place))
    return None


def _denied_there(claim: Claim, aligned: Sequence[Aligned]) -> Clash | None:
    for there in aligned:
        numbers = {k: i for i, places in there.places.items() for k in places}
        denials = tuple(find_denials(there.stems, claim.language))
        denied = {k for denial in denials for k in denial.governed}
        for denial, k in ((d, k) for d in denials for k in d.heads):
            i = numbers.get(k)
            if i is None or first_with(i, aligned) is not there or not _is_of_this(there, i, claim):
                continue
            if denied.issuperset(there.places[i]):
                part, ends = claim.parts[i].token, (min(denial.at, k), max(denial.at, k))
                return _clash("negation", (part.start, part.end), there, ends)
    return None


def _is_of_this(there: Aligned, i: int, claim: Claim) -> bool:
    return max(there.share, there.says_it_of(i, claim)) >= LEAST_CONTEXT


def _between(claim: Claim, at: int, i: int) -> Span:
    """Offsets from a denial (a token) to the part that it governs, or the other way round."""
    tokens = sorted((claim.tokens[at], claim.parts[i].token), key=lambda token: token.start)
    return tokens[0].start, tokens[1].end


def is_denial(claim: Claim) -> bool:
    """Whether a claim says of something that it is not so."""
    return bool(_own_denials(claim))


@lru_cache(maxsize=256)
def _own_denials(claim: Claim) -> tuple[Denial, ...]:
    return tuple(find_denials([t.word.stem for t in claim.tokens], claim.language))


def _numbers(claim: Claim) -> dict[int, int]:
    """Give the number of the part that a token (by its own number) is."""
    parts = {part.token.start: i for i, part in enumerate(claim.parts)}
    return {k: parts[t.start] for k, t in enumerate(claim.tokens) if t.start in parts}


def _opposing(claim: Claim, there: Aligned) -> Iterator[Clash]:
    """Find what excludes a word; to deny one opposite is to say the other."""
    ours = {claim.tokens[k].start for d in _own_denials(claim) for k in d.governed}
    theirs = {k for d in find_denials(there.stems, claim.language) for k in d.governed}
    for kind, token, place in find_opposing(claim, there):
        if kind == "opposite" and _both_except(claim, there):
            continue
        if (token.start in ours) == (place in theirs):
            yield _clash(kind, (token.start, token.end), there, (place, place))


def _both_except(claim: Claim, there: Aligned) -> bool:
    """Whether both have an exception: who rejects only one has accepted all but one."""
    ours = [token.word.form for token in claim.tokens]
    return _excepts(ours) and _excepts(there.forms)


def _excepts(forms: Sequence[str]) -> bool:
    return not _EXCEPT.isdisjoint(forms) or _ALL_BUT in pairwise(forms)


def _firmer(claim: Claim, there: Aligned) -> Iterator[Clash]:
    surer = (find_firmer, find_foreseen, find_foreseen_abroad, find_remaining)
    for first, last, start, end in (found for find in surer for found in find(claim, there)):
        span = claim.tokens[first].start, claim.tokens[last].end
        yield _clash("certainty", span, there, (start, end))


def _lesser(claim: Claim, aligned: Sequence[Aligned]) -> Iterator[Clash]:
    """Find what the sentences about this say less surely, or of another step; each word once.

    A name that stands in another of the sentences is no lack of this one, for news names a person
    once; nor is a step, in whose place another may stand.
    """
    told = set[int]()
    named = {i for each in aligned for i in each.places if claim.parts[i].is_name}
    steps = name_steps(claim)
    named |= parts_on_scales(claim, steps)
    for there in aligned[:MOST_SENTENCES]:
        if _held(claim, there, named) < LEAST_CONTEXT:
            continue
        for clash in (*_firmer(claim, there), *_steps(claim, steps, there, aligned)):
            if clash.start not in told:
                told.add(clash.start)
                yield clash


def _held(claim: Claim, there: Aligned, named: set[int]) -> float:
    """Share of weight that a sentence holds, of all but the names that others have."""
    rest = [i for i in range(len(claim.parts)) if i in there.places or i not in named]
    held = sum(claim.parts[i].weight for i in rest if i in there.places)
    return held / (sum(claim.parts[i].weight for i in rest) or 1.0)


def _steps(
    claim: Claim, steps: Named, there: Aligned, aligned: Sequence[Aligned]
) -> Iterator[Clash]:
    """Find another step of the same matter; what one side denies is left to the denials."""
    if not steps:
        return
    denied = {claim.tokens[k].start for d in _own_denials(claim) for k in d.governed}
    for kind, ours, theirs in find_other_steps(claim, steps, there, aligned):
        span = claim.tokens[ours.first].start, claim.tokens[ours.last].end
        # An opposite may contradict, so the sentence itself must hold what the claim does.
        is_other = kind == "opposite" and (
            there.share < LEAST_CONTEXT or _both_except(claim, there)
        )
        if span[0] not in denied and not is_other:
            yield _clash(kind, span, there, (theirs.first, theirs.last))


def _order(claim: Claim, there: Aligned) -> Iterator[Clash]:
    places = {i: there.places.get(i, ()) for i in range(len(claim.parts))}
    swaps = (*find_swaps(claim, places, there.stems), *find_swapped(claim, there))
    for first, last in swaps:
        yield _clash("order", (first.token.start, last.token.end), there)


def _siding(claim: Claim, there: Aligned) -> Iterator[Clash]:
    """Find that it takes the other side: "voted against" for "voted for"."""
    for mine, other in find_sides(claim, there):
        span = claim.tokens[mine.first].start, claim.tokens[mine.last].end
        yield _clash("opposite", span, there, (other.first, other.last))
        return


def _refuted(claim: Claim, there: Aligned) -> Iterator[Clash]:
    """Find that the page repeats the claim to take it back; one that denies is left alone."""
    if is_denial(claim):
        return
    if (span := find_refutation(claim, there)) is not None:
        yield _of_all("negation", claim, there, span, "takes that back")
    elif (span := leaves_open(claim, there)) is not None:
        yield _of_all("question", claim, there, span, _OPEN)


def _of_all(kind: str, claim: Claim, there: Aligned, span: Span, how: str) -> Clash:
    """Make a clash of all that a claim says with words of the source, by their offsets."""
    ours = claim.tokens[0].start, claim.tokens[-1].end
    return Clash(kind, *ours, there.window.index.source_id, *span, how)


def _framed(claim: Claim, there: Aligned) -> Iterator[Clash]:
    """Find that it stands in a story that somebody made up, or in a row of keywords."""
    for find, how in ((find_story, "tells it of a made-up story"), (find_listing, _LISTS)):
        if (span := find(claim, there)) is not None:
            yield _of_all("certainty", claim, there, span, how)


def _open_cause(claim: Claim, aligned: Sequence[Aligned]) -> Iterator[Clash]:
    """Find that the source does not say why, where the claim does."""
    if (found := find_open_cause(claim, aligned)) is not None:
        yield _of_all("certainty", claim, found[0], found[1:], "leaves the cause open")


def _question(claim: Claim, there: Aligned) -> Iterator[Clash]:
    """Find a sentence that only asks; "when did it land?" takes for granted that it did."""
    index = there.window.index
    asked = index.text[index.opens[there.unit] : index.closes[there.unit]]
    if not _QUESTION.search(asked) or _QUESTION.search(claim.text):
        return
    if _ASKED_ABOUT.isdisjoint(there.stems[:ASKED_BY]):
        yield _clash("question", (claim.tokens[0].start, claim.tokens[-1].end), there)
