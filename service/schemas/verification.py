"""A Verification in, what the API shows of it out. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field

from service.domain import GateResult, JobStatus, Progress, Schedule, Stage, Verification
from service.domain.schedule import every_text, schedule_of

PATH = "/v1/verifications"
POLL_SECONDS = 2  # a fair pace for asking again

# The stages that do work; `done` is where a verification rests.
_WORKING = (Stage.COLLECT, Stage.ASSESS)


class StageProgress(BaseModel):
    """How much of a stage is done; `total` is null until it is known."""

    model_config = ConfigDict(title="StageProgress")

    done: Annotated[int, Field(ge=0)]
    total: Annotated[int, Field(ge=0)] | None


class Stages(BaseModel):
    """The stages in their order: sources fetched, then statements assessed."""

    model_config = ConfigDict(title="Stages")

    collect: StageProgress
    assess: StageProgress


class ScheduleView(BaseModel):
    """Rechecks that are made by themselves."""

    model_config = ConfigDict(title="Schedule")

    every: Annotated[str, Field(description="The time between two, in ISO 8601.")]
    left: Annotated[int, Field(ge=0, description="How many are still to be made.")]
    next_at: Annotated[
        datetime | None, Field(description="Null once there are none any more, or by `cancel`.")
    ]

    @classmethod
    def of(cls, schedule: Schedule) -> Self:
        """Show a schedule."""
        return cls(every=every_text(schedule.every), left=schedule.left, next_at=schedule.next_at)


class Links(BaseModel):
    """Where to go from here. `report` answers 409 until the verification is finished."""

    model_config = ConfigDict(title="Links")

    self: str
    report: str


class VerificationView(BaseModel):
    """A verification: how far it has come, and what came of it."""

    model_config = ConfigDict(title="Verification")

    id: str
    revision: int
    status: JobStatus
    stage: Annotated[Stage, Field(description="The stage it is in, or waits for.")]
    stages: Stages
    gate: Annotated[
        GateResult | None, Field(description="Null until the verification is finished.")
    ]
    title: Annotated[
        str | None,
        Field(description="As given, else the article's own once it was read; null until then."),
    ]
    url: str | None
    external_id: str | None
    error: Annotated[str | None, Field(description="Why the verification failed, where it did.")]
    created_at: datetime
    updated_at: datetime
    completed_at: datetime | None
    schedule: Annotated[
        ScheduleView | None, Field(description="As `options.recheck_every` asked; else null.")
    ]
    links: Links

    @classmethod
    def of(cls, verification: Verification, base: str = "") -> Self:
        """Show a verification; ``base`` is written before every link, as ``https://host``."""
        submission = verification.submission
        return cls(
            id=verification.id,
            revision=verification.revision,
            status=verification.status,
            stage=verification.stage,
            stages=_stages_of(verification),
            gate=verification.gate,
            title=submission.title or verification.title,
            url=submission.url,
            external_id=submission.external_id,
            error=verification.error,
            created_at=verification.created_at,
            updated_at=verification.updated_at,
            completed_at=verification.completed_at,
            schedule=verification.schedule and ScheduleView.of(verification.schedule),
            links=_links_of(verification, base),
        )


class PageLinks(BaseModel):
    """Where the list goes on; null at its end."""

    model_config = ConfigDict(title="PageLinks")

    next: str | None


class VerificationPage(BaseModel):
    """One page of verifications, newest first."""

    model_config = ConfigDict(title="VerificationPage")

    items: list[VerificationView]
    next_cursor: Annotated[
        str | None, Field(description="Send it as `cursor` for the next page; null at the end.")
    ]
    links: PageLinks

    @classmethod
    def of(
        cls,
        items: Iterable[Verification],
        next_cursor: str | None,
        next_link: str | None,
        base: str,
    ) -> Self:
        """Show a page of the list."""
        return cls(
            items=[VerificationView.of(v, base) for v in items],
            next_cursor=next_cursor,
            links=PageLinks(next=next_link),
        )


def ended_words(status: JobStatus) -> str:
    """Say how a verification ended, as in "it was cancelled"."""
    return _ENDED.get(status, f"is {status}")


_ENDED = {
    JobStatus.COMPLETED: "is completed",
    JobStatus.COMPLETED_WITH_GAPS: "is completed",
    JobStatus.FAILED: "failed",
    JobStatus.CANCELLED: "was cancelled",
    JobStatus.EXPIRED: "has expired",
}


def as_first_answered(verification: Verification) -> Verification:
    """Give the verification as it was when it was accepted, to answer a repeated request."""
    return replace(
        verification,
        status=JobStatus.QUEUED,
        stage=Stage.COLLECT,
        updated_at=verification.created_at,
        completed_at=None,
        progress={},
        gate=None,
        error=None,
        title=None,
        schedule=schedule_of(verification.submission.options, verification.created_at),
    )


def _stages_of(verification: Verification) -> Stages:
    nothing = Progress(0, None)
    shown: dict[str, Any] = {
        stage.value: StageProgress(done=at.done, total=at.total)
        for stage in _WORKING
        for at in [verification.progress.get(stage, nothing)]
    }
    return Stages(**shown)


def _links_of(verification: Verification, base: str) -> Links:
    path = f"{base}{PATH}/{verification.id}"
    return Links(self=path, report=f"{path}/report")
