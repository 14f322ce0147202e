"""A rule, and a place where it applies, in; findings that point there, out. Pure."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from service.domain import (
    Article,
    Assessment,
    Finding,
    Origin,
    Report,
    Severity,
    Source,
    Verdict,
)
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
        places = _Places(report.article)
        for hit in self.hits(report):
            yield self._finding(places, hit)

    def _finding(self, places: "_Places", hit: Hit) -> Finding:
        span = hit.span or places.whole(hit)
        line, column = places.line_and_column(hit, span)
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


class _Places:
    """Where things stand in an article, looked up: an article may cite thousands of sources."""

    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def _origins(self) -> list[Origin]:
        return sorted(self._article.origins, key=lambda origin: origin.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [origin.start for origin in self._origins]

    @cached_property
    def _of_sources(self) -> dict[str, tuple[int, int] | None]:
        """The first place of each source: where it is cited, else a statement that cites it."""
        places: dict[str, tuple[int, int] | None] = {}
        for citation in self._article.citations:
            # A source added by hand stands nowhere in the article.
            nowhere = citation.start == citation.end
            places.setdefault(
                citation.source_id, None if nowhere else (citation.start, citation.end)
            )
        for statement in self._article.statements:
            for source_id in statement.citations:
                places.setdefault(source_id, (statement.start, statement.end))
        return places

    def whole(self, hit: Hit) -> tuple[int, int] | None:
        """Give the span of a hit that names none."""
        if hit.assessment is not None:
            return hit.assessment.statement.start, hit.assessment.statement.end
        return None if hit.source is None else self._of_sources.get(hit.source.id)

    def line_and_column(
        self, hit: Hit, span: tuple[int, int] | None
    ) -> tuple[int | None, int | None]:
        """Say where a span begins in the draft, as near as the reading knows; 1-based."""
        if span is None:
            return None, None
        place = bisect_right(self._starts, span[0]) - 1
        if place < 0:
            return self._of_statement(hit, span)
        origin = self._origins[place]
        lines = self._article.text[origin.start : span[0]].split("\n")
        if len(lines) == 1:
            return origin.line, origin.column + len(lines[0])
        return origin.line + len(lines) - 1, len(lines[-1]) + 1

    def _of_statement(self, hit: Hit, span: tuple[int, int]) -> tuple[int | None, int | None]:
        if hit.assessment is not None:
            return hit.assessment.statement.line, hit.assessment.statement.column
        around = (s for s in self._article.statements if s.start <= span[0] < s.end)
        return next(((s.line, s.column) for s in around), (None, None))
