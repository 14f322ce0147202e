"""Verifications in, the rows of a list out, each with how its statements fared. I/O."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.domain import JobStatus, Verdict
from service.rendering import words
from service.routes.pages.visiting import Visit
from service.schemas.verification import VerificationView
from service.store import open_store

STATUSES = {
    JobStatus.QUEUED: "Waiting",
    JobStatus.RUNNING: "At work",
    JobStatus.COMPLETED: "Done",
    JobStatus.COMPLETED_WITH_GAPS: "Done, with gaps",
    JobStatus.FAILED: "Failed",
    JobStatus.CANCELLED: "Cancelled",
    JobStatus.EXPIRED: "Expired",
}
Counted = tuple[tuple[Verdict, words.Label, int], ...]

WITH_REPORT = frozenset({JobStatus.COMPLETED, JobStatus.COMPLETED_WITH_GAPS})


@dataclass(frozen=True, slots=True)
class Row:
    """A verification in a list; ``counts`` are of its newest report, the worst first."""

    view: VerificationView
    name: str
    status: str
    counts: Counted


def rows_of(visit: Visit, views: Iterable[VerificationView]) -> tuple[Row, ...]:
    """Make the rows, with the counts of all of them read at once."""
    shown = tuple(views)
    with open_store(visit.house.engine, reading=True) as store:
        counts = store.newest_counts(view.id for view in shown)
    return tuple(
        Row(view, name_of(view), STATUSES[view.status], in_order(counts.get(view.id, {})))
        for view in shown
    )


def name_of(view: VerificationView) -> str:
    """Give what people know a verification by."""
    return view.title or view.url or view.external_id or f"Draft {view.id[-6:]}"


def in_order(counts: Mapping[Verdict, int]) -> Counted:
    """Give the counts with their labels, the worst first, without what is not for checking."""
    return tuple(
        (verdict, label, counts[verdict])
        for verdict, label in words.VERDICTS.items()
        if counts.get(verdict) and verdict is not Verdict.NOT_APPLICABLE
    )
