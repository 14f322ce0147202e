"""What callers send and are answered, as frozen values. Pure.

Read from JSON by pydantic: what a newer service adds is passed over.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Self, TypedDict

from service.domain import (
    Access,
    DeliveryState,
    EventType,
    GateResult,
    JobStatus,
    Progress,
    Stage,
    Verdict,
)
from service.domain.delivery import Ping

WITH_REPORT = frozenset({JobStatus.COMPLETED, JobStatus.COMPLETED_WITH_GAPS})


@dataclass(frozen=True, slots=True)
class Draft:
    """The article to check: exactly one of text, html, markdown, url and content (a file)."""

    text: str | None = None
    html: str | None = None
    markdown: str | None = None
    url: str | None = None
    content: bytes | None = field(default=None, repr=False)
    filename: str | None = None
    title: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    external_id: str | None = None

    @classmethod
    def of_file(cls, path: Path, *, external_id: str | None = None) -> Self:
        """Read a .md, .html, .txt or .docx file. Raises OSError."""
        return cls(content=path.read_bytes(), filename=path.name, external_id=external_id)


class Options(TypedDict, total=False):
    """What decides the gate on the service; what is left out keeps its default there."""

    fail_on: list[str]  # rule ids and verdicts
    max_could_not_check: float  # percent
    min_reader_verifiable: float  # percent
    on_inconclusive: Literal["fail", "warn", "pass"]


@dataclass(frozen=True, slots=True)
class Verification:
    """A verification: how far it is, and what came of it."""

    id: str
    revision: int
    status: JobStatus
    stage: Stage
    stages: dict[Stage, Progress]
    gate: GateResult | None
    title: str | None
    url: str | None
    external_id: str | None
    error: str | None
    created_at: datetime
    updated_at: datetime
    completed_at: datetime | None

    @property
    def has_report(self) -> bool:
        """Whether it ended with a report."""
        return self.status in WITH_REPORT


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the list, newest first."""

    items: tuple[Verification, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that has come about: ``stage``, ``source``, ``statement`` or ``end``."""

    kind: str
    data: dict[str, object]
    id: str


@dataclass(frozen=True, slots=True)
class Decided:
    """An editor's word on a statement, and the gate with it taken in."""

    statement_id: str
    revision: int
    action: str
    verdict: Verdict | None
    by: str
    reason: str
    at: datetime
    computed_verdict: Verdict
    gate: GateResult


@dataclass(frozen=True, slots=True)
class ComparedReport:
    """One of the two reports of a comparison."""

    id: str
    revision: int
    checked_at: datetime
    gate: GateResult


@dataclass(frozen=True, slots=True)
class ComparedStatement:
    """A statement as one of the two reports judges it."""

    id: str
    text: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class ChangedVerdict:
    """A statement of both whose verdict is another; ``why`` is empty if nothing under it is."""

    before: ComparedStatement
    after: ComparedStatement
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedSource:
    """A source whose access or text is another; ``None`` where it is not cited."""

    url: str
    before: Access | None
    after: Access | None
    text_changed: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What has changed from one report to another."""

    before: ComparedReport
    after: ComparedReport
    changed: tuple[ChangedVerdict, ...]
    added: tuple[ComparedStatement, ...]
    removed: tuple[ComparedStatement, ...]
    unchanged: int
    sources: tuple[ChangedSource, ...]


@dataclass(frozen=True, slots=True)
class Webhook:
    """A registered receiver, without its secret."""

    id: str
    url: str
    events: tuple[EventType, ...]
    created_at: datetime
    disabled_at: datetime | None
    disabled_by: str | None
    old_secret_until: datetime | None
    ping: Ping | None


@dataclass(frozen=True, slots=True)
class WebhookWithSecret:
    """A receiver with its new secret, which is shown this once."""

    webhook: Webhook
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Webhooks:
    """Every receiver of a tenant, oldest first."""

    items: tuple[Webhook, ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """An event on its way to a receiver. ``event_id`` is the ``webhook-id``."""

    id: str
    event_id: str
    type: EventType
    verification_id: str
    revision: int
    sequence: int
    state: DeliveryState
    attempts: int
    due_at: datetime
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Deliveries:
    """A page of deliveries, newest first."""

    items: tuple[Delivery, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Redelivered:
    """The deliveries that are made once more."""

    delivery_ids: tuple[str, ...]
