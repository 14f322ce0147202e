"""A suppression in, its part of report.json out, and back. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from service.domain import Suppression, SuppressionKind


def suppression_to_dict(suppression: Suppression | None) -> dict[str, object] | None:
    """Write days in ISO 8601, and ``null`` for a finding that counts."""
    if suppression is None:
        return None
    return {
        "kind": suppression.kind.value,
        "reason": suppression.reason,
        "by": suppression.by,
        "since": suppression.since and suppression.since.isoformat(),
        "until": suppression.until and suppression.until.isoformat(),
    }


def suppression_from_dict(data: Mapping[str, Any] | None) -> Suppression | None:
    """Read it again."""
    if data is None:
        return None
    return Suppression(
        kind=SuppressionKind(data["kind"]),
        reason=data["reason"],
        by=data.get("by"),
        since=_day(data.get("since")),
        until=_day(data.get("until")),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
