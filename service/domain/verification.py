"""A verification: what was asked for, and how far it has come. Pure."""

from dataclasses import dataclass, field
from datetime import datetime

from service.domain.article import Article
from service.domain.ignores import InlineIgnore
from service.domain.publication import DraftMarks
from service.domain.report import Limit
from service.domain.schedule import Schedule
from service.domain.source import Source, SuppliedSource
from service.domain.vocabulary import GateResult, HappeningKind, JobStatus, Recheck, Stage


@dataclass(frozen=True, slots=True)
class Submission:
    """What a caller asked for.

    ``content`` holds the bytes of the draft as they were sent; where it is ``None``,
    the article is to be fetched from ``url``. With both, ``url`` is where it stands.
    ``options`` are those of the contract, already validated, by their wire names.
    """

    content: bytes | None = None
    media_type: str | None = None
    url: str | None = None
    filename: str | None = None
    title: str | None = None
    language: str | None = None
    published_at: datetime | None = None
    external_id: str | None = None
    sources: tuple[SuppliedSource, ...] = ()
    options: dict[str, object] = field(default_factory=dict)
    callback_url: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as read, with the sources it rests on, not yet fetched.

    Sources stand in the order of their first citation, those supplied by hand last.
    """

    article: Article
    sources: tuple[Source, ...] = ()
    limits: tuple[Limit, ...] = ()
    marks: DraftMarks = field(default_factory=DraftMarks)
    ignores: tuple[InlineIgnore, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a stage is done; ``total`` is ``None`` until it is known."""

    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that has come about, as listeners are told; ``data`` holds what JSON knows."""

    kind: HappeningKind
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class Verification:
    """The record of one check, as the front door shows it.

    ``title`` is the article's own, ``None`` until it was read. ``recheck`` says how the
    present revision is made; ``None`` for the first. ``trace`` is the W3C ``traceparent`` of
    the request that began the revision, where requests are traced.
    """

    id: str
    tenant: str
    status: JobStatus
    stage: Stage
    submission: Submission
    created_at: datetime
    updated_at: datetime
    completed_at: datetime | None = None
    progress: dict[Stage, Progress] = field(default_factory=dict)
    gate: GateResult | None = None
    error: str | None = None
    revision: int = 1
    title: str | None = None
    recheck: Recheck | None = None
    schedule: Schedule | None = None
    trace: str | None = None
