"""A date that a document states of itself in, the same or none out: no absurd ones. Pure."""

from datetime import UTC, datetime, timedelta

EARLIEST = 1990  # no page of the web is older; what says so tells of another thing
AHEAD = timedelta(days=1)  # clocks and zones differ


def sensible(moment: datetime | None, retrieved_at: datetime | None) -> datetime | None:
    """Drop what lies ahead of when the document was fetched, or before there was a web."""
    if moment is None or moment.year < EARLIEST:
        return None
    latest = (retrieved_at or datetime.now(UTC)) + AHEAD
    return None if moment > latest else moment
