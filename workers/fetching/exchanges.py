"""What is kept of one exchange beside its answer, so that it can be had again. Pure.

An exchange is found again by its URL and the headers that were asked with; where it was
made several times, also by the source it was made for and by how far the cookies of that
source had come. Cookies themselves and credentials are never kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache

from pydantic import TypeAdapter, ValidationError

from service.domain import Unread

SECRET = frozenset(
    {"cookie", "cookie2", "set-cookie", "set-cookie2", "authorization", "proxy-authorization"}
)
ROBOTS = "/robots.txt"


class Ending(StrEnum):
    """How an exchange ended."""

    ANSWERED = "answered"
    SETBACK = "setback"
    BROKEN_OFF = "broken_off"  # by our own clock, before an answer was complete


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked.

    ``headers`` are those beside the client's own, ``source`` is the URL of the source that
    it was asked for (``None`` for robots.txt, which serves all), ``cookies`` counts how
    often the cookies of that source had changed.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    cookies: int = 0

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """What two askings must have in common for one to stand for the other."""
        return self.url, tuple(sorted(self.headers.items()))


@dataclass(frozen=True, slots=True)
class Note:
    """One exchange without the body of its answer. ``at`` is when it ended.

    ``status`` and ``headers`` (lower-case names) are the answer's, where there was one;
    ``unread`` and ``retry_after`` are the setback that was made of it.
    """

    question: Question
    ending: Ending
    at: datetime
    cookies_after: int = 0
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    is_whole: bool = True
    unread: Unread | None = None
    retry_after: float | None = None


@cache
def _note() -> TypeAdapter[Note]:
    return TypeAdapter(Note)  # milliseconds to make, and few runs are recorded


def without_secrets(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Give headers under lower-case names, without cookies and credentials."""
    lowered = ((name.lower(), value) for name, value in (headers or {}).items())
    return {name: value for name, value in lowered if name not in SECRET}


def note_to_json(note: Note) -> bytes:
    """Write a note as JSON in UTF-8."""
    return _note().dump_json(note)


def note_from_json(data: bytes) -> Note | None:
    """Read a note again; ``None`` where it is none of ours, or of a version to come."""
    try:
        return _note().validate_json(data)
    except ValidationError:
        return None
