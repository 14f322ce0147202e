"""A rule, and a place where it applies, in; findings that point there, out. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.domain import Article, Assessment, Finding, Report, Severity, Source, Verdict
from service.policy.identity import fingerprint


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule applies: a statement, a source, or both.

    ``span`` narrows the place to a part of the article's text (half-open code-point
    offsets); without it the whole statement, or the citation of the source, is meant.
    ``detail`` tells apart two hits of one rule on one statement and source.
    """

    message: str
    assessment: Assessment | None = None
    source: Source | None = None
    span: tuple[int, int] | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What an editor needs to know of a rule, and the search for its hits.

    ``verdict`` is the verdict that the rule stands for, where it stands for one: to
    fail on the rule is then to fail on the verdict.
    """

    id: str
    name: str
    severity: Severity
    finds: str
    why: str
    example: str
    advice: str
    hits: Callable[[Report], Iterator[Hit]]
    verdict: Verdict | None = None

    def find(self, report: Report) -> Iterator[Finding]:
        """Yield a finding for every hit, in the order of the report."""
        for hit in self.hits(report):
            yield self._finding(report.article, hit)

    def _finding(self, article: Article, hit: Hit) -> Finding:
        span = hit.span or _whole_place(article, hit)
        line, column = _line_and_column(article, hit, span)
        statement = None if hit.assessment is None else hit.assessment.statement
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=hit.message,
            statement_id=None if statement is None else statement.id,
            source_id=None if hit.source is None else hit.source.id,
            start=None if span is None else span[0],
            end=None if span is None else span[1],
            line=line,
            column=column,
            advice=self.advice,
            fingerprint=fingerprint(
                self.id,
                "" if statement is None else statement.text,
                _address(hit.source),
                hit.detail,
            ),
        )


def _address(source: Source | None) -> str:
    return "" if source is None else source.url or source.label or ""


def _whole_place(article: Article, hit: Hit) -> tuple[int, int] | None:
    if hit.assessment is not None:
        return hit.assessment.statement.start, hit.assessment.statement.end
    if hit.source is None:
        return None
    for citation in article.citations:
        if citation.source_id == hit.source.id:
            # A source added by hand stands nowhere in the article.
            return None if citation.start == citation.end else (citation.start, citation.end)
    citing = (s for s in article.statements if hit.source.id in s.citations)
    return next(((s.start, s.end) for s in citing), None)


def _line_and_column(
    article: Article, hit: Hit, span: tuple[int, int] | None
) -> tuple[int | None, int | None]:
    """Say where a span begins in the draft, as near as the reading knows; 1-based."""
    if span is None:
        return None, None
    before = [origin for origin in article.origins if origin.start <= span[0]]
    if not before:
        return _of_statement(article, hit, span)
    origin = max(before, key=lambda each: each.start)
    lines = article.text[origin.start : span[0]].split("\n")
    if len(lines) == 1:
        return origin.line, origin.column + len(lines[0])
    return origin.line + len(lines) - 1, len(lines[-1]) + 1


def _of_statement(
    article: Article, hit: Hit, span: tuple[int, int]
) -> tuple[int | None, int | None]:
    if hit.assessment is not None:
        return hit.assessment.statement.line, hit.assessment.statement.column
    around = (s for s in article.statements if s.start <= span[0] < s.end)
    return next(((s.line, s.column) for s in around), (None, None))
