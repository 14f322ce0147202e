"""What an editor sends of a decision in, its noun out; and what the API answers. Pure."""

from datetime import datetime
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from service.domain import Decision, DecisionAction, GateResult, Verdict
from service.schemas.fields import Name, Text

MAX_NAME = 200  # code points
MAX_REASON = 4_000

DECISION_REQUEST_EXAMPLE: Final = {
    "action": "override",
    "verdict": "supported",
    "by": "J. Meyer",
    "reason": "Page 4 of the minutes says so in a table.",
}
DECISION_EXAMPLE: Final = {
    "statement_id": "st1",
    "revision": 1,
    "action": "override",
    "verdict": "supported",
    "by": "J. Meyer",
    "reason": "Page 4 of the minutes says so in a table.",
    "at": "2026-03-02T09:00:00Z",
    "computed_verdict": "not_found",
    "gate": "pass",
}


class DecisionRequest(BaseModel):
    """An editor's word on a statement."""

    model_config = ConfigDict(
        title="DecisionRequest",
        extra="forbid",
        json_schema_extra={
            "if": {"properties": {"action": {"const": "override"}}},
            "then": {
                "required": ["verdict"],
                "properties": {"verdict": {"type": "string"}},
            },
            "else": {"properties": {"verdict": {"type": "null"}}},
        },
    )

    action: Annotated[
        DecisionAction,
        Field(
            description="`accept` lets the computed verdict count; `dispute` takes the findings "
            "of the statement out of account and keeps the gate from passing; `override` lets "
            "your `verdict` count at the gate."
        ),
    ]
    verdict: Annotated[
        Verdict | None, Field(description="Your own; of an `override`, and of nothing else.")
    ] = None
    by: Annotated[Name, Field(max_length=MAX_NAME, description="Who decides.")]
    reason: Annotated[Text, Field(max_length=MAX_REASON, description="Why.")]

    @model_validator(mode="after")
    def _verdict_of_override(self) -> Self:
        if (self.action is DecisionAction.OVERRIDE) != (self.verdict is not None):
            raise ValueError("An override, and nothing else, names a verdict.")
        return self


class DecisionView(BaseModel):
    """A decision that was kept, and the gate as it is with it."""

    model_config = ConfigDict(title="StatementDecision")

    statement_id: str
    revision: int
    action: DecisionAction
    verdict: Verdict | None
    by: str
    reason: str
    at: datetime
    computed_verdict: Annotated[Verdict, Field(description="It stays visible in the report.")]
    gate: Annotated[GateResult, Field(description="Of the report, with every decision.")]

    @classmethod
    def of(cls, decision: Decision, computed: Verdict, gate: GateResult) -> Self:
        """Show a decision."""
        return cls(
            statement_id=decision.statement_id,
            revision=decision.revision or 1,
            action=DecisionAction(decision.action),
            verdict=decision.verdict,
            by=decision.by,
            reason=decision.reason,
            at=decision.at,
            computed_verdict=computed,
            gate=gate,
        )
