"""A claim in, the nouns and names that its prepositions lead to out. Pure.

"The council | met | in the old mill | with Ruiz | on Monday": where, with whom and when. The
last noun, name or number of the words that follow a preposition is what it leads to; the words
before that only describe it. For English claims.
"""

from collections.abc import Mapping
from functools import lru_cache

from workers.assessing.coverage import Claim, Part
from workers.assessing.synonyms import is_noun

_PREPOSITION_WORDS = """\
in on at by for with from to of into onto about over under after before during between among
against through across near since until within without towards toward around as per via off behind
above below along beyond despite than upon inside outside throughout"""
_PREPOSITIONS = frozenset(_PREPOSITION_WORDS.split())
# These stand between a preposition and its noun.
_DETERMINER_WORDS = """\
the a an this that these those his her its their our my your some any all both each every no
another other such one two three more most many several few own same"""
_DETERMINERS = frozenset(_DETERMINER_WORDS.split())
_WITHIN = " '’s-\"‘“”"  # marks that part no phrase


@lru_cache(maxsize=256)
def find_complements(claim: Claim) -> frozenset[int]:
    """Give the complements of prepositions by their numbers among the parts."""
    numbers = {part.token.start: i for i, part in enumerate(claim.parts)}
    found = (
        _complement(claim, numbers, at)
        for at, token in enumerate(claim.tokens)
        if token.word.form in _PREPOSITIONS
    )
    return frozenset(i for i in found if i is not None)


def _complement(claim: Claim, numbers: Mapping[int, int], at: int) -> int | None:
    """Find the last noun of the words behind the preposition at a token."""
    run = list[int]()
    for k in range(at + 1, len(claim.tokens)):
        token = claim.tokens[k]
        if claim.text[claim.tokens[k - 1].end : token.start].strip(_WITHIN):
            break
        if token.start in numbers:
            run.append(numbers[token.start])
        elif run or token.word.form not in _DETERMINERS:
            break
    if claim.tokens[at].word.form == "to" and run and not _is_thing(claim.parts[run[0]]):
        return None  # "to buy a mill": no preposition
    return next((i for i in reversed(run) if _is_thing(claim.parts[i])), None)


def _is_thing(part: Part) -> bool:
    return part.is_name or part.is_number or is_noun(part.stem)
