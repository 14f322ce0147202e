"""What the parts of the record share: the connection, the clock, a row as a value. I/O."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

from service.domain import GateResult, JobStatus, Recheck, Schedule, Stage, Verification
from service.errors import InvalidInput
from service.store.codec import progress_from_json, submission_from_json

Row = Mapping[Any, Any]

# A stage that was rung for and not begun by then is rung for again; see ``ring_at``.
RING_AFTER = timedelta(seconds=60)

# The states in which something is still to be done.
LIVE = (JobStatus.QUEUED.value, JobStatus.RUNNING.value)

TITLE = 300  # characters of an article's title that lists show


class Record:
    """A part of the record, in the transaction of ``connection``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _insert_or_ignore(self, table: Table, *returning: Column[Any]) -> Insert:
        """Give an INSERT that leaves a row already there alone; both dialects can say it."""
        return _insert_or_ignore(self._connection.dialect.name, table, returning)


@cache
def _insert_or_ignore(dialect: str, table: Table, returning: tuple[Column[Any], ...]) -> Insert:
    """Make it once: a statement that is kept costs a third of one that is built each time."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table).on_conflict_do_nothing().returning(*returning)


def moment(given: datetime | None) -> datetime:
    """Return the moment given, else this one, in UTC."""
    return given or datetime.now(UTC)


def storable(value: str | None, pointer: str) -> str | None:
    """Return the value, if the database's text can hold it; raises InvalidInput otherwise."""
    if value is not None and ("\x00" in value or any("\ud800" <= c <= "\udfff" for c in value)):
        raise InvalidInput("holds a character that cannot be stored", pointer=pointer)
    return value


def shown_title(title: str | None) -> str | None:
    """Give a title as lists show it: on one line, storable, ``TITLE`` characters at most."""
    printable = "".join(c if c.isprintable() else " " for c in title or "")
    return " ".join(printable.split())[:TITLE].rstrip() or None


def to_verification(row: Row, content: bytes | None = None) -> Verification:
    """Turn a row of ``verifications`` into a Verification, with its draft where given."""
    return Verification(
        id=row["id"],
        tenant=row["tenant"],
        status=JobStatus(row["status"]),
        stage=Stage(row["stage"]),
        submission=submission_from_json(row["submission"], content),
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        completed_at=row["completed_at"],
        progress=progress_from_json(row["progress"]),
        gate=None if row["gate"] is None else GateResult(row["gate"]),
        error=row["error"],
        revision=row["revision"],
        title=row["title"],
        recheck=None if row["recheck"] is None else Recheck(row["recheck"]),
        schedule=_schedule(row),
        trace=row["trace"],
    )


def _schedule(row: Row) -> Schedule | None:
    if row["schedule_every"] is None:
        return None
    every = timedelta(seconds=row["schedule_every"])
    return Schedule(every, row["schedule_left"], row["schedule_at"])
