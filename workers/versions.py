"""Nothing in, the versions that make a report out. Reads only what is installed.

Imports no room of ours at the top: ``sourceproof --version`` answers before an extractor, a
scorer or the rules could be loaded.
"""

import json
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from service.versions import RULES_VERSION

if TYPE_CHECKING:
    from service.domain import Versions

EXTRACTOR_VERSION: Final = f"sourceproof-1/trafilatura-{version('trafilatura')}"


def scorer_version() -> str:
    """Return the name of rules and weights together, from where the weights stand."""
    weights = files("workers") / "assessing" / "weights.json"
    return str(json.loads(weights.read_text(encoding="utf-8"))["version"])


def current_versions() -> "Versions":
    """Return the versions of this installation."""
    from service.domain import Versions  # noqa: PLC0415  see the module's docstring

    return Versions(
        sourceproof=version("sourceproof"),
        rules=RULES_VERSION,
        extractor=EXTRACTOR_VERSION,
        scorer=scorer_version(),
    )


def versions_line() -> str:
    """Return them as one line."""
    parts = f"rules {RULES_VERSION}, extractor {EXTRACTOR_VERSION}, scorer {scorer_version()}"
    return f"sourceproof {version('sourceproof')} ({parts})"
