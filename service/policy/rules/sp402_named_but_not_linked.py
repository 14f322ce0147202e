"""SP402 named-but-not-linked: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Attribution, AttributionClass, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import attributed, excerpt

NAMED = (AttributionClass.NAMED_DOCUMENT, AttributionClass.NAMED_OUTLET)


def _hits(report: Report) -> Iterator[Hit]:
    for assessment in attributed(report, *AttributionClass):
        attribution = assessment.statement.attribution
        if assessment.statement.citations or any(link.url for link in attribution.chain):
            continue
        named = _named(attribution)
        if named is not None:
            yield Hit(f"{named} is named and not linked.", assessment=assessment)


def _named(attribution: Attribution) -> str | None:
    """Name the document or outlet that says it, or that relays what somebody told it."""
    relaying = (link.name for link in attribution.chain if link.cls in NAMED)
    if attribution.cls in NAMED:
        name = attribution.speaker or next(relaying, None)
        return f"“{excerpt(name)}”" if name else "A document or outlet"
    name = next(relaying, None)
    return f"“{excerpt(name)}”" if name else None


RULE = Rule(
    id="SP402",
    name="named-but-not-linked",
    severity=Severity.WARNING,
    finds=(
        "A statement that names the document or outlet it comes from, if only as the one that a "
        "source spoke to, and does not link it."
    ),
    why="A reader must search for what the writer had open.",
    example="“According to a report of the audit office, …”, without a link.",
    advice="Link what it published.",
    hits=_hits,
)
