"""The parts of a report that several rules look at: a report in, its parts out. Pure."""

import re
from collections.abc import Iterator
from itertools import chain

from service.domain import (
    Access,
    Assessment,
    AttributionClass,
    Page,
    QuoteCheck,
    QuoteResult,
    ReaderAccess,
    Report,
    Source,
    StatementKind,
    ValueCheck,
    ValueKind,
    ValueResult,
    Verdict,
)
from service.policy.rule import Hit

EXCERPT = 120  # characters: enough to recognise a sentence, short enough for an annotation
WRONG_QUOTES = frozenset(
    {QuoteResult.ALTERED, QuoteResult.ELISION_CHANGES_MEANING, QuoteResult.NOT_FOUND}
)
REASON_CODE = re.compile(r"^[a-z][a-z_]*: (?=\S)")  # reasons read "code: words"
SOURCE_ID = re.compile(r"\bs\d{1,9}\b")
INNER_MARKS = str.maketrans("“”", "‘’")
OF_THE_ARTICLE = re.compile(r"\[-.*?-\]", re.DOTALL)
TO_THE_SOURCE = re.compile(r"\{\+(.*?)\+\}", re.DOTALL)
ANSWERED = frozenset({ValueResult.EQUAL, ValueResult.ROUNDED_OK})


def excerpt(text: str, length: int = EXCERPT) -> str:
    """Cut to ``length`` characters at a word, on one line, with an ellipsis where cut."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def name_of(source: Source | None) -> str:
    """Name a source as an editor would: its title, else its label, else its address."""
    if source is None:
        return "the source"
    return excerpt(_title_of(source) or source.url or source.id, 80)


def quoted(source: Source | None) -> str:
    """Name a source within a sentence: its title in quotation marks, its address bare."""
    name = name_of(source)
    if source is None or _title_of(source) is None:
        return name
    return f"“{name.translate(INNER_MARKS)}”"


def plain_reason(report: Report, reason: str) -> str:
    """Give a reason without its code, with sources by their names in place of their ids."""

    def named(id_: re.Match[str]) -> str:
        source = source_of(report, id_[0])
        return id_[0] if source is None else quoted(source)

    return SOURCE_ID.sub(named, REASON_CODE.sub("", reason))


def _title_of(source: Source) -> str | None:
    title = source.outcome.title if isinstance(source.outcome, Page) else None
    return title or source.label or None


def source_of(report: Report, source_id: str | None) -> Source | None:
    """Find a source by its id, first where reading puts it: "s7" stands seventh."""
    place = int(source_id[1:]) if source_id and SOURCE_ID.fullmatch(source_id) else 0
    there = report.sources[place - 1 : place] if place else ()
    return next((s for s in chain(there, report.sources) if s.id == source_id), None)


def with_verdict(report: Report, verdict: Verdict) -> Iterator[Assessment]:
    """Yield the statements of a verdict."""
    return (a for a in report.assessments if a.verdict is verdict)


def first_source(report: Report, assessment: Assessment) -> Source | None:
    """Give the source of the best passage, else the first that the statement cites."""
    ids = [e.source_id for e in assessment.evidence] + list(assessment.statement.citations)
    return source_of(report, ids[0]) if ids else None


def quotes_with(report: Report, result: QuoteResult) -> Iterator[tuple[Assessment, QuoteCheck]]:
    """Yield the quotations of a result, each with its statement."""
    for assessment in report.assessments:
        for quote in assessment.quotes:
            if quote.result is result:
                yield assessment, quote


def values_that_differ(
    report: Report, kinds: frozenset[ValueKind]
) -> Iterator[tuple[Assessment, ValueCheck]]:
    """Yield the values of some kinds that differ from every source that was compared.

    A value within a misquotation is left out: the quotation's own finding tells of it.
    """
    for assessment in report.assessments:
        answered = {
            (v.kind, v.in_article, v.start) for v in assessment.values if v.result in ANSWERED
        }
        told: set[tuple[ValueKind, str, int | None]] = set()
        for value in assessment.values:
            key = (value.kind, value.in_article, value.start)
            differs = value.kind in kinds and value.result is ValueResult.DIFFERENT
            if not differs or key in answered | told or _is_misquoted(assessment, value):
                continue
            told.add(key)
            yield assessment, value


def value_hits(report: Report, kinds: frozenset[ValueKind], noun: str) -> Iterator[Hit]:
    """Yield a hit for every value that differs, at the value where its place is known."""
    for assessment, value in values_that_differ(report, kinds):
        source = source_of(report, value.source_id)
        theirs = f"has “{excerpt(value.in_source, 60)}”" if value.in_source else "has another"
        if value.is_same_word:
            theirs = "says so of another day"
        yield Hit(
            f"The article gives the {noun} “{excerpt(value.in_article, 60)}”; "
            f"{quoted(source)} {theirs}.",
            assessment=assessment,
            source=source,
            span=_span(value.start, value.end),
            detail=value.in_article,
        )


def quote_hits(report: Report, result: QuoteResult, message: str) -> Iterator[Hit]:
    """Yield a hit for every quotation of a result.

    ``message`` may name {quote}, {source}, {theirs}: the words of the source, where known, and
    {speaker}: " than …", whom the article names.
    """
    for assessment, quote in quotes_with(report, result):
        source = source_of(report, quote.source_id)
        yield Hit(
            message.format(
                quote=excerpt(quote.text),
                source=quoted(source),
                theirs=_wording(quote),
                speaker=f" than {excerpt(quote.speaker, 80)}" if quote.speaker else "",
            ),
            assessment=assessment,
            source=source,
            span=(quote.start, quote.end),
            detail=quote.text,
        )


def _wording(quote: QuoteCheck) -> str:
    """Say how the source has it, as ": there it reads “…”", from the diff in wdiff's notation."""
    if not quote.diff:
        return ""
    theirs = TO_THE_SOURCE.sub(r"\1", OF_THE_ARTICLE.sub("", quote.diff))
    return f": there it reads “{excerpt(theirs)}”"


def sources_with_access(report: Report, *accesses: Access) -> Iterator[Source]:
    """Yield the sources of which we could read just so much."""
    return (s for s in report.sources if s.access in accesses)


def why_unread(source: Source) -> str:
    """Say what stood in the way, as " (…)"; nothing where that is not known."""
    obstacle = source.outcome.obstacle if source.outcome else None
    return f" ({obstacle})" if obstacle else ""


def sources_for_readers(report: Report, access: ReaderAccess) -> Iterator[Source]:
    """Yield the sources that readers can open just so far."""
    return (s for s in report.sources if s.outcome and s.outcome.reader_access is access)


def attributed(report: Report, *classes: AttributionClass) -> Iterator[Assessment]:
    """Yield the statements of the article proper that are attributed so."""
    for assessment in report.assessments:
        statement = assessment.statement
        if statement.kind is StatementKind.BOILERPLATE:
            continue
        if statement.attribution.cls in classes:
            yield assessment


def _span(start: int | None, end: int | None) -> tuple[int, int] | None:
    return None if start is None or end is None else (start, end)


def _is_misquoted(assessment: Assessment, value: ValueCheck) -> bool:
    if value.start is None or value.end is None:
        return False
    return any(
        quote.result in WRONG_QUOTES and quote.start <= value.start and value.end <= quote.end
        for quote in assessment.quotes
    )
