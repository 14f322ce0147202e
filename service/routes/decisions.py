"""What editors decide on statements: taken, kept, and weighed at the gate. I/O."""

from datetime import UTC, datetime
from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Path, Request

from service.domain import Act, AuditAction, Decision, Report
from service.errors import NotFound
from service.policy import Ruling, decided, grounds_of, make_policy
from service.routes.acceptance import load
from service.routes.acting import act
from service.routes.bodies import JSON_TYPE, documented_body, read_json
from service.routes.documented import problems
from service.routes.house import House, HouseDep, IdDep, TenantDep
from service.routes.reports import load_computed
from service.schemas.decision import DECISION_REQUEST_EXAMPLE, DecisionRequest, DecisionView
from service.schemas.verification import PATH
from service.store import open_store

router = APIRouter(tags=["verifications"])


@router.post(
    PATH + "/{id}/statements/{sid}/decisions",
    status_code=201,
    summary="Accept, dispute or override a verdict",
    openapi_extra=documented_body("DecisionRequest", DECISION_REQUEST_EXAMPLE),
    responses={
        201: {"content": {JSON_TYPE: {"example": "decision"}}},
        **problems(
            "malformed_json",
            "no_key",
            "foreign_page",
            "no_such_verification",
            "no_such_statement",
            "not_finished",
            "too_large",
            "not_json",
            "no_verdict",
            "record_down",
        ),
    },
)
async def decide(
    request: Request,
    house: HouseDep,
    tenant: TenantDep,
    verification_id: IdDep,
    statement_id: Annotated[
        str, Path(alias="sid", description="The id of the statement in the newest report.")
    ],
) -> DecisionView:
    """Keep an editor's word on a statement of the newest report; the newest word counts.

    The computed verdict stays visible, and the gate takes the decision in. A recheck keeps
    it while the statement and its evidence are the same, and opens the statement again
    where they are not.
    """
    asked = await read_json(request, DecisionRequest)
    return await run_sync(keep_decision, house, tenant, verification_id, statement_id, asked)


def keep_decision(
    house: House, tenant: str, verification_id: str, statement_id: str, asked: DecisionRequest
) -> DecisionView:
    """Keep the decision, and let the gate be what it makes of it. Raises NotFound, HttpProblem."""
    verification = load(house, verification_id, tenant)
    report = load_computed(house, verification)
    ground = grounds_of(report).get(statement_id)
    if ground is None:
        raise NotFound("The newest report has no such statement.")
    decision = _decision_of(asked, statement_id, report)
    policy = make_policy(verification.submission.options)
    with open_store(house.engine) as store:
        store.add_ruling(verification_id, report.revision, Ruling(decision, ground))
        told = decided(report, store.list_rulings(verification_id), policy)
        store.set_gate(verification_id, report.revision, told.gate.result)
        store.note(_act(tenant, verification_id, decision))
    computed = next(a.verdict for a in report.assessments if a.statement.id == statement_id)
    return DecisionView.of(decision, computed, told.gate.result)


def _act(tenant: str, verification_id: str, decision: Decision) -> Act:
    """Say what was decided; who decides by name, and why, stand in the decision alone."""
    return act(
        tenant,
        AuditAction.DECIDED,
        verification_id,
        statement_id=decision.statement_id,
        revision=decision.revision,
        decision=decision.action,
        verdict=None if decision.verdict is None else decision.verdict.value,
    )


def _decision_of(asked: DecisionRequest, statement_id: str, report: Report) -> Decision:
    return Decision(
        statement_id=statement_id,
        action=asked.action.value,
        by=asked.by,
        reason=asked.reason,
        at=datetime.now(UTC),
        verdict=asked.verdict,
        revision=report.revision,
    )
