"""Text in, the marks that values are written with out: numerals, words, signs. Pure."""

import re
from typing import NamedTuple

from workers.assessing.values.han import LONGEST, PATTERN, SIGNS, read_han
from workers.language.folding import fold

# Groups of three parted by spaces are one numeral where the language writes them so.
_SPACES = "\u00a0\u202f\u2009"
_DIGITS = re.compile(r"\d++(?>(?:[.,'’٫٬]\d++)*)")
_NUMERAL = r"\d++(?>(?:[.,'’٫٬]\d++)*)"
_SPACED_NUMERAL = rf"\d{{1,3}}(?>(?:[{_SPACES}]\d{{3}})+)(?!\d)(?:[.,]\d++)?"
_WIDE_NUMERAL = rf"\d{{1,3}}(?>(?:[ {_SPACES}]\d{{3}})+)(?!\d)(?:[.,]\d++)?"
# An East Asian magnitude or date sign after a numeral is a word of its own.
_GLUED_SIGN = r"(?<=\d)[十百千万萬億亿兆만억조천백年月日년월일]"
_WORD = rf"{_GLUED_SIGN}|[^\W\d_]++(?>(?:['’][^\W\d_]++)*)"
_MARKS = re.compile(rf"(?P<n>{_SPACED_NUMERAL}|{_NUMERAL})|(?P<w>{_WORD})|(?P<s>[^\w\s]|_)")
_WIDE_MARKS = re.compile(rf"(?P<n>{_WIDE_NUMERAL}|{_NUMERAL})|(?P<w>{_WORD})|(?P<s>[^\w\s]|_)")
# In Chinese and Japanese a numeral may stand in the middle of what is one run of letters.
_HAN_WORD = rf"{_GLUED_SIGN}|(?>(?:(?![{SIGNS}])[^\W\d_])+)|[{SIGNS}]"
_HAN_MARKS = re.compile(
    rf"(?P<h>{PATTERN})|(?P<n>{_SPACED_NUMERAL}|{_NUMERAL})|(?P<w>{_HAN_WORD})|(?P<s>[^\w\s]|_)"
)
# In English "in 2019 300 people" and "7 500-metre races" are likelier than a spaced thousand.
_NO_SPACED_THOUSANDS = frozenset({"en", "zh", "ja", "ko", "hi", "he", "th"})

SENTINELS = 12


def word_set(words: str) -> frozenset[str]:
    """Read a set of words from one string, so that long sets stay readable."""
    return frozenset(words.split())


class Mark(NamedTuple):
    """A numeral (``n``), word (``w``) or sign (``s``); ``form`` is folded.

    ``glued`` says that no white space stands before it. A named tuple, since there is one for
    each word of each passage read, and it is made in a third of the time.
    """

    sort: str
    raw: str
    form: str
    start: int
    end: int
    glued: bool


def read_marks(text: str, language: str | None) -> list[Mark]:
    """All marks of ``text`` in order; ``SENTINELS`` empty signs stand last.

    No rule looks further ahead than that, so none needs to ask where the text ends.
    """
    if language in {"zh", "ja"}:
        return _read_han_marks(text) + _sentinels(text)
    pattern = _MARKS if (language or "en") in _NO_SPACED_THOUSANDS else _WIDE_MARKS
    marks: list[Mark] = []
    last = -1
    for match in pattern.finditer(text):
        raw, start, end = match.group(), match.start(), match.end()
        form = fold(raw) if match.lastgroup == "w" else raw
        marks.append(Mark(match.lastgroup or "s", raw, form, start, end, start == last))
        last = end
    return marks + _sentinels(text)


def _sentinels(text: str) -> list[Mark]:
    return [Mark("s", "", "", len(text), len(text), glued=False)] * SENTINELS


def _read_han_marks(text: str) -> list[Mark]:
    """Read numerals of Han signs as digits; a share has a percent sign of no width behind it."""
    marks: list[Mark] = []
    last, place = -1, 0
    while match := _HAN_MARKS.search(text, place):
        start, place, sort = match.start(), match.end(), match.lastgroup or "s"
        raw = match.group()
        number = read_han(raw) if sort == "h" else None
        if sort == "h" and len(raw) > LONGEST:
            sort = "w"  # passed over whole: read sign by sign, a long run would take its square
        elif sort == "h" and number is None:
            # No number as a whole: its digits, or its first sign, stand for themselves.
            digits = _DIGITS.match(text, start)
            place = digits.end() if digits else start + 1
            sort, raw = ("n" if digits else "w"), text[start:place]
        if number is not None:
            sort, raw = "n", f"{number[0]:.6f}".rstrip("0").rstrip(".")
        marks.append(
            Mark(sort, raw, fold(raw) if sort == "w" else raw, start, place, start == last)
        )
        if number is not None and number[1]:
            marks.append(Mark("s", "%", "%", place, place, glued=True))
        last = place
    return marks
