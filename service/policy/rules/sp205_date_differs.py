"""SP205 date-differs: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Report, Severity, ValueKind
from service.policy.rule import Hit, Rule
from service.policy.selections import value_hits

KINDS = frozenset({ValueKind.DATE, ValueKind.YEAR})


def _hits(report: Report) -> Iterator[Hit]:
    return value_hits(report, KINDS, "date")


RULE = Rule(
    id="SP205",
    name="date-differs",
    severity=Severity.ERROR,
    finds="A date or year that differs from the one the source gives in its place.",
    why="A wrong date changes what came before what.",
    example="The article: “signed in 2019”; the source: “signed in 2021”.",
    advice="Compare with the passage and correct the date, or cite the source that gives it.",
    hits=_hits,
)
