"""SP103 quote-not-found: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import QuoteResult, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import quote_hits


def _hits(report: Report) -> Iterator[Hit]:
    return quote_hits(
        report,
        QuoteResult.NOT_FOUND,
        "“{quote}” stands nowhere in the sources cited for it.",
    )


RULE = Rule(
    id="SP103",
    name="quote-not-found",
    severity=Severity.ERROR,
    finds="A quotation that no source cited for it contains, though their full text was read.",
    why="A reader who follows the link will look for these words and not find them.",
    example="“A disgrace to the city” is cited to a council page that has no such words.",
    advice="Find where the words were said and cite that, or remove the quotation.",
    hits=_hits,
)
