"""SP402 named-but-not-linked: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import AttributionClass, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import attributed, excerpt

NAMED = (AttributionClass.NAMED_DOCUMENT, AttributionClass.NAMED_OUTLET)


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in attributed(report, *NAMED):
        attribution = assessment.statement.attribution
        if assessment.statement.citations or any(link.url for link in attribution.chain):
            continue
        name = attribution.speaker or next((link.name for link in attribution.chain), None)
        named = f"“{excerpt(name)}”" if name else "A document or outlet"
        yield Hit(f"{named} is named and not linked.", assessment=assessment)


RULE = Rule(
    id="SP402",
    name="named-but-not-linked",
    severity=Severity.WARNING,
    finds="A statement that names the document or outlet it comes from, and does not link it.",
    why="A reader must search for what the writer had open.",
    example="“According to a report of the audit office, …”, without a link.",
    advice="Link the document.",
    hits=_hits,
)
