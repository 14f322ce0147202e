"""What happens to a verification while it is worked on, for those who listen. I/O: SQL.

Kept in the record, because workers and listeners are other processes, and either may be
started anew. A worker adds what came about since its last note as one row, so a row
holds several, numbered through; nobody holds a connection to wait for the next.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from sqlalchemy import delete, func, insert, select

from service.domain import Happening, HappeningKind, JobStatus, Verification
from service.store.rows import Record, moment
from service.store.tables import happenings, verifications


@dataclass(frozen=True, slots=True)
class Standing:
    """How a verification stands: equal where nothing has come about in between."""

    status: JobStatus
    revision: int
    updated_at: datetime

    @classmethod
    def of(cls, verification: Verification) -> Self:
        """Give how a verification stood when it was loaded."""
        return cls(verification.status, verification.revision, verification.updated_at)


class HappeningRecord(Record):
    """The part of the record that keeps what listeners are told."""

    def add_happenings(
        self, verification_id: str, revision: int, found: Sequence[Happening]
    ) -> None:
        """Add what has come about, in its order, behind what there is.

        The caller holds the row of the verification, so that numbers are given out once.
        """
        if not found:
            return
        column = happenings.c
        count = select(func.coalesce(func.max(column.last), 0)).where(
            column.verification_id == verification_id, column.revision == revision
        )
        last = self._connection.execute(count).scalar_one()
        row = {
            "verification_id": verification_id,
            "revision": revision,
            "first": last + 1,
            "last": last + len(found),
            "body": json.dumps([[each.kind.value, each.data] for each in found]),
            "created_at": moment(None),
        }
        self._connection.execute(insert(happenings).values(row))

    def happenings_after(
        self, verification_id: str, revision: int, number: int, rows: int = 50
    ) -> tuple[tuple[int, Happening], ...]:
        """Give what came about behind a number, each with its own; from ``rows`` rows at most."""
        column = happenings.c
        query = (
            select(column.first, column.body)
            .where(column.verification_id == verification_id, column.revision == revision)
            .where(column.last > number)
            .order_by(column.first)
            .limit(rows)
        )
        return tuple(
            (first + place, Happening(HappeningKind(kind), data))
            for first, body in self._connection.execute(query)
            for place, (kind, data) in enumerate(json.loads(body))
            if first + place > number
        )

    def standings(self, verification_ids: Iterable[str]) -> dict[str, Standing]:
        """Look at many at once; those erased are absent."""
        column = verifications.c
        query = select(column.id, column.status, column.revision, column.updated_at).where(
            column.id.in_(list(verification_ids))
        )
        return {
            row.id: Standing(JobStatus(row.status), row.revision, row.updated_at)
            for row in self._connection.execute(query)
        }

    def forget_happenings(self, older_than: datetime) -> int:
        """Drop rows made before that moment: the report tells it all by then; how many."""
        query = delete(happenings).where(happenings.c.created_at < older_than)
        return self._connection.execute(query).rowcount
