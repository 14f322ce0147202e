"""What became of the cited passages since an earlier check of the same article. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ChangeKind(StrEnum):
    """What became of a passage. One that reads as before, in its place, has no change."""

    MOVED = "moved"  # it reads as before, elsewhere in the page
    NEARBY = "nearby"  # it reads as before, and a sentence beside it does not
    CHANGED = "changed"  # it reads otherwise
    GONE = "gone"  # nothing like it is in the page, which was read in full


@dataclass(frozen=True, slots=True)
class EarlierCheck:
    """The check of the same article that this one was compared with."""

    report_id: str
    checked_at: datetime
    revision: int = 1


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A passage that a statement rested on at the earlier check, and what became of it.

    ``before`` is its wording then, ``after`` its wording now (of ``nearby`` ones with the
    sentences beside it), ``start`` and ``end`` the place of ``after`` in the source's text
    as stored now. ``diff`` is in the notation of ``wdiff``: ``[-then-]``, ``{+now+}``.
    """

    kind: ChangeKind
    source_id: str
    statement_id: str
    before: str
    after: str | None = None
    start: int | None = None
    end: int | None = None
    diff: str | None = None
