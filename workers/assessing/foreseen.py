"""A claim and a sentence of its source in, deeds that are done here and ahead there out. Pure.

"A larger trial started" where the source has "plans to begin a larger trial": the verb is another
one, so that it does not stand among the words that both have. Told where nothing in the claim
lies ahead, and a word for the same deed, that does there, stands beside the same words. Without
asking that the two be words for one deed it was as often wrong as right. English alone.
"""

from collections.abc import Iterator, Sequence

from workers.assessing.alignment import Aligned, neighbours
from workers.assessing.coverage import Claim
from workers.assessing.ladders import LADDERS
from workers.assessing.modality import ahead_of, done_from, lies_ahead, stems_of
from workers.assessing.quantities import SIDES
from workers.assessing.scales import Form, find_steps
from workers.assessing.synonyms import are_synonyms
from workers.language.stopwords import STOP_WORDS

WITHIN = 8  # words of the source between a verb and a word that both sides have
OF_ALL = 3  # words after "all" and "remaining" that tell of what
_ALL, _REST = frozenset({"all", "everi", "entir"}), frozenset({"remain", "rest"})
_DEEDS = (SIDES["en"], LADDERS["en"])


def find_foreseen(claim: Claim, there: Aligned) -> Iterator[tuple[int, int, int, int]]:
    """Give verbs of the claim that are only ahead: first and last token, first and last place."""
    if claim.language not in {None, "en"}:
        return
    stems = [token.word.stem for token in claim.tokens]
    if lies_ahead(stems_of(claim)):
        return
    ahead = [(k, at) for k in range(len(there.stems)) if (at := _ahead(there, k)) is not None]
    for at, stem in enumerate(stems) if ahead else ():
        first = None if stem in there.stems else done_from(claim, stems, at)
        for place, marker in ahead if first is not None else ():
            if _is_same_deed(claim, at, there, place) and _is_beside(claim, at, there, place):
                yield first or 0, at, marker, place
                break


def find_remaining(claim: Claim, there: Aligned) -> Iterator[tuple[int, int, int, int]]:
    """Give what the claim has done to all, and the source has ahead for "the remaining" ones."""
    stems = [token.word.stem for token in claim.tokens]
    if claim.language not in {None, "en"} or lies_ahead(stems_of(claim)):
        return
    for k in (k for k, stem in enumerate(stems) if stem in _ALL):
        things = set(stems[k + 1 : k + 1 + OF_ALL])
        for rest in (at for at, stem in enumerate(there.stems) if stem in _REST):
            of = [at for at in there.shared if rest < at <= rest + OF_ALL]
            deeds = (at for at in sorted(there.shared) if at > rest + 1 and at not in of)
            deed = next((at for at in deeds if ahead_of(there, at) is not None), None)
            last = None if deed is None else _token_at(stems, there.stems[deed])
            if deed is not None and last and things & {there.stems[at] for at in of}:
                yield min(k, last), max(k, last), rest, deed
                return


def _token_at(stems: Sequence[str], stem: str) -> int | None:
    return stems.index(stem) if stem in stems else None


def _ahead(there: Aligned, place: int) -> int | None:
    """Give the place of what has a verb ahead, that the claim has not."""
    small = there.stems[place] in STOP_WORDS["en"] or place in there.shared
    return None if small else ahead_of(there, place)


def _is_same_deed(claim: Claim, at: int, there: Aligned, place: int) -> bool:
    """Whether two words are synonyms, or of one step of a scale ("rose", "go up")."""
    stems = [token.word.stem for token in claim.tokens]
    if are_synonyms(stems[at], there.stems[place]):
        return True
    ours = _steps_at(stems, lambda k: claim.tokens[k].word.form, at)
    return not ours.isdisjoint(_steps_at(there.stems, there.form, place))


def _steps_at(stems: Sequence[str], form: Form, at: int) -> set[tuple[int, int, int]]:
    return {
        (number, step.scale, step.rank)
        for number, table in enumerate(_DEEDS)
        for step in find_steps(stems, form, table, "en")
        if step.first == at
    }


def _is_beside(claim: Claim, at: int, there: Aligned, place: int) -> bool:
    """Whether it has the same neighbours on either side: "to begin a trial", "a trial began"."""
    near = (i for i in neighbours(claim.tokens[at], claim, there) if i is not None)
    return any(abs(place - k) <= WITHIN for i in near for k in there.places[i])
