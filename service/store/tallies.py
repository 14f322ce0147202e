"""What was counted of the work, and which workers live, whichever process it was. I/O: SQL.

Counts are added in the transaction that does what they count, so that neither a crash nor a
second delivery of a task counts twice, and whoever is scraped tells the same.
"""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Column, Float, Insert, String, Table, Text, delete, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from service.domain.counting import Count
from service.store.rows import Record, moment
from service.store.tables import Instant, metadata

# How long a worker is believed to live without a sign of it; three of them may be missed.
BELIEVED = timedelta(seconds=60)

tallies = Table(
    "tallies",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("labels", String(200), primary_key=True),  # JSON: their values, in order
    Column("value", Float, nullable=False),
)

workers = Table(
    "workers",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("queues", Text, nullable=False),  # JSON
    Column("seen_at", Instant, nullable=False),
)


class TallyRecord(Record):
    """The part of the record that counts, and that workers give signs of life to."""

    def tally(self, counts: Iterable[Count]) -> None:
        """Add to the counters."""
        sums: dict[tuple[str, str], float] = {}
        for each in counts:
            key = (each.name, json.dumps(each.labels))
            sums[key] = sums.get(key, 0) + each.value
        # In one order everywhere, or two transactions could each wait for the other's row.
        for name, labels in sorted(sums):
            row = {"name": name, "labels": labels, "value": sums[name, labels]}
            self._connection.execute(self._add_or_insert(row))

    def tallied(self) -> tuple[Count, ...]:
        """Give every counter as it stands."""
        rows = self._connection.execute(select(tallies)).all()
        return tuple(Count(name, tuple(json.loads(labels)), value) for name, labels, value in rows)

    def sign_of_life(
        self, worker_id: str, queues: Iterable[str], now: datetime | None = None
    ) -> None:
        """Note that a worker lives, and which queues it works on; forget those long silent."""
        now = moment(now)
        self.sign_off(worker_id)
        silent = delete(workers).where(workers.c.seen_at < now - 10 * BELIEVED)
        self._connection.execute(silent)
        row = {"id": worker_id, "queues": json.dumps(list(queues)), "seen_at": now}
        self._connection.execute(insert(workers).values(row))

    def sign_off(self, worker_id: str) -> None:
        """Note that a worker ends."""
        self._connection.execute(delete(workers).where(workers.c.id == worker_id))

    def living_workers(self, now: datetime | None = None) -> dict[str, int]:
        """Count the workers of each queue; queues without one are absent."""
        query = select(workers.c.queues).where(workers.c.seen_at > moment(now) - BELIEVED)
        found: dict[str, int] = {}
        for queues in self._connection.execute(query).scalars():
            for queue in json.loads(queues):
                found[queue] = found.get(queue, 0) + 1
        return found

    def _add_or_insert(self, row: dict[str, object]) -> Insert:
        keys = [tallies.c.name, tallies.c.labels]
        if self._connection.dialect.name == "postgresql":
            query = postgresql.insert(tallies).values(row)
            value = tallies.c.value + query.excluded.value
            return query.on_conflict_do_update(index_elements=keys, set_={"value": value})
        other = sqlite.insert(tallies).values(row)
        value = tallies.c.value + other.excluded.value
        return other.on_conflict_do_update(index_elements=keys, set_={"value": value})
