"""What an application puts into the report's page, beside what the page shows anyway. Pure.

The page alone is for reading. An application that lets an editor act on it hands in its own
controls, as markup that it answers for: everything in it goes into the page as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Slots:
    """Markup by its place in the page.

    ``head`` ends the head (a link to a style sheet); ``before`` stands above everything (the
    application's own navigation), ``header`` below the gate (recheck, formats, revisions);
    ``statements``, by statement id, end the evidence of each statement (decide); ``footer``
    stands before the page's own.

    With any of them the page carries no policy of its own, because only the application knows
    what its controls need: it must send one, under which the page's two style sheets are
    allowed by their hashes (``service.routes.headers.policy_for_document``).
    """

    head: Markup = _NOTHING
    before: Markup = _NOTHING
    header: Markup = _NOTHING
    statements: Mapping[str, Markup] = field(default_factory=dict)
    footer: Markup = _NOTHING

    @property
    def are_empty(self) -> bool:
        """Whether the page stands alone."""
        return not (self.head or self.before or self.header or self.statements or self.footer)
