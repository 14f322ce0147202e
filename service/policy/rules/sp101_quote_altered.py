"""SP101 quote-altered: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import QuoteResult, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import quote_hits


def _hits(report: Report) -> Iterator[Hit]:
    return quote_hits(
        report,
        QuoteResult.ALTERED,
        "“{quote}” is not worded so in {source}{theirs}.",
    )


RULE = Rule(
    id="SP101",
    name="quote-altered",
    severity=Severity.ERROR,
    finds="A quotation whose words differ from those of the source it rests on.",
    why="Quotation marks promise a speaker's own words; a changed word is put in someone's mouth.",
    example="The article quotes “We will never sell”; the source has “We will not sell this year”.",
    advice="Restore the source's wording, or drop the quotation marks and paraphrase.",
    hits=_hits,
)
