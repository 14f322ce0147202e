"""What an editor decides on a statement: asked for beside its evidence, and kept. I/O."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import ValidationError
from starlette.responses import Response

from service.domain import (
    Assessment,
    Decision,
    DecisionAction,
    Evidence,
    Finding,
    Report,
    StatementKind,
    Verdict,
    Verification,
)
from service.errors import NotFound
from service.rendering import words
from service.rendering.html.wording import SAID_ALOUD, Pieces, passage_of, said_of
from service.routes.acceptance import load
from service.routes.bodies import errors_of
from service.routes.decisions import keep_decision
from service.routes.house import IdDep
from service.routes.pages.listing import name_of
from service.routes.pages.visiting import EditorFormDep, ReaderDep, Visit, go
from service.routes.reports import load_report
from service.schemas.decision import DecisionRequest
from service.schemas.problem import problem_of_fields
from service.schemas.verification import VerificationView

_FIELDS = ("action", "verdict", "by", "reason")

StatementId = Annotated[str, Path(alias="sid")]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Action:
    """How a decision is named, what it means, and how it is told of afterwards."""

    name: str
    meaning: str
    past: str


ACTIONS = {
    DecisionAction.ACCEPT: Action("Accept", "The computed verdict counts.", "Accepted"),
    DecisionAction.OVERRIDE: Action(
        "Override", "Your verdict counts at the gate in its place.", "Overridden"
    ),
    DecisionAction.DISPUTE: Action(
        "Dispute", "Neither counts, and the gate cannot pass meanwhile.", "Disputed"
    ),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A statement, by its place in the article from 1, and what was decided on it."""

    place: int
    assessment: Assessment
    decisions: tuple[Decision, ...]
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The computed one."""
        return self.assessment.verdict

    @property
    def standing(self) -> Decision | None:
        """The newest decision, where it still stands."""
        newest = self.decisions[-1] if self.decisions else None
        return newest if newest is not None and newest.is_standing else None


@router.get("/verifications/{id}/decisions")  # noqa: FAST003  IdDep takes it, by its alias
def decisions(visit: ReaderDep, verification_id: IdDep) -> Response:
    """Show every statement, the worst and undecided first, with what was decided."""
    verification = load(visit.house, verification_id, visit.tenant)
    report = load_report(visit.house, verification)
    return visit.show("decisions.html", **_of(verification, report), cases=_cases(report))


@router.get("/verifications/{id}/statements/{sid}")  # noqa: FAST003  taken by their aliases
def statement(visit: ReaderDep, verification_id: IdDep, statement_id: StatementId) -> Response:
    """Show one statement with its evidence, and the form to decide on it."""
    verification = load(visit.house, verification_id, visit.tenant)
    return _statement(visit, verification, statement_id, {}, {})


@router.post("/verifications/{id}/statements/{sid}")  # noqa: FAST003  taken by their aliases
def decide(sent: EditorFormDep, verification_id: IdDep, statement_id: StatementId) -> Response:
    """Keep the decision, and show it."""
    visit = sent.visit
    typed = {name: sent.field(name) for name in _FIELDS}
    if typed["action"] != DecisionAction.OVERRIDE:
        typed["verdict"] = ""
    try:
        asked = DecisionRequest.model_validate({n: v for n, v in typed.items() if v})
    except ValidationError as err:
        verification = load(visit.house, verification_id, visit.tenant)
        return _statement(visit, verification, statement_id, typed, _told(err))
    keep_decision(visit.house, visit.tenant, verification_id, statement_id, asked)
    return go(f"/verifications/{verification_id}/statements/{statement_id}", "decided")


def _told(err: ValidationError) -> dict[str, str]:
    """Give what is wrong by the field, in the words of a form."""
    problem = problem_of_fields(errors_of(err), place="body")
    told = {}
    for each in problem.errors or ():
        name = each.pointer[1:] or "verdict"
        missing = "Field required" in each.detail
        told[name] = "Please fill this in." if missing else each.detail
    return told


def _statement(
    visit: Visit,
    verification: Verification,
    statement_id: str,
    typed: dict[str, str],
    told: dict[str, str],
) -> Response:
    report = load_report(visit.house, verification)
    shown = _of_article(report)
    ids = [each.statement.id for each in shown]
    if statement_id not in ids:
        raise NotFound("The newest report has no such statement.")
    place = ids.index(statement_id) + 1
    assessment = shown[place - 1]
    return visit.show(
        "statement.html",
        422 if told else 200,
        **_of(verification, report),
        case=_case(report, place, assessment),
        said=said_of(assessment),
        passages=_passages(report, assessment),
        aloud=SAID_ALOUD,
        before=ids[place - 2] if place > 1 else None,
        after=ids[place] if place < len(ids) else None,
        total=len(ids),
        typed=typed,
        told=told,
    )


def _passages(
    report: Report, assessment: Assessment
) -> tuple[tuple[Evidence, Pieces, str | None], ...]:
    """Give each passage with its words marked, and the language of its page."""
    pages = {source.id: source.page for source in report.sources}
    return tuple(
        (each, passage_of(each, assessment), page.language if page else None)
        for each in assessment.evidence
        for page in (pages.get(each.source_id),)
    )


def _of(verification: Verification, report: Report) -> dict[str, object]:
    view = VerificationView.of(verification)
    return {
        "view": view,
        "name": name_of(view),
        "report": report,
        "words": words,
        "actions": ACTIONS,
        "texts": {source.id: words.title_of(source) for source in report.sources},
    }


def _cases(report: Report) -> tuple[Case, ...]:
    """Give every statement that can be decided on, the undecided first, then the worst."""
    order = {verdict: place for place, verdict in enumerate(words.VERDICTS)}
    cases = [_case(report, place, each) for place, each in enumerate(_of_article(report), start=1)]
    return tuple(sorted(cases, key=lambda c: (c.standing is not None, order[c.verdict])))


def _of_article(report: Report) -> list[Assessment]:
    """Give the statements in the order of the text, as the report numbers them."""
    kept = (a for a in report.assessments if a.statement.kind is not StatementKind.BOILERPLATE)
    return sorted(kept, key=lambda each: each.statement.start)


def _case(report: Report, place: int, assessment: Assessment) -> Case:
    found = tuple(d for d in report.decisions if d.statement_id == assessment.statement.id)
    findings = tuple(f for f in report.findings if f.statement_id == assessment.statement.id)
    return Case(place, assessment, found, findings)
