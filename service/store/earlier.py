"""What a verification is compared with, and the raw exchanges it was made from. I/O: SQL."""

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, insert, or_, select

from service.domain import Report, Verification
from service.domain.addresses import same_page_key
from service.errors import NotFound
from service.store.outcomes import OutcomeRecord
from service.store.tables import recordings, reports, verifications


class EarlierRecord(OutcomeRecord):
    """The part of the record that looks back."""

    def earlier_report(self, verification: Verification) -> Report | None:
        """Load the newest report on the same article of the same tenant, made before this one.

        The revision before, where there is one; else that of an earlier verification with
        the same external id or the same address of the article.
        """
        column = verifications.c
        query = (
            select(reports.c.verification_id, reports.c.revision)
            .join(verifications, column.id == reports.c.verification_id)
            .where(column.tenant == verification.tenant)
            .order_by(column.id.desc(), reports.c.revision.desc())
            .limit(1)
        )
        if verification.revision > 1:
            query = query.where(
                column.id == verification.id, reports.c.revision < verification.revision
            )
        else:
            submission = verification.submission
            key = same_page_key(submission.url)
            same = [
                *([column.external_id == submission.external_id] if submission.external_id else []),
                *([column.article_key == key] if key else []),
            ]
            if not same:
                return None
            query = query.where(column.id < verification.id, or_(*same))
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        return self.load_report(row.verification_id, verification.tenant, row.revision)

    def save_recording(self, verification_id: str, revision: int, parts: Iterable[bytes]) -> None:
        """Keep the WARC file of a revision, in parts, in place of one of an earlier attempt."""
        column = recordings.c
        old = delete(recordings).where(
            column.verification_id == verification_id, column.revision == revision
        )
        self._connection.execute(old)
        for part, content in enumerate(parts):
            row = {"verification_id": verification_id, "revision": revision}
            self._connection.execute(
                insert(recordings).values({**row, "part": part, "content": content})
            )

    def load_recording(self, verification_id: str, tenant: str, revision: int) -> Iterator[bytes]:
        """Give the parts of the WARC file of a revision; raises NotFound without one."""
        column = recordings.c
        query = (
            select(column.part)
            .join(verifications, verifications.c.id == column.verification_id)
            .where(verifications.c.tenant == tenant, column.verification_id == verification_id)
            .where(column.revision == revision)
            .order_by(column.part)
        )
        parts = self._connection.execute(query).scalars().all()
        if not parts:
            raise NotFound(f"no recording of {verification_id}")
        for part in parts:
            one = select(column.content).where(
                column.verification_id == verification_id,
                column.revision == revision,
                column.part == part,
            )
            yield self._connection.execute(one).scalar_one()
