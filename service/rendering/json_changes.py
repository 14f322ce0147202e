"""Changes since an earlier check in, their dictionaries in report.json out, and back. Pure."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from service.domain import ChangeKind, EarlierCheck, SourceChange


def earlier_to_dict(earlier: EarlierCheck | None) -> dict[str, object] | None:
    """Write the check that was compared with; ``None`` where there was none."""
    if earlier is None:
        return None
    moment = earlier.checked_at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return {"id": earlier.report_id, "checked_at": moment, "revision": earlier.revision}


def earlier_from_dict(data: Mapping[str, Any] | None) -> EarlierCheck | None:
    """Read it. Raises KeyError or ValueError for what is none."""
    if data is None:
        return None
    moment = datetime.fromisoformat(data["checked_at"])
    return EarlierCheck(data["id"], moment, data.get("revision", 1))


def change_to_dict(change: SourceChange) -> dict[str, object]:
    """Write a change; what is not known is ``None``."""
    return {**asdict(change), "kind": change.kind.value}


def change_from_dict(data: Mapping[str, Any]) -> SourceChange:
    """Read a change. Raises KeyError or ValueError for what is none."""
    return SourceChange(
        kind=ChangeKind(data["kind"]),
        source_id=data["source_id"],
        statement_id=data["statement_id"],
        before=data["before"],
        after=data.get("after"),
        start=data.get("start"),
        end=data.get("end"),
        diff=data.get("diff"),
    )
