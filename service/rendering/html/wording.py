"""A statement and its passages in, their words marked by what became of them, out. Pure.

Of the article: ``has`` the source has it, ``gone`` no passage accounts for it, ``differs`` the
source has it otherwise. Of a passage: ``has`` and ``differs``, the other side of the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from service.domain import Assessment, Differing, DifferingKind, Evidence, ValueCheck, ValueResult
from service.rendering.html.labels import DIFFERING, VALUE_KINDS
from service.rendering.html.marking import Span, cut
from service.rendering.words import VALUES

HAS, GONE, DIFFERS = "has", "gone", "differs"
# What a screen reader is told after a marked word: it says nothing of how one is drawn.
SAID_ALOUD: Final = {GONE: "not in the passage", DIFFERS: "differs"}

Pieces = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What article and source have of one thing: ``result`` in words, ``differs`` if it does."""

    what: str
    in_article: str
    in_source: str | None
    result: str
    differs: bool


def said_of(assessment: Assessment) -> Pieces:
    """Mark the statement's own words."""
    statement, part = assessment.statement, assessment.unsupported_part
    spans = [
        *_differing_places(assessment),
        *((word.start, word.end, GONE) for word in assessment.missing),
        *((word.start, word.end, HAS) for word in assessment.accounted),
        *([(part.start, part.end, GONE)] if part else []),
    ]
    return cut(statement.text, statement.start, spans)


def gone_of(assessment: Assessment) -> tuple[str, ...]:
    """Name what no passage accounts for, but for what is named as differing; each once."""
    if assessment.unsupported_part is not None:
        return (assessment.unsupported_part.text,)
    told = _differing_places(assessment)
    words = (
        word.text
        for word in assessment.missing
        if not any(start <= word.start and word.end <= end for start, end, _ in told)
    )
    return tuple(dict.fromkeys(words))


def passage_of(evidence: Evidence, assessment: Assessment) -> Pieces:
    """Mark the words of a passage."""
    spans = [
        *_differing_in(evidence, assessment),
        *(
            (word.source_start, word.source_end, HAS)
            for word in assessment.accounted
            if word.source_id == evidence.source_id
            and word.source_start is not None
            and word.source_end is not None
        ),
    ]
    return cut(evidence.text, evidence.start, spans)


def compared_of(assessment: Assessment) -> tuple[Compared, ...]:
    """Set side by side what differs, then the values that do not; each value once."""
    told = {(v.start, v.in_article) for v in assessment.values}
    rows = [
        _of_differing(each)
        for each in assessment.differing
        if not (each.kind is DifferingKind.VALUE and (each.start, each.in_article) in told)
    ]
    values = sorted(assessment.values, key=lambda v: v.result is not ValueResult.DIFFERENT)
    return (*rows, *(_of_value(each) for each in values))


def _of_differing(differing: Differing) -> Compared:
    what = DIFFERING[differing.kind]
    return Compared(what, differing.in_article, differing.in_source, "Differs", differs=True)


def _of_value(value: ValueCheck) -> Compared:
    what = VALUE_KINDS[value.kind]
    differs = value.result is ValueResult.DIFFERENT
    return Compared(what, value.in_article, value.in_source, VALUES[value.result], differs=differs)


def _different(values: Iterable[ValueCheck]) -> Iterator[ValueCheck]:
    return (value for value in values if value.result is ValueResult.DIFFERENT)


def _differing_places(assessment: Assessment) -> list[Span]:
    """Find in the article what the source has otherwise."""
    return [
        *((each.start, each.end, DIFFERS) for each in assessment.differing),
        *(
            (value.start, value.end, DIFFERS)
            for value in _different(assessment.values)
            if value.start is not None and value.end is not None
        ),
    ]


def _differing_in(evidence: Evidence, assessment: Assessment) -> Iterator[Span]:
    """Find what differs by its place, or by its words where only these are known."""
    for each in assessment.differing:
        if each.source_id != evidence.source_id:
            continue
        if each.source_start is not None and each.source_end is not None:
            yield each.source_start, each.source_end, DIFFERS
        else:
            yield from _found(each.in_source, evidence)
    for value in _different(assessment.values):
        if value.source_id == evidence.source_id:
            yield from _found(value.in_source, evidence)


def _found(words: str | None, evidence: Evidence) -> Iterator[Span]:
    at = evidence.text.find(words) if words else -1
    if words and at >= 0:
        yield evidence.start + at, evidence.start + at + len(words), DIFFERS
