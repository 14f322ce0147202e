"""SP102 elision-changes-meaning: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import QuoteResult, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import quote_hits


def _hits(report: Report) -> Iterator[Hit]:
    return quote_hits(
        report,
        QuoteResult.ELISION_CHANGES_MEANING,
        "What “{quote}” leaves out of {source} changes its meaning.",
    )


RULE = Rule(
    id="SP102",
    name="elision-changes-meaning",
    severity=Severity.ERROR,
    finds="A shortened quotation whose omitted words turn or limit what was said.",
    why=(
        "A cut that drops a “not”, an “if” or an “only” makes a true quotation say something false."
    ),
    example=(
        "“The drug works … in adults” from “The drug works in mice, and we do not know "
        "whether in adults”."
    ),
    advice="Quote the whole sentence, or shorten it where nothing hangs on the words left out.",
    hits=_hits,
)
