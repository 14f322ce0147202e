"""SP104 wrong-speaker: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import QuoteResult, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import quote_hits


def _hits(report: Report) -> Iterator[Hit]:
    return quote_hits(
        report,
        QuoteResult.WRONG_SPEAKER,
        "{source} gives “{quote}” to another speaker{speaker}.",
    )


RULE = Rule(
    id="SP104",
    name="wrong-speaker",
    severity=Severity.ERROR,
    finds="A quotation that the source has, and gives to someone else.",
    why="Words put in the wrong mouth mislead about who is answerable for them.",
    example="The article has the mayor say it; in the source the opposition leader does.",
    advice="Check who spoke, and name that person.",
    hits=_hits,
)
