"""Two numbers side by side in, a range, a score or one measure out. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from service.domain import ValueKind
from workers.assessing.values.digits import parse_digits
from workers.assessing.values.measures import Measure, read_measure
from workers.assessing.values.number_words import Lexicon
from workers.assessing.values.numerals import Number, read_number
from workers.assessing.values.tokens import Mark, word_set

_DASHES = frozenset({"-", "–", "—"})
_TO = frozenset({"to", "bis", "a"})
_AND = frozenset({"and", "und", "et", "y", "e", "en"})
_AGAINST = frozenset({"to", "gegen", "contre", "contra"})
_FROM = frozenset({"from", "von", "de", "desde"})
_BETWEEN = frozenset({"between", "zwischen", "entre"})
_SCORE_AFTER = word_set(
    """vote votes win victory defeat loss draw ruling decision lead majority score aggregate
    sieg niederlage"""
)
_VOTED = word_set("voted vote votes won lost ruled ruling by")
_CHANGES = word_set(
    """rose rises rise risen fell falls fall fallen grew grow grows grown increased increase
    increases decreased dropped drop drops climbed jumped went go goes cut cuts raised raise
    lowered reduced reduce up down slipped soared surged shrank shrunk moved changed doubled
    tripled improved declined sank swelled expanded stieg steigt sank sinkt fiel wuchs erhohte
    senkte passe passee monte baisse subio paso cayo bajo crecio aumento"""
)
_CHANGE_REACH = 8  # marks
_COUNTED = word_set(
    """votes vote goals points runs sets games frames legs tries seats stimmen tore toren punkte
    voix buts votos goles puntos voti stemmen"""
)
_MAX_SCORE = 200


def join_range(
    marks: Sequence[Mark], i: int, first: Number, floor: int, words: Lexicon, language: str | None
) -> Measure:
    """Tell what the number at mark ``i`` measures, together with a second one if it is a range."""
    alone = read_measure(marks, i, first, floor)
    joint = _joint(marks, i, first)
    if joint is None or alone.kind in {ValueKind.YEAR, ValueKind.ORDINAL}:
        return alone
    second_at, apart = joint
    second = read_number(marks, second_at, words, language)
    if second is None or second.vague or first.vague:
        return alone
    score = _score(marks, i, first, second, second_at)
    if score:
        return score
    lower = _borrow_scale(marks, first, second, second_at, language)
    last = read_measure(marks, second_at, second, first.end)
    start = read_measure(marks, i, replace(lower, end=second.end), floor)
    if start.kind is not last.kind and start.kind is not ValueKind.MONEY:
        return alone
    if apart:
        return replace(start, end=first.end)
    return _range(alone, start, last, lower, second)


def _range(alone: Measure, start: Measure, last: Measure, lower: Number, second: Number) -> Measure:
    if not 0 <= lower.amount < second.amount or last.kind is ValueKind.YEAR:
        return alone
    upper = last.amount if last.unit == start.unit else second.amount
    return replace(start, upper=upper, quantum=max(start.quantum, last.quantum),
                   end=max(last.end, start.end))  # fmt: skip


def _joint(marks: Sequence[Mark], i: int, first: Number) -> tuple[int, bool] | None:
    """Where the second number begins, and whether the two stand apart ("from 10 to 20")."""
    link = marks[first.end]
    if link.form in _COUNTED and marks[first.end + 1].form in _AGAINST:
        return first.end + 2, False
    before = marks[i - 1].form if i else ""
    if before in {"$", "€", "£", "¥"} and i > 1:
        before = marks[i - 2].form
    after = first.end + 1
    if marks[after].raw in {"$", "€", "£", "¥"}:
        after += 1
    if link.raw == ":" and link.glued and marks[after].glued and first.bare:
        return after, False
    if link.raw in _DASHES and (link.glued == marks[first.end + 1].glued):
        return after, False
    if link.form in _TO:
        return after, before in _FROM and _changes(marks, i)
    return (after, False) if link.form in _AND and before in _BETWEEN else None


def _changes(marks: Sequence[Mark], i: int) -> bool:
    """Whether something went from the one number to the other, and did not lie between them."""
    return any(mark.form in _CHANGES for mark in marks[max(0, i - _CHANGE_REACH) : i])


def _score(
    marks: Sequence[Mark], i: int, first: Number, second: Number, second_at: int
) -> Measure | None:
    """Read "3-1" and "a 5-4 vote"; a rising pair is a range unless a vote or game is named."""
    link = marks[first.end]
    counted = link.form in _COUNTED and not first.vague and not second.vague
    spoken = link.form in _TO and i and marks[i - 1].form in _VOTED
    odds = link.form in _TO and second.amount == 1 < first.amount and not _leads(marks, i)
    joined = (link.raw in _DASHES | {":"} and link.glued) or spoken or odds
    both = counted or (joined and first.bare and second.bare)
    if not both or max(first.amount, second.amount) > _MAX_SCORE:
        return None
    named = counted or odds or marks[second.end].form in _SCORE_AFTER or spoken or link.raw == ":"
    falling = first.amount >= second.amount and marks[second_at].glued
    if not (named or (falling and marks[second.end].sort != "n")):
        return None
    amount, upper = first.amount, second.amount
    return Measure(ValueKind.NUMBER, i, second.end, amount, 1.0, upper=upper, unit="score")


def _leads(marks: Sequence[Mark], i: int) -> bool:
    """Whether the number at mark ``i`` is where something came from: "fell 3 to 1"."""
    return bool(i) and (marks[i - 1].form in _FROM or _changes(marks, i))


def _borrow_scale(
    marks: Sequence[Mark], first: Number, second: Number, second_at: int, language: str | None
) -> Number:
    """In "3-4 million" the first number is in millions too."""
    if not first.bare or second.bare or marks[second_at].sort != "n":
        return first
    parsed = parse_digits(marks[second_at].raw, language)
    if not parsed or not parsed[0] or first.amount > parsed[0]:
        return first
    scale = second.amount / parsed[0]
    return replace(first, amount=first.amount * scale, quantum=first.quantum * scale)
