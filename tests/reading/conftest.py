"""Reads a draft as the callers of this room do, within small limits."""

from collections.abc import Callable
from pathlib import Path

import pytest

from service.domain import Reading, Submission
from workers.reading import read_article

LIMITS = {"max_bytes": 5_000_000, "max_sources": 500, "max_statements": 5_000}
SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Read text or bytes; keywords named like a limit set it, others the submission."""

    def read_draft(content: str | bytes, **given) -> Reading:
        data = content.encode() if isinstance(content, str) else content
        limits = {name: given.pop(name, value) for name, value in LIMITS.items()}
        return read_article(Submission(content=data, **given), **limits)

    return read_draft


@pytest.fixture
def shared() -> Path:
    """The folder of real articles and pages that are not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder with real articles is not here")
    return SHARED
