"""SP105 quote-found-in-another-source: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import QuoteResult, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import quote_hits


def _hits(report: Report) -> Iterator[Hit]:
    return quote_hits(
        report,
        QuoteResult.FOUND_IN_OTHER_SOURCE,
        "“{quote}” is not in the source cited for it, but in {source}.",
    )


RULE = Rule(
    id="SP105",
    name="quote-found-in-another-source",
    severity=Severity.WARNING,
    finds="A quotation that stands in another source of the article than the one cited for it.",
    why="The words are real, and the link beside them leads a reader to a page without them.",
    example="A quotation from the annual report is linked to the press release.",
    advice="Move the link to the source that has the words.",
    hits=_hits,
)
