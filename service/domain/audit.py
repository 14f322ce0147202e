"""What was done, by whom, to which id: the entries of the audit log. Pure.

An entry holds ids and words of closed lists alone, so it may outlive what it tells of.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

# Who did it, where it was no key: the user of a service without keys, the operator at the
# terminal, a receiver of webhooks by its answer, the days of retention.
LOCAL, COMMAND, RECEIVER, RETENTION = "local", "command", "receiver", "retention"

Fact = str | int | None | tuple[str, ...]


class AuditAction(StrEnum):
    """What is written down, by the name on the wire."""

    DECIDED = "decision.made"
    ERASED = "verification.erased"
    EXPIRED = "verification.expired"
    CANCELLED = "verification.cancelled"
    SCHEDULE_ENDED = "schedule.ended"
    KEY_CREATED = "key.created"
    KEY_REVOKED = "key.revoked"
    SIGNED_IN = "session.opened"
    SIGNED_OUT = "session.closed"
    WEBHOOK_REGISTERED = "webhook.registered"
    WEBHOOK_ROTATED = "webhook.rotated"
    WEBHOOK_DISABLED = "webhook.disabled"
    WEBHOOK_ENABLED = "webhook.enabled"
    WEBHOOK_REMOVED = "webhook.removed"


@dataclass(frozen=True, slots=True)
class Act:
    """Something that was done. ``who`` is the id of a key, or one of the words above.

    ``detail`` holds ids, revisions and words of closed lists: nothing that a person wrote.
    """

    tenant: str
    who: str
    action: AuditAction
    subject: str
    request_id: str | None = None
    detail: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An act as it was written down."""

    id: str
    at: datetime
    act: Act
