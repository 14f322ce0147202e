"""A reading with its fetched sources and a scorer in, one assessment a statement out. Pure."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from service.domain import (
    CHECKABLE_KINDS,
    Accounted,
    Assessment,
    Differing,
    MissingWord,
    QuoteCheck,
    QuoteResult,
    Reading,
    Statement,
    UnsupportedPart,
    ValueCheck,
    Verdict,
)
from workers.assessing.abroad import UNREADABLE_SCRIPT, foreign, is_unreadable, look_abroad
from workers.assessing.advice import advise
from workers.assessing.evidence import collect_evidence
from workers.assessing.faults import NOT_DECIDED, undecided
from workers.assessing.framing import frame_of
from workers.assessing.library import Library, Volume, open_library
from workers.assessing.quoted import quotes_of, speaker_of
from workers.assessing.quotes import QuoteMatch, match_quotes
from workers.assessing.rereading import match_again, score_again
from workers.assessing.scorer import Score, Scorer
from workers.assessing.verdicts import Decision, decide, not_applicable, uncited, unreadable

_LOG = logging.getLogger(__name__)
OnStatement = Callable[[Assessment], None]
_Placed = TypeVar("_Placed", Differing, Accounted)


def assess_article(
    reading: Reading, scorer: Scorer, *, on_statement: OnStatement | None = None
) -> tuple[Assessment, ...]:
    """Decide every statement of ``reading``, in text order.

    The sources must carry their outcomes. ``on_statement`` is called with each
    assessment as it is made. The result depends neither on the order of the
    sources nor on that of the statements. One that brings us to fall sinks no other: it
    could not be checked, and the log has why.
    """
    library = open_library(reading, scorer)
    assessments = []
    for statement in reading.article.statements:
        assessment = _assessed(statement, reading.article.language, library, scorer)
        assessments.append(assessment)
        if on_statement is not None:
            on_statement(assessment)
    return tuple(assessments)


def _assessed(
    statement: Statement, language: str | None, library: Library, scorer: Scorer
) -> Assessment:
    if library.faults.isdisjoint(statement.citations):
        try:
            assessment = assess_statement(statement, language, library, scorer)
            return replace(assessment, advice=advise(assessment))
        except Exception:  # noqa: BLE001  one statement never sinks the rest
            _LOG.exception("statement %s could not be decided", statement.id)
    return undecided(statement, NOT_DECIDED)


def assess_statement(
    statement: Statement, language: str | None, library: Library, scorer: Scorer
) -> Assessment:
    """Decide one statement against the sources it cites. Offsets refer to the article."""
    volumes = library.cited(statement.citations)
    gaps = library.gaps_of(statement.citations)
    without = _without_sources(statement, volumes, gaps)
    if without is not None:
        verdict, reason = without
        is_claim = verdict is not Verdict.NOT_APPLICABLE
        quotes = _unmatched(statement, language) if is_claim else ()
        return Assessment(statement, verdict, reason, quotes=quotes)
    indexes = [volume.index for volume in volumes]
    score = scorer.score(statement.text, language, indexes, frame_of(statement))
    if score.verdict is Verdict.NOT_FOUND:
        rests = library.rest_indexes(volumes, scorer)
        pages = {volume.text.source_id: volume.page for volume in volumes}
        score = score_again(score, statement, language, rests, pages, scorer)
    matches = _match_quotes(statement, language, library, volumes)
    if gaps:
        matches = tuple(map(_unsettled, matches))
    score = look_abroad(score, statement.text, language, indexes)
    abroad = foreign(volumes, statement.text, language)
    decision = decide(score, [match.check for match in matches], gaps, abroad)
    return Assessment(
        statement=statement,
        verdict=decision.verdict,
        reason=decision.reason,
        support=score.support,
        contradiction=score.contradiction,
        missing=_missing(statement, score),
        evidence=collect_evidence(score.evidence, matches, library),
        quotes=tuple(_shift_quote(match.check, statement.start) for match in matches),
        values=tuple(_shift_value(value, statement.start) for value in score.values),
        differing=_in_article(score.differing, statement),
        accounted=_in_article(score.accounted, statement),
        unsupported_part=_unsupported(statement, score, decision),
    )


def _without_sources(
    statement: Statement, volumes: Sequence[Volume], gaps: Sequence[str]
) -> tuple[Verdict, str] | None:
    """Give verdict and reason of a statement that is not held against any text."""
    if statement.kind not in CHECKABLE_KINDS:
        return Verdict.NOT_APPLICABLE, not_applicable(statement.kind)
    if not statement.citations:
        return Verdict.NO_SOURCE_GIVEN, uncited(statement.attribution)
    if not volumes:
        return Verdict.COULD_NOT_CHECK, unreadable(gaps)
    if is_unreadable(statement.text):
        return Verdict.COULD_NOT_CHECK, UNREADABLE_SCRIPT
    return None


def _in_article(found: Sequence[_Placed], statement: Statement) -> tuple[_Placed, ...]:
    """Give the same with offsets into the article."""
    by = statement.start
    return tuple(replace(each, start=each.start + by, end=each.end + by) for each in found)


def _match_quotes(
    statement: Statement, language: str | None, library: Library, volumes: Sequence[Volume]
) -> tuple[QuoteMatch, ...]:
    quotes = quotes_of(statement, language)
    if not quotes:
        return ()
    cited = [volume.text for volume in volumes]
    others = [volume.text for volume in library.others(statement.citations)]
    matches = [
        match
        for quote in quotes
        for match in match_quotes((quote,), speaker_of(quote, statement), cited, others, language)
    ]
    if any(match.check.result is QuoteResult.NOT_FOUND for match in matches):
        rests = library.rests(volumes)
        matches = [
            match_again(match, quote, speaker_of(quote, statement), rests, language)
            for match, quote in zip(matches, quotes, strict=True)
        ]
    return tuple(matches)


def _unsettled(match: QuoteMatch) -> QuoteMatch:
    """Take back that a quotation is nowhere, where a cited source was not read whole."""
    if match.check.result is not QuoteResult.NOT_FOUND:
        return match
    return replace(match, check=replace(match.check, result=QuoteResult.NO_TEXT))


def _unmatched(statement: Statement, language: str | None) -> tuple[QuoteCheck, ...]:
    """Give the quotations of a statement whose sources have no text, each with its speaker."""
    return tuple(
        _shift_quote(match.check, statement.start)
        for quote in quotes_of(statement, language)
        for match in match_quotes((quote,), speaker_of(quote, statement), (), (), language)
    )


def _missing(statement: Statement, score: Score) -> tuple[MissingWord, ...]:
    return tuple(
        MissingWord(statement.text[start:end], statement.start + start, statement.start + end)
        for start, end in score.missing
    )


def _unsupported(statement: Statement, score: Score, decision: Decision) -> UnsupportedPart | None:
    """Name the part that is not supported, if the verdict is still that another part is."""
    if score.unsupported is None or decision.verdict is not Verdict.PARTIALLY_SUPPORTED:
        return None
    start, end = score.unsupported
    text = statement.text[start:end]
    return UnsupportedPart(text, statement.start + start, statement.start + end)


def _shift_quote(check: QuoteCheck, by: int) -> QuoteCheck:
    return replace(check, start=check.start + by, end=check.end + by)


def _shift_value(check: ValueCheck, by: int) -> ValueCheck:
    if check.start is None or check.end is None:
        return check
    return replace(check, start=check.start + by, end=check.end + by)
