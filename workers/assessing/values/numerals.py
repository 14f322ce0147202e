"""Marks in, the number that begins at one of them out: digits, words, or both. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workers.assessing.values.digits import parse_digits
from workers.assessing.values.lexicon import CJK_SCALES
from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.parts import read_part
from workers.assessing.values.tokens import Mark, word_set
from workers.assessing.values.units import UNITS

_HALVED = frozenset(UNITS) | {"percentage"}
_HALF_OF = word_set("half halfte moitie mitad")
_OF_WHOLE = word_set("of the der des von de del d aller")
HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
# "a 100m race", "3m tall": metres, not millions.
_METRES_AFTER = word_set(
    """tall long high wide deep above below away race sprint swimmer freestyle hurdles relay
    butterfly backstroke breaststroke diameter radius from final dash wave waves"""
)
THOUSAND = 1e3
_HUNDRED = 100
_LONGEST_SMALL = 4  # words, as in quatre-vingt-dix-sept


@dataclass(frozen=True, slots=True)
class Number:
    """A number from a mark on, up to but not including mark ``end``.

    ``quantum`` is the worth of one step in its last digit; ``bare`` says that it is
    digits without a magnitude, as a year or a label is; ``vague`` that only an order
    of magnitude is named.
    """

    amount: float
    quantum: float
    end: int
    upper: float | None = None
    bare: bool = False
    vague: bool = False
    worded: bool = False
    fraction: bool = False


def read_number(
    marks: Sequence[Mark], i: int, words: Lexicon, language: str | None
) -> Number | None:
    """Give the number that begins at mark ``i``, in digits or in words, with its magnitudes."""
    mark = marks[i]
    if mark.sort == "n":
        found = _digits(marks, i, language)
    elif mark.sort == "w":
        found = _worded(marks, i, words)
    else:
        found = _sign(marks, i)
    return _scaled(marks, found, words, language) if found else None


def _sign(marks: Sequence[Mark], i: int) -> Number | None:
    worth = HALVES.get(marks[i].raw)
    return Number(worth, worth, i + 1) if worth else None


def _digits(marks: Sequence[Mark], i: int, language: str | None) -> Number | None:
    parsed = parse_digits(marks[i].raw, language)
    if parsed is None:
        return None
    amount, quantum = parsed
    following = marks[i + 1]
    if following.glued and following.raw in HALVES:
        worth = HALVES[following.raw]
        return Number(amount + worth, worth, i + 2)
    return Number(amount, quantum, i + 1, bare=True)


def _worded(marks: Sequence[Mark], i: int, words: Lexicon) -> Number | None:
    return (
        _vague(marks, i, words)
        or _fraction(marks, i, words)
        or _article(marks, i, words)
        or _sum(marks, i, words)
    )


def _vague(marks: Sequence[Mark], i: int, words: Lexicon) -> Number | None:
    worth = words.vague.get(marks[i].form)
    if worth is None:
        return None
    end = i + 1
    # "tens of thousands", "hundreds of millions": two orders multiplied.
    if marks[end].form in {"of", "de"} and marks[end + 1].form in words.vague:
        worth *= words.vague[marks[end + 1].form]
        end += 2
    elif marks[i].form == "tens":
        return None
    return Number(2 * worth, worth, end, upper=10 * worth, vague=True, worded=True)


def _fraction(marks: Sequence[Mark], i: int, words: Lexicon) -> Number | None:
    part = read_part(marks, i, words)
    if part is None:
        return None
    share, end = part
    if marks[end].form == "of" and marks[end + 2].form == "percentage":
        return Number(share, share, end + 2, worded=True)
    return Number(100 * share, 3.0, end, worded=True, fraction=True)


def _article(marks: Sequence[Mark], i: int, words: Lexicon) -> Number | None:
    """Read "a hundred", "half a million", "un millón": an article that means one."""
    if marks[i].form in words.half:
        return _half(marks, i, words)
    if marks[i].form not in words.articles:
        return None
    if marks[i + 1].form in words.half:
        return _half(marks, i + 1, words)
    head = marks[i + 1].form
    if head == "couple":
        return Number(2, 1, i + 3, worded=True) if marks[i + 2].form == "of" else None
    if head in words.hundred or (head in words.scales and len(head) > 1):
        return _sum(marks, i, words, article=True)
    return None


def _half(marks: Sequence[Mark], i: int, words: Lexicon) -> Number | None:
    j = i + 2 if marks[i + 1].raw == "-" and marks[i + 1].glued else i + 1
    following = marks[j].form
    if following in words.articles and marks[j + 1].form in _HALVED:
        return Number(0.5, 0.5, j + 1, worded=True)
    if following in UNITS and marks[i].form != "half":
        return Number(0.5, 0.5, j, worded=True)
    if following in words.articles and marks[i + 2].form in words.scales:
        return Number(0.5, 0.5, i + 2, worded=True)
    if following in words.scales:
        return Number(0.5, 0.5, i + 1, worded=True)
    if marks[i].form in _HALF_OF and following in _OF_WHOLE:
        return Number(50.0, 3.0, i + 1, worded=True, fraction=True)
    return None


def _sum(marks: Sequence[Mark], i: int, words: Lexicon, *, article: bool = False) -> Number | None:
    """Read a number in words: groups below a thousand, each with its magnitude, added up."""
    total, last, end = 0.0, float("inf"), i
    while True:
        start = end if end == i else _past_joins(marks, end, words)
        group = _group(marks, start, words, article=article and start == i)
        if group is None:
            break
        worth, after = group
        scale, after = _scale_at(marks, after, words)
        if scale >= last or (end > i and worth * scale >= last):
            break
        total, last, end = total + worth * scale, scale, after
        if scale == 1:
            break
    if end == i:
        return None
    return _with_decimals(marks, Number(total, last, end, worded=True), words)


def _with_decimals(marks: Sequence[Mark], found: Number, words: Lexicon) -> Number:
    """Take in "three point five" and "two and a half"."""
    end = found.end
    if marks[end].form in words.point and (tenth := words.small.get((marks[end + 1].form,))):
        return replace(found, amount=found.amount + tenth / 10, quantum=0.1, end=end + 2)
    if (
        marks[end].form in words.joins
        and marks[end + 1].form in words.articles
        and marks[end + 2].form in words.half
    ):
        return replace(found, amount=found.amount + 0.5, quantum=0.5, end=end + 3)
    return found


def _past_joins(marks: Sequence[Mark], i: int, words: Lexicon) -> int:
    if marks[i].form in words.joins or (marks[i].raw in {"-", ","} and marks[i].glued):
        return i + 1
    return i


def _group(
    marks: Sequence[Mark], i: int, words: Lexicon, *, article: bool
) -> tuple[float, int] | None:
    """Read a number below a thousand from mark ``i``, and the mark after it."""
    if article:
        small: tuple[float, int] | None = (1, i + 1)
    else:
        small = _small(marks, i, words)
    if small is None:
        worth = words.hundreds.get(marks[i].form)
        if worth is None:
            # A magnitude alone counts for itself where the language says so: "mil", "tausend".
            alone = words.scales.get(marks[i].form, 0) == THOUSAND and len(marks[i].form) > 1
            return (1.0, i) if alone and marks[i].form != "thousand" else None
        return _tail(marks, float(worth), i + 1, words)
    worth_small, after = small
    if marks[after].form in words.hundred and worth_small < _HUNDRED:
        return _tail(marks, worth_small * float(_HUNDRED), after + 1, words)
    return float(worth_small), after


def _tail(marks: Sequence[Mark], hundreds: float, after: int, words: Lexicon) -> tuple[float, int]:
    """Add what follows the hundreds: "two hundred (and) five"."""
    start = _past_joins(marks, after, words)
    rest = _small(marks, start, words)
    if rest is None or not 0 < rest[0] < _HUNDRED:
        return hundreds, after
    return hundreds + rest[0], rest[1]


def _small(marks: Sequence[Mark], i: int, words: Lexicon) -> tuple[float, int] | None:
    """Give the longest number word or words from mark ``i``, and the mark after."""
    parts: list[str] = []
    best: tuple[float, int] | None = None
    end = i
    while len(parts) < _LONGEST_SMALL and marks[end].sort == "w":
        parts.append(marks[end].form)
        end += 1
        worth: float | None = words.small.get(tuple(parts))
        if worth is None and len(parts) == 1:
            worth = words.compound(parts[0])
        if worth is not None:
            best = (worth, end)
        if marks[end].raw == "-" and marks[end].glued and marks[end + 1].glued:
            end += 1
    return best


def _scale_at(marks: Sequence[Mark], i: int, words: Lexicon) -> tuple[float, int]:
    """Give the magnitudes that stand at mark ``i``, multiplied, and the mark after them."""
    scale, end = 1.0, i
    while len(marks[end].form) > 1 or end == i:
        j = end + 1 if marks[end].raw == "-" and marks[end].glued else end
        worth = words.scales.get(marks[j].form)
        if worth is None or len(marks[j].form) == 1:
            break
        scale, end = scale * worth, j + 1
    return scale, end


def _scaled(marks: Sequence[Mark], found: Number, words: Lexicon, language: str | None) -> Number:
    """Multiply by the magnitude that follows: "3.4m", "1.2 billion", "5万", "2,5 Mrd."."""
    if found.vague or found.fraction:
        return found
    scale, end = _scale_at(marks, found.end, words)
    if end == found.end:
        scale, end = _glued_scale(marks, found, words, language)
    if end == found.end:
        return found
    if marks[end].raw == "." and marks[end].glued and marks[end - 1].form in _DOTTED:
        end += 1
    return replace(
        found, amount=found.amount * scale, quantum=found.quantum * scale, end=end, bare=False
    )


_DOTTED = frozenset({"mio", "mrd", "bio", "tsd", "mln", "mld", "тыс", "млн", "млрд", "tys", "m"})


def _glued_scale(
    marks: Sequence[Mark], found: Number, words: Lexicon, language: str | None
) -> tuple[float, int]:
    mark = marks[found.end]
    if mark.raw == "M" and marks[found.end + 1].raw == "€":  # "3,4 M€"
        return 1e6, found.end + 1
    if not mark.glued or found.worded:
        return 1.0, found.end
    if mark.form in CJK_SCALES:
        return CJK_SCALES[mark.form], found.end + 1
    short = words.scales.get(mark.form, 0.0) if len(mark.form) == 1 else 0.0
    if mark.form == "m" and (language or "en") == "en":
        short = 0.0 if _means_metres(marks, found.end) else 1e6
    return (short, found.end + 1) if short else (1.0, found.end)


def _means_metres(marks: Sequence[Mark], i: int) -> bool:
    """Whether the "m" at mark ``i`` is a length: told by the word after it, or by none."""
    return marks[i].raw == "m" and marks[i + 1].form in _METRES_AFTER
