"""What a list is to be narrowed to. Pure: words in, clauses of a query out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_

from service.domain import GateResult, JobStatus, Verdict
from service.store.tables import marks, verifications


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which verifications are wanted; what is None narrows nothing.

    ``title`` is words, each of which the title of the article has somewhere in it, in any case.
    ``verdict`` and ``rule`` are of the newest report. ``created_from`` is included,
    ``created_until`` is not.
    """

    status: JobStatus | None = None
    gate: GateResult | None = None
    verdict: Verdict | None = None
    rule: str | None = None
    external_id: str | None = None
    title: str | None = None
    created_from: datetime | None = None
    created_until: datetime | None = None

    def clauses(self) -> Iterator[ColumnElement[bool]]:
        """Give a clause for each that is set."""
        column = verifications.c
        if self.status is not None:
            yield column.status == self.status.value
        if self.gate is not None:
            yield column.gate == self.gate.value
        if self.external_id is not None:
            yield column.external_id == self.external_id
        yield from (_titled(word) for word in (self.title or "").split())
        if self.created_from is not None:
            yield column.created_at >= self.created_from
        if self.created_until is not None:
            yield column.created_at < self.created_until
        yield from (_marked(mark) for mark in (self.verdict, self.rule) if mark is not None)


def _marked(mark: str) -> ColumnElement[bool]:
    return exists().where(marks.c.verification_id == verifications.c.id, marks.c.mark == str(mark))


def _titled(word: str) -> ColumnElement[bool]:
    """Look for a word by its letters: "%" and "_" are none of LIKE's signs here.

    SQLite knows the case of ASCII alone (https://www.sqlite.org/lang_expr.html#like), so a word
    of other letters is looked for in the cases that titles have.
    """
    spellings = dict.fromkeys((word, word.lower(), word.capitalize(), word.upper()))
    column = verifications.c.title
    return or_(*(column.icontains(each, autoescape=True) for each in spellings))
