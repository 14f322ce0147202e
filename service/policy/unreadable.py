"""A draft that could not be read, and why, in; the report that says so, out. Pure.

It has no statement and passes no gate, so that whatever is made of a run's reports, in whichever
format, knows of the draft: what could not be looked at must not be missing where all is told.
"""

import hashlib
from datetime import datetime
from typing import Final

from service.domain import Article, Gate, GateResult, JobStatus, Limit, Report, Versions
from service.policy.measures import count

DRAFT_UNREADABLE: Final = "draft_unreadable"


def unreadable_report(
    draft: str, why: str, *, checked_at: datetime, versions: Versions, path: str | None = None
) -> Report:
    """Report of a draft, by the name its user knows it by, that it could not be read."""
    name = hashlib.sha256(draft.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Report(
        id=f"unread_{name}",
        revision=1,
        checked_at=checked_at,
        status=JobStatus.FAILED,
        gate=Gate(GateResult.INCONCLUSIVE, (DRAFT_UNREADABLE,)),
        article=Article(text="", path=path),
        assessments=(),
        sources=(),
        counts=count(()),
        coverage=None,
        reader_verifiable_share=None,
        independence=(),
        findings=(),
        decisions=(),
        limits=(Limit(DRAFT_UNREADABLE, 0, why),),
        versions=versions,
    )


def why_unreadable(report: Report) -> str | None:
    """Give why a report's draft could not be read; ``None`` of one that was."""
    return next((limit.note for limit in report.limits if limit.name == DRAFT_UNREADABLE), None)
