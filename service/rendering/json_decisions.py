"""A decision in, its part of report.json out, and back. Pure."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from service.domain import Decision, Verdict


def decision_to_dict(decision: Decision) -> dict[str, object]:
    """Give a decision as the contract has it, and additively what it rests on."""
    return {
        "statement_id": decision.statement_id,
        "action": str(decision.action),
        "by": decision.by,
        "reason": decision.reason,
        "at": decision.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "verdict": decision.verdict and decision.verdict.value,
        "revision": decision.revision,
        "is_standing": decision.is_standing,
    }


def decision_from_dict(data: Mapping[str, Any]) -> Decision:
    """Read it again; what came later than the contract has a default."""
    verdict = data.get("verdict")
    return Decision(
        statement_id=data["statement_id"],
        action=data["action"],
        by=data["by"],
        reason=data["reason"],
        at=datetime.fromisoformat(data["at"]),
        verdict=None if verdict is None else Verdict(verdict),
        revision=data.get("revision"),
        is_standing=data.get("is_standing", True),
    )
