"""What a verification brings forth: readings, snapshots of sources, reports. I/O: SQL.

A snapshot is the text of a source as it was read, which evidence points into. It is
kept apart from readings and reports, so that erasing it is one place.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select, update

from service.domain import Article, GateResult, JobStatus, Reading, Report, Source, Stage, Verdict
from service.errors import NotFound
from service.store.codec import (
    reading_from_json,
    reading_to_json,
    report_from_json,
    report_to_json,
    take_texts,
)
from service.store.rows import Record, moment, shown_title
from service.store.tables import marks, readings, reports, snapshots, verifications


@dataclass(frozen=True, slots=True)
class KeptReport:
    """That there is a report of a revision, since when, and its statements per verdict."""

    revision: int
    created_at: datetime
    counts: dict[Verdict, int]


class OutcomeRecord(Record):
    """The part of the record that keeps readings and reports."""

    def save_reading(self, verification_id: str, reading: Reading) -> None:
        """Keep the article as read and its sources with their texts, for the present revision.

        The reading takes the place of any before, but snapshots of older revisions stay.
        The article's title becomes the verification's, for lists to show.
        """
        self._connection.execute(
            delete(readings).where(readings.c.verification_id == verification_id)
        )
        body = {"verification_id": verification_id, "body": reading_to_json(reading)}
        self._connection.execute(insert(readings).values(body))
        self._connection.execute(
            update(verifications)
            .where(verifications.c.id == verification_id)
            .values(title=shown_title(reading.article.title))
        )
        self._save_snapshots(verification_id, self._revision(verification_id), reading.sources)

    def load_reading(self, verification_id: str) -> Reading:
        """Load the article and its sources with their texts; raises NotFound."""
        query = select(readings.c.body).where(readings.c.verification_id == verification_id)
        body = self._connection.execute(query).scalar_one_or_none()
        if body is None:
            raise NotFound(f"nothing was collected for {verification_id}")
        return reading_from_json(body, self._snapshots(verification_id, None))

    def load_article(self, verification_id: str) -> Article | None:
        """Load the article as read, without its sources; None before it was."""
        query = select(readings.c.body).where(readings.c.verification_id == verification_id)
        body = self._connection.execute(query).scalar_one_or_none()
        return None if body is None else reading_from_json(body, {}).article

    def list_reports(self, verification_id: str) -> tuple[KeptReport, ...]:
        """List the reports of a verification by their revisions, the newest first."""
        column = reports.c
        query = (
            select(column.revision, column.created_at, column.counts)
            .where(column.verification_id == verification_id)
            .order_by(column.revision.desc())
        )
        return tuple(
            KeptReport(row["revision"], row["created_at"], _counts(row["counts"]))
            for row in self._connection.execute(query).mappings()
        )

    def save_report(
        self, verification_id: str, report: Report, gate: GateResult | None = None
    ) -> bool:
        """Keep the report and end the verification; False where that was done before.

        The status is the report's, and so is the gate where decisions make no other. One
        conditional update on the stage decides, so however many workers computed it, one
        report is kept.
        """
        now = moment(None)
        done = (
            update(verifications)
            .where(verifications.c.id == verification_id)
            .where(verifications.c.stage == Stage.ASSESS.value)
            .where(verifications.c.status == JobStatus.RUNNING.value)
            .where(verifications.c.revision == report.revision)
            .values(
                stage=Stage.DONE.value,
                status=report.status.value,
                gate=(gate or report.gate.result).value,
                claimant=None,
                claimed_until=None,
                ring_at=None,
                updated_at=now,
                completed_at=now,
            )
        )
        if self._connection.execute(done).rowcount != 1:
            return False
        row = {"verification_id": verification_id, "revision": report.revision}
        counts = json.dumps({verdict.value: n for verdict, n in report.counts.items()})
        body = {"body": report_to_json(report), "counts": counts, "created_at": now}
        self._connection.execute(insert(reports).values(row | body))
        self._save_marks(verification_id, report)
        return True

    def load_report(self, verification_id: str, tenant: str, revision: int | None = None) -> Report:
        """Load a revision of the report, the newest there is by default; raises NotFound.

        Its sources come with their texts.
        """
        query = (
            select(reports.c.revision, reports.c.body)
            .join(verifications, verifications.c.id == reports.c.verification_id)
            .where(verifications.c.id == verification_id, verifications.c.tenant == tenant)
            .order_by(reports.c.revision.desc())
            .limit(1)
        )
        if revision is not None:
            query = query.where(reports.c.revision == revision)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise NotFound(f"no report for {verification_id}")
        return report_from_json(row.body, self._snapshots(verification_id, row.revision))

    def load_counts(self, verification_id: str, revision: int) -> dict[Verdict, int] | None:
        """Load the statements per verdict of a report; None where there is none."""
        query = select(reports.c.counts).where(
            reports.c.verification_id == verification_id, reports.c.revision == revision
        )
        text = self._connection.execute(query).scalar_one_or_none()
        return None if text is None else _counts(text)

    def newest_counts(self, verification_ids: Iterable[str]) -> dict[str, dict[Verdict, int]]:
        """Load the statements per verdict of the newest report of many at once."""
        column = reports.c
        query = (
            select(column.verification_id, column.counts)
            .where(column.verification_id.in_(list(verification_ids)))
            .order_by(column.revision)
        )
        return {row.verification_id: _counts(row.counts) for row in self._connection.execute(query)}

    def _save_marks(self, verification_id: str, report: Report) -> None:
        """Let lists be filtered by the verdicts and rules of this report, and no older one."""
        self._connection.execute(delete(marks).where(marks.c.verification_id == verification_id))
        found = {verdict.value for verdict, number in report.counts.items() if number}
        found |= {finding.rule for finding in report.findings}
        rows = [{"verification_id": verification_id, "mark": mark} for mark in sorted(found)]
        if rows:
            self._connection.execute(insert(marks), rows)

    def _save_snapshots(
        self, verification_id: str, revision: int, sources: tuple[Source, ...]
    ) -> None:
        column = snapshots.c
        old = delete(snapshots).where(
            column.verification_id == verification_id, column.revision == revision
        )
        self._connection.execute(old)
        rows = [
            {
                "verification_id": verification_id,
                "revision": revision,
                "source_id": source_id,
                # "surrogatepass": a page may hold a lone surrogate, and offsets must not move.
                "sha256": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
                "text": zlib.compress(text.encode("utf-8", "surrogatepass")),
            }
            for source_id, text in take_texts(sources).items()
        ]
        if rows:
            self._connection.execute(insert(snapshots), rows)

    def _snapshots(self, verification_id: str, revision: int | None) -> dict[str, str]:
        """Load the texts of a revision; of the newest that has any, where none is named."""
        column = snapshots.c
        if revision is None:
            newest = select(func.max(column.revision))
            revision = self._connection.execute(
                newest.where(column.verification_id == verification_id)
            ).scalar_one()
        query = select(snapshots).where(
            column.verification_id == verification_id, column.revision == revision
        )
        return {
            row["source_id"]: zlib.decompress(row["text"]).decode("utf-8", "surrogatepass")
            for row in self._connection.execute(query).mappings()
        }

    def _revision(self, verification_id: str) -> int:
        query = select(verifications.c.revision).where(verifications.c.id == verification_id)
        return int(self._connection.execute(query).scalar_one())


def _counts(text: str) -> dict[Verdict, int]:
    return {Verdict(verdict): number for verdict, number in json.loads(text).items()}
