"""A date that a document states of itself in, the same or none out: no absurd ones. Pure."""

import re
from datetime import UTC, datetime, timedelta, timezone

EARLIEST = 1990  # no page of the web is older; what says so tells of another thing
AHEAD = timedelta(days=1)  # clocks and zones differ


def sensible(moment: datetime | None, retrieved_at: datetime | None) -> datetime | None:
    """Drop what lies ahead of when the document was fetched, or before there was a web."""
    if moment is None or moment.year < EARLIEST:
        return None
    latest = (retrieved_at or datetime.now(UTC)) + AHEAD
    return None if moment > latest else moment


_PDF_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?"
)


def pdf_moment(text: str | None) -> datetime | None:
    """Read a date as PDFs write it (ISO 32000-1, section 7.9.4); without a zone it is UTC."""
    found = _PDF_DATE.match((text or "").strip())
    if not found:
        return None
    year, month, day, hour, minute, second = found.groups()[:6]
    shift = timedelta(hours=int(found[9] or 0), minutes=int(found[10] or 0))
    try:
        zone = timezone(-shift if found[8] == "-" else shift)
        return datetime(
            int(year),
            int(month or 1),
            int(day or 1),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            tzinfo=zone,
        )
    except ValueError:
        return None


def iso_moment(text: str | None) -> datetime | None:
    """Read an ISO 8601 time; without a zone it counts as UTC."""
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
