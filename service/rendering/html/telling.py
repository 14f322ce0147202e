"""A finding and its statement in, its message in pieces, and the passage that denies it, out. Pure.

What the article has is marked apart from what the source has in its place, so that an eye
that runs down the page meets these two first.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from service.domain import Assessment, Finding, QuoteCheck, ValueResult
from service.rendering.differences import read_diff
from service.rendering.html.cards import Card
from service.rendering.html.marking import Span, cut
from service.rendering.html.wording import DIFFERS, Pieces

THEIRS: Final = "theirs"
WINDOW: Final = 240  # code points of a passage beside its finding: two sentences
_THERE: Final = ": there it reads “"
_CONTRADICTED: Final = "SP201"  # its message names the source, and not what that says


def told_of(finding: Finding, card: Card | None) -> Pieces:
    """Cut the message where the words of the article and those of the source begin and end."""
    if card is None:
        return cut(finding.message, 0, ())
    return cut(finding.message, 0, _spans(finding, card.assessment))


def denied_by(finding: Finding, card: Card | None) -> Pieces:
    """Give what the best passage says, near the words that differ; nothing where not asked for."""
    if card is None or finding.rule != _CONTRADICTED or not card.passages:
        return ()
    pieces = card.passages[0].pieces
    text = "".join(piece for piece, _ in pieces)
    begin, end = _window(text, _first(pieces))
    shown = tuple(_within(pieces, begin, end))
    before = (("…", ""),) if begin else ()
    return (*before, *shown, *((("…", ""),) if end < len(text) else ()))


def _spans(finding: Finding, assessment: Assessment) -> Iterator[Span]:
    for quote in assessment.quotes:
        if quote.diff and (quote.start, quote.end) == (finding.start, finding.end):
            yield from _of_quote(finding.message, quote)
    for ours, theirs in _pairs(assessment):
        yield from _quoted(finding.message, ours, DIFFERS)
        yield from _quoted(finding.message, theirs, THEIRS)


def _pairs(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Give what the article has and what the source has otherwise."""
    for each in assessment.differing:
        yield each.in_article, each.in_source
    for value in assessment.values:
        if value.result is ValueResult.DIFFERENT and value.in_source:
            yield value.in_article, value.in_source


def _quoted(message: str, words: str, how: str) -> Iterator[Span]:
    """Find words that the message puts in quotation marks, these included."""
    at = message.find(f"“{words}”")
    if at >= 0:
        yield at, at + len(words) + 2, how


def _of_quote(message: str, quote: QuoteCheck) -> Iterator[Span]:
    """Find the changed words in both wordings that the message gives, as far as it gives them."""
    places = ((1, "article", DIFFERS), (message.find(_THERE) + len(_THERE), "source", THEIRS))
    for at, side, how in places:
        wording, changed = _side(quote.diff or "", side)
        given = _alike(message[at:], wording)
        for start, end in changed:
            if start < given:
                yield at + start, at + min(end, given), how


def _side(diff: str, side: str) -> tuple[str, list[tuple[int, int]]]:
    """Give one side's wording on one line, and which stretches of it are that side's alone."""
    wording, changed = "", []
    for change in read_diff(diff):
        if change.how not in ("kept", side):
            continue
        text = " ".join(f"|{change.text}|".split())[1:-1]
        text = text.lstrip() if not wording or wording.endswith(" ") else text
        if change.how == side:
            changed.append((len(wording), len(wording) + len(text)))
        wording += text
    return wording, changed


def _alike(one: str, other: str) -> int:
    """Count the code points from the beginning that both have."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _first(pieces: Iterable[tuple[str, str]]) -> int:
    """Give where the first word that differs begins, 0 where none does."""
    at = 0
    for text, how in pieces:
        if how == DIFFERS:
            return at
        at += len(text)
    return 0


def _window(text: str, first: int) -> tuple[int, int]:
    """Lay the window around a place, its edges at words."""
    begin = max(0, first - WINDOW // 2)
    begin = (text.find(" ", begin, first) + 1 or begin) if begin else 0
    end = min(len(text), begin + WINDOW)
    return begin, end if end == len(text) else max(text.rfind(" ", first, end), first + 1)


def _within(pieces: Pieces, begin: int, end: int) -> Iterator[tuple[str, str]]:
    at = 0
    for text, how in pieces:
        kept = text[max(0, begin - at) : max(0, end - at)]
        at += len(text)
        if kept:
            yield kept, how
