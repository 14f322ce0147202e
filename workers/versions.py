"""Nothing in, the versions that make a report out. Pure."""

from importlib.metadata import version

from service.domain import Versions
from service.policy import RULES_VERSION
from workers.assessing import SCORER_VERSION
from workers.extracting import EXTRACTOR_VERSION


def current_versions() -> Versions:
    """Return the versions of this installation."""
    return Versions(
        sourceproof=version("sourceproof"),
        rules=RULES_VERSION,
        extractor=EXTRACTOR_VERSION,
        scorer=SCORER_VERSION,
    )


def versions_line() -> str:
    """Return them as one line."""
    now = current_versions()
    parts = f"rules {now.rules}, extractor {now.extractor}, scorer {now.scorer}"
    return f"sourceproof {now.sourceproof} ({parts})"
