"""A Comparison in, what the API shows of it out. Pure."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from service.domain import Access, Assessment, GateResult, Report, Verdict
from service.policy import ChangedSource, ChangedVerdict, Comparison, Why


class Side(BaseModel):
    """One of the two reports."""

    model_config = ConfigDict(title="ComparedReport")

    id: str
    revision: int
    checked_at: datetime
    gate: GateResult

    @classmethod
    def of(cls, verification_id: str, report: Report) -> Self:
        """Show a report by its name and its gate."""
        return cls(
            id=verification_id,
            revision=report.revision,
            checked_at=report.checked_at,
            gate=report.gate.result,
        )


class StatementView(BaseModel):
    """A statement as one of the reports judges it."""

    model_config = ConfigDict(title="ComparedStatement")

    id: str
    text: str
    verdict: Verdict
    reason: str

    @classmethod
    def of(cls, assessment: Assessment) -> Self:
        """Show what was decided of a statement."""
        return cls(
            id=assessment.statement.id,
            text=assessment.statement.text,
            verdict=assessment.verdict,
            reason=assessment.reason,
        )


class ChangedVerdictView(BaseModel):
    """A statement of both reports whose verdict is another."""

    model_config = ConfigDict(title="ChangedVerdict")

    before: StatementView
    after: StatementView
    why: Annotated[list[Why], Field(description="What has changed under it; empty if nothing.")]

    @classmethod
    def of(cls, changed: ChangedVerdict) -> Self:
        """Show a changed verdict."""
        before, after = StatementView.of(changed.before), StatementView.of(changed.after)
        return cls(before=before, after=after, why=list(changed.why))


class ChangedSourceView(BaseModel):
    """A source whose access or text is another; null where it is not cited."""

    model_config = ConfigDict(title="ChangedSource")

    url: str
    before: Access | None
    after: Access | None
    text_changed: bool

    @classmethod
    def of(cls, changed: ChangedSource) -> Self:
        """Show a changed source."""
        return cls(
            url=changed.url,
            before=changed.before,
            after=changed.after,
            text_changed=changed.text_changed,
        )


class ComparisonView(BaseModel):
    """What has changed from one report to another."""

    model_config = ConfigDict(title="Comparison")

    before: Side
    after: Side
    changed: list[ChangedVerdictView]
    added: Annotated[list[StatementView], Field(description="Of the later report alone.")]
    removed: Annotated[list[StatementView], Field(description="Of the earlier report alone.")]
    unchanged: Annotated[int, Field(ge=0, description="Statements of both, judged alike.")]
    sources: list[ChangedSourceView]

    @classmethod
    def of(cls, before_id: str, after_id: str, found: Comparison) -> Self:
        """Show a comparison."""
        return cls(
            before=Side.of(before_id, found.before),
            after=Side.of(after_id, found.after),
            changed=[ChangedVerdictView.of(each) for each in found.changed],
            added=[StatementView.of(each) for each in found.added],
            removed=[StatementView.of(each) for each in found.removed],
            unchanged=found.unchanged,
            sources=[ChangedSourceView.of(each) for each in found.sources],
        )


COMPARISON_EXAMPLE = {
    "before": {
        "id": "vf_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
        "revision": 1,
        "checked_at": "2026-03-02T08:05:09Z",
        "gate": "inconclusive",
    },
    "after": {
        "id": "vf_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
        "revision": 2,
        "checked_at": "2026-03-03T08:05:09Z",
        "gate": "pass",
    },
    "changed": [
        {
            "before": {
                "id": "st1",
                "text": "The new harbour opened on Monday.",
                "verdict": "could_not_check",
                "reason": "source_unreadable",
            },
            "after": {
                "id": "st1",
                "text": "The new harbour opened on Monday.",
                "verdict": "supported",
                "reason": "passage_found",
            },
            "why": ["source_now_read"],
        }
    ],
    "added": [],
    "removed": [],
    "unchanged": 0,
    "sources": [
        {
            "url": "https://port.example.org/news/opening",
            "before": "timeout",
            "after": "ok",
            "text_changed": False,
        }
    ],
}
