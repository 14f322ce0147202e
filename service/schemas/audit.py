"""Entries of the audit log, as an administrator asks for them and sees them. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Final, Self
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from service.domain import AuditAction, AuditEntry
from service.schemas.fields import Line, Moment
from service.schemas.verification import PageLinks

PATH: Final = "/v1/audit"
MAX_ID = 40  # characters of an id

AUDIT_EXAMPLE: Final = {
    "items": [
        {
            "id": "au_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
            "at": "2026-03-02T09:00:00Z",
            "who": "key_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
            "action": "verification.erased",
            "subject": "vf_019ab0c1d2e34f5a6b7c8d9e0f1a2b3c4",
            "request_id": "req_019ab0c1d2e34f5a6b7c8d9e",
            "detail": {},
        }
    ],
    "next_cursor": None,
    "links": {"next": None},
}

Id = Annotated[Line, Field(max_length=MAX_ID)]


class AuditQuery(BaseModel):
    """How the log is narrowed, and where its page begins."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=100, description="How many on a page.")] = 50
    cursor: Annotated[
        str | None, Field(max_length=200, description="`next_cursor` of the page before.")
    ] = None
    action: Annotated[AuditAction | None, Field(description="Only acts of this kind.")] = None
    who: Annotated[Id | None, Field(description="Only what this key did.")] = None
    subject: Annotated[
        Id | None, Field(description="Only what was done to the thing of this id.")
    ] = None
    since: Annotated[Moment | None, Field(description="Only at that moment or later.")] = None
    until: Annotated[Moment | None, Field(description="Only before that moment.")] = None

    def following(self, cursor: str) -> str:
        """Give the query of the next page: the same, but for where it begins."""
        asked = self.model_dump(mode="json", exclude_none=True) | {"cursor": cursor}
        return urlencode(asked)


class AuditEntryView(BaseModel):
    """What was done, by whom, to which id. Holds no text of an article, nor of a person."""

    model_config = ConfigDict(title="AuditEntry")

    id: str
    at: datetime
    who: Annotated[
        str,
        Field(
            description="The id of the key that was used; else `local` (a service without keys), "
            "`command` (at the operator's terminal), `receiver` (which answered 410) or "
            "`retention` (its days were over)."
        ),
    ]
    action: AuditAction
    subject: Annotated[str, Field(description="The id of what it was done to; it may be gone.")]
    request_id: Annotated[
        str | None, Field(description="The `X-Request-Id` of the request; null without one.")
    ]
    detail: Annotated[
        dict[str, str | int | list[str] | None],
        Field(description="Ids and words of closed lists, as the statement of a decision."),
    ]

    @classmethod
    def of(cls, entry: AuditEntry) -> Self:
        """Show an entry."""
        act = entry.act
        return cls(
            id=entry.id,
            at=entry.at,
            who=act.who,
            action=act.action,
            subject=act.subject,
            request_id=act.request_id,
            detail={k: list(v) if isinstance(v, tuple) else v for k, v in act.detail.items()},
        )


class AuditPage(BaseModel):
    """One page of the log, newest first."""

    model_config = ConfigDict(title="AuditPage")

    items: list[AuditEntryView]
    next_cursor: str | None
    links: PageLinks

    @classmethod
    def of(cls, items: Iterable[AuditEntry], next_cursor: str | None, link: str | None) -> Self:
        """Show a page."""
        shown = [AuditEntryView.of(each) for each in items]
        return cls(items=shown, next_cursor=next_cursor, links=PageLinks(next=link))
