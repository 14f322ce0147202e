"""A value's place in, what stands around it out: loosening words, nouns, context. Pure."""

from collections.abc import Sequence

from workers.assessing.values.counted import fate_by_sign, fates
from workers.assessing.values.model import Approximation
from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.tokens import Mark, word_set
from workers.language.words import WordKind, read_word

_LOOSE_SIGNS = {
    "~": Approximation.ABOUT, "≈": Approximation.ABOUT, ">": Approximation.OVER,
    "<": Approximation.UNDER, "≥": Approximation.OVER, "≤": Approximation.UNDER,
}  # fmt: skip
_LONGEST_PHRASE = 4
_NOUN_WORDS = 3
_CONTEXT_WORDS = 12
_OF = frozenset({"of", "de", "d", "der", "des", "von", "del"})
_AUXILIARIES = word_set(
    """were was are is been have had has be being wurden wurde sind worden ont a ete sont fueron
    han sido resultaron estan"""
)
_STOPS = frozenset(".!?…。！？;\u061f\u0964")


def loosened(
    marks: Sequence[Mark], first: int, end: int, floor: int, words: Lexicon
) -> tuple[int, int, Approximation]:
    """Take in "nearly" before the value or "or more" after it; first mark, end mark, meaning."""
    if not words.about.isdisjoint([mark.form for mark in marks[first:end]]):
        return first, end, Approximation.ABOUT
    length = min(_LONGEST_PHRASE, first - floor)
    before = tuple([mark.form for mark in marks[first - length : first]])
    if (
        marks[first].form.startswith("d'")
        and length
        and (told := words.loose.get((before[-1], "d")))
    ):
        return first - 1, end, told  # "plus d'un tiers"
    for skipped in range(length):
        found = words.loose.get(before[skipped:])
        if found:
            return first - length + skipped, end, found
    if first > floor and (sign := _LOOSE_SIGNS.get(marks[first - 1].raw)):
        return first - 1, end, sign
    if marks[end].raw == "+" and marks[end].glued:
        return first, end + 1, Approximation.OVER
    after = words.loose_after.get((marks[end].form, marks[min(end + 1, len(marks) - 1)].form))
    return (first, end + 2, after) if after else (first, end, Approximation.EXACT)


def read_nouns(marks: Sequence[Mark], first: int, end: int, language: str | None) -> frozenset[str]:
    """Stems of the words that follow mark ``end``, up to the first that is no content word.

    Beside them what becomes of those counted: "12 people were injured", "injuring 12 people".
    """
    j = end + 1 if marks[end].form in _OF else end
    nouns: list[str] = []
    while len(nouns) < _NOUN_WORDS and marks[j].sort == "w":
        word = read_word(marks[j].raw, language)
        if word.kind is not WordKind.WORD:
            break
        nouns.append(word.stem)
        j += 1
        if marks[j].raw == "-" and marks[j].glued:
            j += 1
    return frozenset(nouns) | _fate(marks, first, j, language)


def _fate(marks: Sequence[Mark], first: int, end: int, language: str | None) -> frozenset[str]:
    if language in {"zh", "ja"}:
        return fate_by_sign("".join(mark.raw for mark in marks[end - 1 : end + 2]))
    known = fates(language or "en")
    while marks[end].form in _AUXILIARIES:
        end += 1
    near = (marks[end], marks[first - 1]) if first else (marks[end],)
    stems = (read_word(mark.raw, language).stem for mark in near if mark.sort == "w")
    return frozenset(stem for stem in stems if stem in known)


def read_context(
    marks: Sequence[Mark], first: int, end: int, language: str | None
) -> frozenset[str]:
    """Stems of the content words of the same sentence, up to twelve to either side."""
    before = _content(marks, range(first - 1, -1, -1), language)
    after = _content(marks, range(end, len(marks)), language)
    return frozenset(before + after)


def _content(marks: Sequence[Mark], order: range, language: str | None) -> list[str]:
    stems: list[str] = []
    for j in order[: 3 * _CONTEXT_WORDS]:
        sort, raw = marks[j][:2]
        if sort == "w":
            word = read_word(raw, language)
            if word.kind is WordKind.WORD and len(raw) > 1:
                stems.append(word.stem)
                if len(stems) == _CONTEXT_WORDS:
                    break
        elif raw in _STOPS and _ends_sentence(marks, j):
            break
    return stems


def _ends_sentence(marks: Sequence[Mark], j: int) -> bool:
    """Tell whether a stop ends its sentence: not if text is glued to it, nor after one letter."""
    if j + 1 < len(marks) and marks[j + 1].glued and marks[j + 1].sort != "s":
        return False
    return not (j and len(marks[j - 1].raw) == 1 and marks[j - 1].sort == "w")
