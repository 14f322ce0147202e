"""A quotation's text in, the parts that must stand in the source in order out. Pure."""

import re
from dataclasses import dataclass

_SIC = re.compile(r"\[\s*(?:sic|emphasis (?:added|mine))\s*\]", re.IGNORECASE)
_GAP = re.compile(r"\[\s*(?:…|\.{2,}|(?:\. ){2,}\.)\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}|\. \. \.")
_INSERTION = re.compile(r"\[([^\[\]\n]{0,80})\]")
_HEAD = re.compile(r"\[(\w)\](?=\w)")
_TAIL = re.compile(r"(?<=\w)\[(\w{1,4})\]")
_WIDEST_GAP = 120  # words that an ellipsis may leave out
_WIDEST_INSERTION = 8  # words that a bracketed insertion may stand for


@dataclass(frozen=True, slots=True)
class Part:
    """A run of quoted words, and how many words of the source may be left out before it."""

    text: str
    gap: int = 0


def read_variants(text: str) -> tuple[tuple[Part, ...], ...]:
    """Give the ways to read a quotation, each as its parts in order; the first is the likeliest.

    A letter in brackets that changes a word ("[T]he") is that word; letters in brackets
    that were added to one ("walk[ed]") may be the source's or the writer's.
    """
    whole = _HEAD.sub(r"\1", text)
    kept, dropped = _TAIL.sub(r"\1", whole), _TAIL.sub("", whole)
    return tuple(_split(variant) for variant in dict.fromkeys((kept, dropped)))


def _split(text: str) -> tuple[Part, ...]:
    """Split a quotation where it leaves words out or puts words of the writer's own in."""
    plain = _SIC.sub(" ", text)
    cuts = [(m.start(), m.end(), _WIDEST_GAP) for m in _GAP.finditer(plain)]
    cuts += [
        (m.start(), m.end(), _WIDEST_INSERTION)
        for m in _INSERTION.finditer(plain)
        if not _GAP.fullmatch(m.group())
    ]
    return _between(plain, sorted(cuts))


def _between(text: str, cuts: list[tuple[int, int, int]]) -> tuple[Part, ...]:
    parts: list[Part] = []
    place, gap = 0, 0
    for start, end, width in cuts:
        if start < place:
            continue
        if any(char.isalnum() for char in text[place:start]):
            parts.append(Part(text[place:start], gap))
            gap = 0
        place, gap = end, max(gap, width)
    if any(char.isalnum() for char in text[place:]):
        parts.append(Part(text[place:], gap))
    return tuple(parts)
