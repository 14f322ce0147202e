"""A quotation's diff as text in, pieces that are kept, left out or put in, out. Pure.

The notation is that of ``wdiff``: ``[-what the article has-]``, ``{+what the source has+}``.
Any other text comes back as one kept piece.
"""

import re
from dataclasses import dataclass
from typing import Literal

CHANGE = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of a diff."""

    text: str
    how: Literal["kept", "article", "source"]


def read_diff(diff: str) -> tuple[Change, ...]:
    """Cut a diff into its pieces, in order."""
    changes: list[Change] = []
    at = 0
    for match in CHANGE.finditer(diff):
        changes.append(Change(diff[at : match.start()], "kept"))
        ours = match[1] is not None
        changes.append(Change(match[1] if ours else match[2], "article" if ours else "source"))
        at = match.end()
    changes.append(Change(diff[at:], "kept"))
    return tuple(change for change in changes if change.text)
