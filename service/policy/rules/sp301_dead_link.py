"""SP301 dead-link: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Access, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import name_of, sources_with_access, why_unread


def _hits(report: Report) -> Iterator[Hit]:
    for source in sources_with_access(report, Access.DEAD, Access.SOFT_404):
        yield Hit(f"The link is dead{why_unread(source)}: {name_of(source)}", source=source)


RULE = Rule(
    id="SP301",
    name="dead-link",
    severity=Severity.WARNING,
    finds=(
        "A link whose page is gone, or that answers with an error page. A warning by "
        "default: a network that is down looks the same."
    ),
    why="A reader who wants to verify arrives nowhere.",
    example="The cited page answers 404.",
    advice="Find where the page has moved, or cite an archived copy.",
    hits=_hits,
)
