"""Decisions of editors, each with the ground that it was made on. I/O: SQL."""

import json

from pydantic import TypeAdapter
from sqlalchemy import insert, select, update

from service.domain import Decision, GateResult
from service.policy import Ground, Ruling
from service.store.ids import new_id
from service.store.rows import LIVE, Record, moment
from service.store.tables import decisions, verifications

_DECISION = TypeAdapter(Decision)


class DecisionRecord(Record):
    """The part of the record that keeps decisions."""

    def add_ruling(self, verification_id: str, revision: int, ruling: Ruling) -> None:
        """Add a decision behind those there are."""
        row = {
            "id": new_id("dc"),
            "verification_id": verification_id,
            "revision": revision,
            "words": ruling.ground.words,
            "found": ruling.ground.found,
            "body": json.dumps(_DECISION.dump_python(ruling.decision, mode="json")),
        }
        self._connection.execute(insert(decisions).values(row))

    def list_rulings(self, verification_id: str) -> tuple[Ruling, ...]:
        """List every decision on a verification, oldest first."""
        column = decisions.c
        query = (
            select(column.body, column.words, column.found)
            .where(column.verification_id == verification_id)
            .order_by(column.id)
        )
        return tuple(
            Ruling(_DECISION.validate_python(json.loads(body)), Ground(words, found))
            for body, words, found in self._connection.execute(query)
        )

    def set_gate(self, verification_id: str, revision: int, gate: GateResult) -> bool:
        """Let the gate be what decisions have made of it; False where a recheck is under way."""
        column = verifications.c
        query = (
            update(verifications)
            .where(column.id == verification_id, column.revision == revision)
            .where(column.status.not_in(LIVE))
            .values(gate=gate.value, updated_at=moment(None))
        )
        return self._connection.execute(query).rowcount == 1
