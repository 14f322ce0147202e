"""A value's place in, whose figure it is out: what "rose by", "stood at" or "is" says it of. Pure.

"Profit fell 13 percent" and "energy costs rose by 19 percent" have a change, a unit and a year in
common, and are figures of two things. Known where the value stands right behind a verb of change
or of measure, or behind a form of "to be"; elsewhere nothing is told. Own compilation.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from workers.assessing.synonyms import are_synonyms
from workers.assessing.values.directions import change_words
from workers.assessing.values.tokens import Mark, word_set
from workers.language.words import WordKind, read_word

_LOOSE = word_set(
    """by to at about some just only nearly almost around over under more than of roughly an a
    further another least most up down
    um auf bei etwa rund fast knapp nur von mehr als weitere im
    de a un une d environ presque plus moins a des
    en un una unos casi mas menos al hasta"""
)
# Folded. What a figure is the measure of, beside the words of change.
_MEASURING = word_set(
    """is are was were be been stood stands stand reached reaches hit hits totalled totaled amounted
    amounts came remained remains averaged went go goes
    ist sind war waren lag liegt lagen betrug betragt betrugen erreichte erreicht belief
    est sont etait atteint atteignait eleve etablit
    es son fue era alcanzo alcanza situo ascendio"""
)
_PASSED = word_set(
    """has have had will would also then again sharply slightly only even still already
    hat haben ist wird auch nur wieder leicht stark weil
    a ont s y est se legerement fortement
    ha han se ligeramente"""
)
_ENDS = word_set(
    """and but while whereas as because since although when which who that than
    und aber wahrend weil da obwohl
    et mais tandis alors que
    y pero mientras aunque porque que"""
)
_LONGEST = 8  # marks of a subject
_SIMILAR = tuple(
    word_set(words)
    for words in (
        "revenu sale turnov incom",
        "profit earn",
        "wage pay salari earn",
        "rent tenant",
        "umsatz erlos",
        "gewinn uberschuss ergebn",
        "benefic profit",
    )
)


def read_topic(marks: Sequence[Mark], first: int, language: str | None) -> frozenset[str]:
    """Give the stems of what the value that begins at mark ``first`` is of; none if unknown."""
    if language in {"zh", "ja", "ko"}:
        return frozenset()
    tongue = language or "en"
    j = first - 1
    while j >= 0 and marks[j].form in _LOOSE:
        j -= 1
    verb = j >= 0 and (marks[j].form in _MEASURING or marks[j].form in change_words(tongue))
    if not verb:
        return frozenset()
    stems: list[str] = []
    for k in range(j - 1, max(j - 1 - _LONGEST, -1), -1):
        if marks[k].sort != "w" or marks[k].form in _ENDS:
            break
        word = read_word(marks[k].raw, language)
        is_verb = marks[k].form in change_words(tongue) or marks[k].form in _MEASURING | _PASSED
        if word.kind is WordKind.WORD and not is_verb and len(word.form) > 1:
            stems.append(word.stem)
    return frozenset(stems)


def is_aside(marks: Sequence[Mark], first: int, end: int) -> bool:
    """Whether a year in a bracket only says whose the next figure is: "(2024: 36 million)"."""
    return bool(first) and marks[first - 1].raw in {"(", "[", ";"} and marks[end].raw == ":"


def are_other(
    ours: Iterable[str], theirs: Iterable[str], by_us: Iterable[str], by_them: Iterable[str]
) -> bool:
    """Whether two topics each have a word that the other sentence has in no form.

    ``by_us`` and ``by_them`` are the words around the two values.
    """
    mine, other = frozenset(ours), frozenset(theirs)
    only_mine = mine - other - frozenset(by_them)
    only_other = other - mine - frozenset(by_us)
    if not only_mine or not only_other:
        return False
    return not any(_are_alike(one, two) for one in only_mine for two in only_other)


@cache
def _are_alike(one: str, two: str) -> bool:
    return are_synonyms(one, two) or any(one in group and two in group for group in _SIMILAR)
