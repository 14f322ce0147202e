"""SP302 source-unreadable: a report in, its hits out. Pure."""

from collections.abc import Iterator

from service.domain import Access, Report, Severity
from service.policy.rule import Hit, Rule
from service.policy.selections import name_of, sources_with_access, why_unread

UNREADABLE = (
    Access.PAYWALLED,
    Access.LOGIN,
    Access.BOT_BLOCKED,
    Access.ROBOTS_DISALLOWED,
    Access.RATE_LIMITED,
    Access.TIMEOUT,
    Access.UNSUPPORTED_TYPE,
    Access.TOO_LARGE,
    Access.REFUSED,
)


def _hits(report: Report) -> Iterator[Hit]:
    for source in sources_with_access(report, *UNREADABLE):
        yield Hit(
            f"The source could not be read{why_unread(source)}: {name_of(source)}", source=source
        )


RULE = Rule(
    id="SP302",
    name="source-unreadable",
    severity=Severity.WARNING,
    finds="A source that exists and that Sourceproof could not read.",
    why="Nothing that rests on it was checked.",
    example="The cited page turns automatic readers away.",
    advice="Open it yourself, or give Sourceproof its text as one more source.",
    hits=_hits,
)
