"""A rule, and a place where it applies, in; findings that point there, out. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from service.domain import (
    Assessment,
    Finding,
    Report,
    Severity,
    Source,
    Verdict,
)
from service.policy.identity import fingerprint
from service.policy.placing import Places


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
        places = Places(report.article)
        for hit in self.hits(report):
            yield self._finding(places, hit)

    def _finding(self, places: "Places", hit: Hit) -> Finding:
        statement = None if hit.assessment is None else hit.assessment.statement
        span = hit.span or places.span(statement, hit.source)
        line, column = (None, None) if span is None else places.line_and_column(span[0], statement)
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
