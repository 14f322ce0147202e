"""SP204 number-differs: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Report, Severity, ValueKind
from service.policy.rule import Hit, Rule
from service.policy.selections import value_hits

KINDS = frozenset(ValueKind) - {ValueKind.DATE, ValueKind.YEAR}


def _hits(report: Report) -> Iterator[Hit]:
    return value_hits(report, KINDS, "number")


RULE = Rule(
    id="SP204",
    name="number-differs",
    severity=Severity.ERROR,
    finds=(
        "A number, sum, share or quantity that differs from the one the source gives in its place."
    ),
    why="Numbers are what readers carry away, and the easiest thing to get wrong in typing.",
    example="The article: “40 per cent”; the source: “14 per cent”.",
    advice="Compare with the passage and correct the number, or cite the source that gives it.",
    hits=_hits,
)
