"""A value of a request in, the same held to its kind out, or the reason why not. Pure."""

from datetime import UTC, date, datetime, time
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from service.schemas.url import MAX_URL, check_web_url

_EARLIEST, _LATEST = 1000, 9998  # years; beyond, a change of time zone leaves the calendar


def _without_nul(value: str) -> str:
    if "\0" in value:
        raise ValueError("The text holds a NUL character.")
    return value


def _not_blank(value: str) -> str:
    if not value.strip():
        raise ValueError("The text is empty.")
    return value


def _one_line(value: str) -> str:
    if any(ord(c) < 32 or ord(c) == 127 for c in value):  # noqa: PLR2004  ASCII controls
        raise ValueError("The text holds control characters.")
    return value


def as_moment(value: object) -> object:
    """Read an ISO 8601 date or date-time; without a zone it is taken for UTC.

    Raises ``ValueError`` for anything else, numbers included.
    """
    if value is None or isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise ValueError(  # noqa: TRY004  pydantic turns only ValueError into a 422
            "A date is written as a string, as 2026-03-01 or 2026-03-01T08:00:00Z."
        )
    try:
        moment = _parsed(value)
    except ValueError as err:
        raise ValueError(
            "This is no ISO 8601 date, as 2026-03-01 or 2026-03-01T08:00:00Z."
        ) from err
    if not _EARLIEST <= moment.year <= _LATEST:
        raise ValueError(f"The year must lie between {_EARLIEST} and {_LATEST}.")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _parsed(value: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(value), time())
    except ValueError:
        return datetime.fromisoformat(value)


Text = Annotated[str, AfterValidator(_without_nul), AfterValidator(_not_blank)]
Line = Annotated[str, AfterValidator(_one_line)]
Name = Annotated[str, AfterValidator(_one_line), AfterValidator(_not_blank)]
WebUrl = Annotated[
    str,
    Field(max_length=MAX_URL, json_schema_extra={"format": "uri"}),
    AfterValidator(check_web_url),
]
Moment = Annotated[
    datetime,
    BeforeValidator(as_moment),
    WithJsonSchema(
        {
            "type": "string",
            "anyOf": [{"format": "date-time"}, {"format": "date"}],
            "description": "ISO 8601 date or date-time; UTC where it names no zone.",
        }
    ),
]
Language = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        max_length=35,
        description="BCP 47 tag; detected from the text where it is not given.",
    ),
]
