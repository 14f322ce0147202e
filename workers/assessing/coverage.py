"""A statement and windows of its sources in, what is accounted for and what is missing out. Pure.

A content word, name or number of the statement is accounted for by a passage that holds the
same stem, or a word so near to it in letters that it is the same word inflected or spelled
otherwise. Words weigh by their rarity in general, so that "the" proves nothing and "Kupyansk" much.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf

from workers.assessing.acronyms import read_acronyms
from workers.assessing.passages import WINDOW_UNITS, SourceIndex, Window, find_windows
from workers.assessing.rarity import rarity
from workers.language.sentences import split_sentences
from workers.language.words import Token, WordKind, read_words

# The mark of a note, as "[9]" or "[,28]", points to a source and says nothing itself.
_NOTE = re.compile(r"\[[\d,;–\- ]*\]")
Span = tuple[int, int]  # half-open offsets into the statement
Row = tuple[float, ...]  # how well each part of a claim is accounted for, 0 to 1
Weighed = tuple[SourceIndex, int, int, Row]  # a window by its first and last unit, and its row

MAX_PASSAGES = 3
GIVEN_NAME_CREDIT = 0.5  # of a name that is not there itself: it may still be the wrong one
GIVEN_NAME_WEIGHT = 5.0  # a rarer word before a surname is a given name, not "South" or "Lake"
LEAST_GAIN = 0.08  # share of the weight that a further passage must add
WINDOW_COST = 0.02  # share of the weight that each further sentence of a window must be worth
ROUNDED = 1e-9  # windows that add the same to so much are equals, in whatever order it was summed


@dataclass(frozen=True, slots=True)
class Part:
    """A content word of the statement, with its weight and what it is.

    ``stem`` is what its inflections share, and that of the token.
    """

    token: Token
    stem: str
    weight: float
    is_name: bool
    is_number: bool


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A statement read for matching. ``tokens`` are all its words, ``parts`` those with content.

    Compared by identity, so that what is told of it alone can be kept for all its sources.

    ``weight`` is that of all parts; ``given_names`` are the numbers of parts that are the given
    name of the part after them; ``acronyms`` give, by number of part, the acronym of its name.
    """

    text: str
    language: str | None
    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]
    weight: float
    given_names: tuple[int, ...]
    acronyms: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Accounting:
    """How much of each part of a claim the chosen windows account for (0 to 1)."""

    windows: tuple[Window, ...]
    matches: tuple[Row, ...]  # [window][part]
    together: Row  # [part], the best of the windows


def share_of(claim: Claim, row: Sequence[float]) -> float:
    """Share of the claim's weight that a row of matches accounts for, 0 to 1."""
    held = [part.weight * match for part, match in zip(claim.parts, row, strict=True)]
    return sum(held) / (claim.weight or 1.0)


def blank_notes(text: str) -> str:
    """Put spaces for the marks of notes, so that all offsets stay."""
    return _NOTE.sub(lambda note: " " * len(note.group()), text)


@lru_cache(maxsize=256)
def read_claim(statement: str, language: str | None, frame: tuple[Span, ...] = ()) -> Claim:
    """Read a statement: its words, which of them carry content, which are names and numbers.

    ``frame`` holds spans of the statement that say who says so ("according to"): no source
    says of itself what the article says of it, so they carry no content to look for.
    """
    openers = _openers(statement, language)
    tokens = tuple(read_words(blank_notes(statement), language))
    parts = tuple(
        _part(token, token.start in openers, language)
        for token in tokens
        if token.word.kind is not WordKind.STOP
        and not any(start <= token.start < end for start, end in frame)
    )
    pairs = enumerate(pairwise(parts))
    given = tuple(i for i, (first, last) in pairs if _is_given_name(statement, first, last))
    weight = sum(part.weight for part in parts)
    return Claim(statement, language, tokens, parts, weight, given, _acronyms(statement, parts))


def _acronyms(statement: str, parts: Sequence[Part]) -> tuple[tuple[int, str], ...]:
    """Give the acronym of the name that a part belongs to, by the number of the part."""
    return tuple(
        (i, acronym)
        for acronym, words in read_acronyms(statement)
        for i, part in enumerate(parts)
        if any(start <= part.token.start < end for start, end in words)
    )


def _openers(statement: str, language: str | None) -> frozenset[int]:
    """Offsets at which a sentence opens, where a capital says nothing."""
    spans = split_sentences(statement, language)
    firsts = (next(iter(read_words(statement[s:e], language)), None) for s, e in spans)
    return frozenset(s + t.start for (s, _), t in zip(spans, firsts, strict=True) if t)


def _part(token: Token, opens: bool, language: str | None) -> Part:  # noqa: FBT001  one caller
    is_number = token.word.kind is WordKind.NUMBER
    is_capital = token.word.capital and not opens and not is_number
    is_name = is_capital and language != "de"
    stem = token.word.stem
    weight = rarity(stem, language, is_capital=is_capital)
    return Part(token, stem, weight, is_name, is_number)


def account(claim: Claim, indexes: Sequence[SourceIndex]) -> Accounting:
    """Choose the passages that together account for most of a claim, whatever their order."""
    rows = _shortest([row for index in indexes for row in _rows(claim, index)])
    chosen: list[tuple[Window, Row]] = []
    held: Row = (0.0,) * len(claim.parts)
    most = tuple(map(max, *[row for *_, row in rows], held)) if rows else held
    while len(chosen) < MAX_PASSAGES:
        found = _best(claim, rows, _open_parts(claim, most, held))
        if found is None or (chosen and found[0] < LEAST_GAIN * (claim.weight or 1.0)):
            break
        index, first, last, row = found[1]
        chosen.append((Window(index, first, last), row))
        held = tuple(map(max, held, row))
    about = frozenset(stem for window, _ in chosen for stem in window.index.about)
    together = tuple(
        1.0 if part.is_name and part.stem in about else match
        for part, match in zip(claim.parts, held, strict=True)
    )
    return Accounting(tuple(w for w, _ in chosen), tuple(row for _, row in chosen), together)


def _rows(claim: Claim, index: SourceIndex) -> Iterator[Weighed]:
    """Give each window worth weighing with how well it holds each part."""
    likes = [index.like(part.stem) for part in claim.parts]
    held = [(index.units_with(like[0]), like[1]) if like else (frozenset(), 0.0) for like in likes]
    stems = {p.stem: (among, p.weight * m) for p, (among, m) in zip(claim.parts, held, strict=True)}
    windows = find_windows(index.units, [stem for stem in stems.values() if stem[0]])
    for i, acronym in claim.acronyms:
        if likes[i] is None and acronym in index.places:
            held[i] = index.units_with(acronym), 1.0
    matches = [(1 << i, match) for i, (_, match) in enumerate(held)]
    for (first, last), mask in _masks(windows, [among for among, _ in held]):
        row = tuple([match if mask & bit else 0.0 for bit, match in matches])
        yield index, first, last, _with_given_names(claim, row) if claim.given_names else row


def _masks(windows: Sequence[Span], among: Sequence[frozenset[int]]) -> Iterator[tuple[Span, int]]:
    """Give the parts that each window holds as bits; ``among`` has the units of each part.

    Without each window that holds just what a shorter one of the source does.
    """
    looked_at = {unit for first, last in windows for unit in range(first, last + 1)}
    units = dict.fromkeys(looked_at, 0)
    for i, holding in enumerate(among):
        for unit in looked_at & holding:
            units[unit] |= 1 << i
    masks: list[int] = []
    sizes: dict[int, int] = {}
    for first, last in windows:
        mask = units[first]
        for unit in range(first + 1, last + 1):
            mask |= units[unit]
        masks.append(mask)
        sizes[mask] = min(last - first, sizes.get(mask, WINDOW_UNITS))
    for window, mask in zip(windows, masks, strict=True):
        if window[1] - window[0] == sizes[mask]:
            yield window, mask


def _shortest(rows: Sequence[Weighed]) -> list[Weighed]:
    """Drop each window that holds just what a shorter one holds: it costs more, so never wins."""
    sizes: dict[Row, int] = {}
    for _, first, last, row in rows:
        sizes[row] = min(last - first, sizes.get(row, WINDOW_UNITS))
    return [weighed for weighed in rows if weighed[2] - weighed[1] == sizes[weighed[3]]]


def _with_given_names(claim: Claim, row: Row) -> Row:
    """Count a given name where the surname after it stands in the passage.

    News names a person in full once and by surname from then on.
    """
    credit = [i for i in claim.given_names if not row[i] and row[i + 1]]
    if not credit:
        return row
    filled = list(row)
    for i in reversed(credit):
        filled[i] = GIVEN_NAME_CREDIT * filled[i + 1]
    return tuple(filled)


def _is_given_name(statement: str, first: Part, last: Part) -> bool:
    between = statement[first.token.end : last.token.start]
    both = first.token.word.capital and last.is_name
    return both and between in {" ", ". "} and first.weight >= GIVEN_NAME_WEIGHT


def _open_parts(claim: Claim, most: Row, held: Row) -> list[tuple[int, float, float]]:
    """Give the parts that some window holds better than ``held``: number, weight, held.

    ``most`` is the best that any window has of each part. None where all of them together would
    add too little to a passage that is there already: then no window needs weighing.
    """
    able = [
        (i, part.weight, h, m)
        for i, (part, h, m) in enumerate(zip(claim.parts, held, most, strict=True))
        if m > h
    ]
    added = sum([w * (m - h) for _, w, h, m in able])
    if any(held) and added < LEAST_GAIN * (claim.weight or 1.0):
        return []
    return [(i, w, h) for i, w, h, _ in able]


def _best(
    claim: Claim, rows: Sequence[Weighed], lacking: Sequence[tuple[int, float, float]]
) -> tuple[float, Weighed] | None:
    """Find the window that adds most to the parts that are lacking; of equals the shorter."""
    if not lacking:
        return None
    cost = WINDOW_COST * claim.weight
    most, equals = -inf, list[tuple[float, Weighed]]()
    for weighed in rows:
        _, first, last, row = weighed
        gain = sum([w * (row[i] - h) for i, w, h in lacking if row[i] > h])
        net = gain - cost * (last - first)
        if net < most - ROUNDED:
            continue  # rounding is slow, and no rounding makes it the most
        net = round(net, 9)
        if net > most:
            most, equals = net, []
        if net == most:
            equals.append((gain, weighed))
    best = min(equals, key=lambda found: _rank(*found[1][:3]))
    return best if best[0] > 0 else None


def _rank(index: SourceIndex, first: int, last: int) -> tuple[int, str, str, int]:
    """Order windows that add the same, without regard to the order of the sources."""
    start, end = index.span(first, last)
    return (end - start, index.text[start:end], index.source_id, first)
