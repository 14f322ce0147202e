"""A statement and windows of its sources in, what is accounted for and what is missing out. Pure.

A content word, name or number of the statement is accounted for by a passage that holds the
same stem, or a word so near to it in letters that it is the same word inflected or spelled
otherwise. Words weigh by their rarity in general, so that "the" proves nothing and "Kupyansk" much.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workers.assessing.passages import SourceIndex, Window, find_windows
from workers.language.sentences import split_sentences
from workers.language.words import Token, WordKind, read_words

# The mark of a note, as "[9]" or "[,28]", points to a source and says nothing itself.
_NOTE = re.compile(r"\[[\d,;–\- ]*\]")
Span = tuple[int, int]  # half-open offsets into the statement

MAX_PASSAGES = 3
GIVEN_NAME_CREDIT = 0.5  # of a name that is not there itself: it may still be the wrong one
GIVEN_NAME_WEIGHT = 5.0  # a rarer word before a surname is a given name, not "South" or "Lake"
LEAST_GAIN = 0.08  # share of the weight that a further passage must add
WINDOW_COST = 0.02  # share of the weight that each further sentence of a window must be worth
LEAST_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """A content word of the statement, with its weight and what it is."""

    token: Token
    weight: float
    is_name: bool
    is_number: bool

    @property
    def stem(self) -> str:
        """What its inflections share."""
        return self.token.word.stem


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement read for matching. ``tokens`` are all its words, ``parts`` those with content."""

    text: str
    language: str | None
    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]

    @property
    def weight(self) -> float:
        """The weight of all parts."""
        return sum(part.weight for part in self.parts)


@dataclass(frozen=True, slots=True)
class Accounting:
    """How much of each part of a claim the chosen windows account for (0 to 1)."""

    windows: tuple[Window, ...]
    matches: tuple[tuple[float, ...], ...]  # [window][part]
    together: tuple[float, ...]  # [part], the best of the windows


def share_of(claim: Claim, row: Sequence[float]) -> float:
    """Share of the claim's weight that a row of matches accounts for, 0 to 1."""
    whole = claim.weight
    return sum(p.weight * m for p, m in zip(claim.parts, row, strict=True)) / (whole or 1.0)


@cache
def _commonness() -> dict[str, float]:
    """Weights of frequent English stems, derived by tests/eval/fit.py (see its docstring)."""
    path = files("workers.assessing") / "commonness.json"
    weights: dict[str, float] = json.loads(path.read_text("utf-8"))["weights"]
    return weights


def rarity(stem: str, language: str | None) -> float:
    """How much a word's presence proves, 0.5 to 7: minus the log of its share of documents.

    English words that are not frequent weigh as the rarest of the frequent do, and a little
    more; in other languages length stands in for rarity (Zipf's law of abbreviation).
    """
    if language in {None, "en"}:
        return max(_commonness().get(stem, 6.0), LEAST_WEIGHT)
    return min(2.0 + 0.6 * len(stem), 6.0)


def blank_notes(text: str) -> str:
    """Put spaces for the marks of notes, so that all offsets stay."""
    return _NOTE.sub(lambda note: " " * len(note.group()), text)


def read_claim(statement: str, language: str | None, frame: Sequence[Span] = ()) -> Claim:
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
    return Claim(statement, language, tokens, parts)


def _openers(statement: str, language: str | None) -> frozenset[int]:
    """Offsets at which a sentence opens, where a capital says nothing."""
    spans = split_sentences(statement, language)
    firsts = (next(iter(read_words(statement[s:e], language)), None) for s, e in spans)
    return frozenset(s + t.start for (s, _), t in zip(spans, firsts, strict=True) if t)


def _part(token: Token, opens: bool, language: str | None) -> Part:  # noqa: FBT001  one caller
    is_number = token.word.kind is WordKind.NUMBER
    is_name = token.word.capital and not opens and language != "de" and not is_number
    return Part(token, rarity(token.word.stem, language), is_name, is_number)


def account(claim: Claim, indexes: Sequence[SourceIndex]) -> Accounting:
    """Choose the passages that together account for most of a claim, whatever their order."""
    weights = {part.stem: part.weight for part in claim.parts}
    windows = [w for index in indexes for w in find_windows(index, weights)]
    rows = {id(w): _row(claim, w) for w in windows}
    total = claim.weight or 1.0
    chosen: list[Window] = []
    held = tuple(0.0 for _ in claim.parts)
    while len(chosen) < MAX_PASSAGES:
        best = _best(claim, windows, rows, held)
        if best is None:
            break
        row = rows[id(best)]
        gain = _gain(claim, row, held) / total
        if chosen and gain < LEAST_GAIN:
            break
        chosen.append(best)
        held = tuple(max(a, b) for a, b in zip(held, row, strict=True))
    about = frozenset(stem for w in chosen for stem in w.index.about)
    together = tuple(
        1.0 if part.is_name and part.stem in about else match
        for part, match in zip(claim.parts, held, strict=True)
    )
    return Accounting(tuple(chosen), tuple(rows[id(w)] for w in chosen), together)


def _row(claim: Claim, window: Window) -> tuple[float, ...]:
    """Match each part; a given name counts where the surname after it stands in the passage.

    News names a person in full once and by surname from then on.
    """
    row = [_match(part, window) for part in claim.parts]
    for i in range(len(row) - 2, -1, -1):
        first, last = claim.parts[i], claim.parts[i + 1]
        if not row[i] and row[i + 1] and _is_given_name(claim.text, first, last):
            row[i] = GIVEN_NAME_CREDIT * row[i + 1]
    return tuple(row)


def _is_given_name(statement: str, first: Part, last: Part) -> bool:
    between = statement[first.token.end : last.token.start]
    both = first.token.word.capital and last.is_name
    return both and between in {" ", ". "} and first.weight >= GIVEN_NAME_WEIGHT


def _match(part: Part, window: Window) -> float:
    if part.stem in window.stems:
        return 1.0
    like = window.index.like(part.stem)
    return like[1] if like and like[0] in window.stems else 0.0


def _gain(claim: Claim, row: Sequence[float], held: Sequence[float]) -> float:
    return sum(p.weight * max(m - h, 0.0) for p, m, h in zip(claim.parts, row, held, strict=True))


def _best(
    claim: Claim,
    windows: Sequence[Window],
    rows: dict[int, tuple[float, ...]],
    held: Sequence[float],
) -> Window | None:
    """Find the window that adds most; a tie goes to the shorter, then by its own text."""
    cost = WINDOW_COST * claim.weight

    def key(window: Window) -> tuple[float, int, str, str, int]:
        worth = _gain(claim, rows[id(window)], held) - cost * (window.last - window.first)
        text = window.text
        return (-round(worth, 9), len(text), text, window.index.source_id, window.first)

    best = min(windows, key=key, default=None)
    return best if best is not None and _gain(claim, rows[id(best)], held) > 0 else None
