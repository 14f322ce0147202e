"""The statements of two drafts in, whether one of them was moved to become the other, out. Pure.

Renames are followed by what drafts say, and not by git: that holds for DOCX too, and for files
that git was not told of.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from workers.cli.checking.drafts import SUFFIXES

MOVED = 0.5  # of the statements of the shorter draft, so that one is taken for the other
Key = TypeVar("Key")


def moved_from(now: Counter[Key], gone: Iterable[Counter[Key]]) -> Counter[Key] | None:
    """Give the draft that is gone and has become this one; ``None`` where none has."""
    nearest = max(gone, key=lambda each: _shared(now, each), default=None)
    return nearest if nearest and _shared(now, nearest) >= MOVED else None


def is_draft(path: str) -> bool:
    """Whether a file is a draft by its name."""
    return Path(path).suffix.lower() in SUFFIXES


def _shared(one: Counter[Key], other: Counter[Key]) -> float:
    """Give the share of the shorter draft's statements that the other has too."""
    shorter = min(one.total(), other.total())
    return (one & other).total() / shorter if shorter else 0.0
