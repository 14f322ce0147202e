"""A claim and its passages in, how its values compare with theirs out. Pure.

A value counts as different only where a passage plainly measures the same thing; where any
passage has it right, it is right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain

from service.domain import ValueCheck, ValueResult
from workers.assessing.coverage import Accounting, Claim, Part, blank_notes
from workers.assessing.passages import SourceIndex, Window
from workers.assessing.values import Value, compare_values, read_values

FOUND = frozenset({ValueResult.EQUAL, ValueResult.ROUNDED_OK})

MOST_ELSEWHERE = 5  # sentences of a source looked at for a value that a passage has otherwise
_CLOSING = 4  # code points at the end of a sentence: its stop and what closes after it
# After one letter a stop may be that of an abbreviation: "£3m." belongs to the value.
_STOP = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<![^\W\d_]))[.!?…。！？؟।][\"'”’»)\]]*$")

# The better answer first: a passage that has the value outweighs one that differs.
_ORDER = (ValueResult.EQUAL, ValueResult.ROUNDED_OK, ValueResult.DIFFERENT, ValueResult.ABSENT)


def check_values(claim: Claim, accounting: Accounting) -> tuple[ValueCheck, ...]:
    """One check per value of the statement, in order; offsets refer to the statement."""
    day = next((w.index.cited_on for w in accounting.windows if w.index.cited_on), None)
    ours = _values_of(claim.text, claim.language, day)
    if not ours:
        return ()
    windows = accounting.windows
    rows = [compare_values(ours, _values_in(window, claim.language)) for window in windows]
    if not rows:
        return compare_values(ours, ())
    columns = zip(*rows, strict=True)
    best = [_named(*min(zip(checks, windows, strict=True), key=_rank)) for checks in columns]
    best = [
        _elsewhere(value, claim, accounting) or check
        if check.result is ValueResult.DIFFERENT
        else check
        for value, check in zip(ours, best, strict=True)
    ]
    return tuple(check for value, check in zip(ours, best, strict=True) if _tells(value, check))


def _elsewhere(value: Value, claim: Claim, accounting: Accounting) -> ValueCheck | None:
    """Look for a value in the sentences that have its number and something else of the claim.

    A source that gives the article's figure in one sentence may give another one in the next.
    """
    numbers = [part.stem for part in claim.parts if part.is_number and _is_of(part, value)]
    others = [part.stem for part in claim.parts if not (part.is_number or _is_of(part, value))]
    for index in {window.index.source_id: window.index for window in accounting.windows}.values():
        having = [index.units_with(number) for number in numbers]
        units = sorted(frozenset.intersection(*having)) if having else []
        for unit in units[:MOST_ELSEWHERE]:
            if any(unit in index.units_with(stem) for stem in others):
                there = Window(index, unit, unit)
                check = compare_values((value,), _values_in(there, claim.language))[0]
                if check.result in FOUND:
                    return _named(check, there)
    return None


def _is_of(part: Part, value: Value) -> bool:
    return value.start <= part.token.start < value.end


def _tells(value: Value, check: ValueCheck) -> bool:
    """Whether a check says something: a source need not repeat the article's "yesterday"."""
    relative = value.date is not None and value.date.relative and value.date.weekday is None
    return not relative or check.result is not ValueResult.ABSENT


def settle_values(claim: Claim, accounting: Accounting, checks: Sequence[ValueCheck]) -> Accounting:
    """Let the words of a value count as found where the value is: "1.8 million" in 1.82 million."""
    spans = [(c.start, c.end) for c in checks if c.result in FOUND]
    together = tuple(
        1.0 if any(a <= part.token.start < b for a, b in spans if a is not None and b) else match
        for part, match in zip(claim.parts, accounting.together, strict=True)
    )
    return replace(accounting, together=together)


def _named(check: ValueCheck, window: Window) -> ValueCheck:
    """Name the source of a check that has found a value there."""
    return check if check.in_source is None else replace(check, source_id=window.index.source_id)


@lru_cache(maxsize=256)
def _values_of(statement: str, language: str | None, day: date | None) -> tuple[Value, ...]:
    """Read the values of a statement, once for all its sources; ``day`` is the article's."""
    return read_values(blank_notes(statement), language, day)


def _values_in(window: Window, language: str | None) -> tuple[Value, ...]:
    """Give the values of a passage, sentence by sentence; offsets refer to the source's text."""
    runs = [_read_run(window.index, *run, language) for run in _runs(window)]
    return tuple(chain.from_iterable(runs))


def _runs(window: Window) -> Iterator[tuple[int, int]]:
    """Cut a passage into its sentences; what has no stop, as a line of a list, is not cut off.

    Such lines may speak of one another, as a heading does of what is under it.
    """
    first = window.first
    for unit in range(window.first, window.last + 1):
        end = window.index.closes[unit]
        if unit == window.last or _STOP.search(window.index.text, end - _CLOSING, end):
            yield first, unit
            first = unit + 1


def _read_run(index: SourceIndex, first: int, last: int, language: str | None) -> tuple[Value, ...]:
    """Read the values of a sentence, once for all passages and statements that come by it."""
    written_in = index.language or language
    known, place = index.values, (first, last, written_in, index.dated)
    if place not in known:
        start, end = index.span(first, last)
        values = read_values(blank_notes(index.text[start:end]), written_in, index.dated)
        known[place] = tuple(
            replace(value, start=value.start + start, end=value.end + start) for value in values
        )
    return known[place]


def _rank(answer: tuple[ValueCheck, Window]) -> tuple[int, str, str]:
    check, window = answer
    named = "" if check.in_source is None else window.index.source_id
    return (_ORDER.index(check.result), check.in_source or "", named)
