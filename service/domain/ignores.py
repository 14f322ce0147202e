"""What a draft itself asks to be passed over. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InlineIgnore:
    """A mark in a draft that asks for a rule to be passed over: as written, nothing judged.

    ``start``/``end`` are the block of ``Article.text`` that it stands in or before; both are
    ``None`` where the whole draft is meant, and equal where no block is left to it. ``line``
    is 1-based, ``None`` where the draft has none. What was not written is empty.
    """

    rule: str
    reason: str = ""
    until: str = ""
    by: str = ""
    start: int | None = None
    end: int | None = None
    line: int | None = None
