"""The tables of the record. Pure: names and columns, no connection.

JSON is kept in TEXT columns with every character escaped, because PostgreSQL
refuses NUL in ``text`` and in ``jsonb``, and a draft may hold one.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """A moment, always aware and in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; a naive moment is a mistake of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("moments of the record must carry a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn back into an aware moment in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _of_verification(*, primary_key: bool = False) -> Column[str]:
    return Column(
        "verification_id",
        String(40),
        ForeignKey("verifications.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


verifications = Table(
    "verifications",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("status", String(24), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("submission", Text, nullable=False),  # JSON, without the bytes of the draft
    Column("external_id", Text),
    Column("article_key", Text),  # what all addresses of the article have in common
    Column("title", Text),  # of the article, once it was read
    Column("idempotency_key", Text),
    Column("body_hash", String(64)),
    Column("progress", Text, nullable=False),
    Column("gate", String(16)),
    Column("error", Text),
    Column("revision", Integer, nullable=False),
    Column("recheck", String(16)),  # how the present revision is made; NULL for the first
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("completed_at", Instant),
    # How often the present stage was begun; bounds what keeps crashing.
    Column("attempts", Integer, nullable=False),
    # Who works on the stage, and until when that is believed without a sign of life.
    Column("claimant", Text),
    Column("claimed_until", Instant),
    # When the sweep is to ring for this row; NULL once nothing more will happen by itself.
    Column("ring_at", Instant),
    # Rechecks that are made by themselves: seconds between two, how many are left, the next.
    Column("schedule_every", Integer),
    Column("schedule_left", Integer),
    Column("schedule_at", Instant),
    Column("trace", String(55)),  # the traceparent of the request that began the revision
    UniqueConstraint("tenant", "idempotency_key"),
    Index("ix_verifications_schedule_at", "schedule_at"),
    Index("ix_verifications_tenant_id", "tenant", "id"),
    Index("ix_verifications_tenant_external_id", "tenant", "external_id"),
    Index("ix_verifications_tenant_article_key", "tenant", "article_key"),
    Index("ix_verifications_tenant_status", "tenant", "status"),
    Index("ix_verifications_ring_at", "ring_at"),
    Index("ix_verifications_created_at", "created_at"),
)

drafts = Table(
    "drafts",
    metadata,
    _of_verification(primary_key=True),
    Column("content", LargeBinary, nullable=False),  # as sent
)

readings = Table(
    "readings",
    metadata,
    _of_verification(primary_key=True),
    Column("body", Text, nullable=False),  # JSON, without the texts of the sources
)

snapshots = Table(
    "snapshots",
    metadata,
    _of_verification(primary_key=True),
    Column("revision", Integer, primary_key=True, server_default="1"),
    Column("source_id", String(64), primary_key=True),
    Column("sha256", String(64), nullable=False),  # of the text in UTF-8
    Column("text", LargeBinary, nullable=False),  # zlib of the text in UTF-8
)

recordings = Table(
    "recordings",
    metadata,
    _of_verification(primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("part", Integer, primary_key=True),  # 0, 1, … of one file
    Column("content", LargeBinary, nullable=False),  # WARC/1.1, gzip
)

reports = Table(
    "reports",
    metadata,
    _of_verification(primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("body", Text, nullable=False),  # JSON, without the texts of the sources
    Column("counts", Text, nullable=False),  # JSON: statements per verdict
    Column("created_at", Instant, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String(40), primary_key=True),
    _of_verification(),
    Column("revision", Integer, nullable=False),  # of the report it was made on
    # What it was made on, as digests: the statement's words, and what was found.
    Column("words", String(64), nullable=False),
    Column("found", String(64), nullable=False),
    Column("body", Text, nullable=False),  # JSON
    Index("ix_decisions_verification_id", "verification_id"),
)

# The verdicts and rules of the newest report, for lists to be filtered by.
marks = Table(
    "marks",
    metadata,
    _of_verification(primary_key=True),
    Column("mark", String(40), primary_key=True),
)

events = Table(
    "events",
    metadata,
    Column("id", String(40), primary_key=True),  # the webhook-id: stable across retries
    _of_verification(),
    Column("revision", Integer, nullable=False),
    Column("type", String(40), nullable=False),
    Column("sequence", Integer, nullable=False),  # counts the events of one verification
    # How the verification stood then; it may be at a later revision when this is told.
    Column("status", String(24)),
    Column("gate", String(16)),
    Column("told", Text),  # JSON: what is told beside these
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("verification_id", "revision", "type"),
    UniqueConstraint("verification_id", "sequence"),
)

# What listeners are told while a verification is worked on, several to a row.
happenings = Table(
    "happenings",
    metadata,
    _of_verification(primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("first", Integer, primary_key=True),  # number of the first one in the row
    Column("last", Integer, nullable=False),
    Column("body", Text, nullable=False),  # JSON
    Column("created_at", Instant, nullable=False),
    Index("ix_happenings_created_at", "created_at"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("event_id", String(40), ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("url", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("ring_at", Instant, nullable=False),  # when the sweep is to ring for it
    Column("webhook_id", String(40)),  # the registered receiver, where it is one
    CheckConstraint("state IN ('pending', 'delivered', 'failed', 'disabled')", name="state"),
    UniqueConstraint("event_id", "url"),
    Index("ix_deliveries_state_ring_at", "state", "ring_at"),
    Index("ix_deliveries_webhook_id", "webhook_id", "id"),
)

delivery_attempts = Table(
    "delivery_attempts",
    metadata,
    Column(
        "delivery_id",
        String(40),
        ForeignKey("deliveries.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("number", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("status", Integer),  # of the receiver's reply, whose body is never kept
    Column("outcome", String(24), nullable=False),
    Column("seconds", Float),  # that it took
)

api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False, unique=True),  # sha256, hexadecimal
    Column("created_at", Instant, nullable=False),
    Column("last_used_at", Instant),
    Column("revoked_at", Instant),
    Column("scopes", String(64), nullable=False, server_default="read verify admin"),
    Column("expires_at", Instant),
    Index("ix_api_keys_tenant", "tenant"),
)

browser_sessions = Table(
    "browser_sessions",
    metadata,
    Column("digest", String(64), primary_key=True),  # sha256 of the token, hexadecimal
    Column("key_id", String(40), ForeignKey("api_keys.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
)

webhooks = Table(
    "webhooks",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("tenant", String(64), nullable=False),
    Column("url", Text, nullable=False),
    Column("events", Text, nullable=False),  # JSON: those it is told of; [] is all
    Column("secret", Text, nullable=False),
    Column("old_secret", Text),  # signs too, until then
    Column("old_until", Instant),
    Column("created_at", Instant, nullable=False),
    Column("disabled_at", Instant),
    Column("disabled_by", String(24)),
    Column("ping_at", Instant),
    Column("ping_status", Integer),
    Column("ping_outcome", String(24)),
    Index("ix_webhooks_tenant", "tenant"),
)
