"""Checks made anew, and one revision held beside another. I/O."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from service.domain import Recheck
from service.errors import InvalidInput
from service.policy import Why
from service.rendering import words
from service.routes.acceptance import load
from service.routes.house import IdDep, known_id
from service.routes.pages.listing import Counted, in_order, name_of
from service.routes.pages.visiting import EditorFormDep, ReaderDep, Visit, go
from service.routes.reports import Revision
from service.routes.revisions import begin_recheck, compare_verifications
from service.schemas.comparison import ComparisonView
from service.schemas.verification import VerificationView
from service.store import open_store

WHY = {
    Why.SOURCE_NOW_READ: "a source could be read this time",
    Why.SOURCE_NO_LONGER_READ: "a source could not be read any more",
    Why.SOURCE_TEXT_CHANGED: "a source reads otherwise than before",
    Why.SOURCE_ADDED: "a source was added",
    Why.SOURCE_REMOVED: "a source was removed",
    Why.CHECKED_BY_ANOTHER_VERSION: "another version of Sourceproof or its rules checked it",
}


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A revision that has a report, and how its statements fared, the worst first."""

    revision: int
    created_at: datetime
    shown: Counted


router = APIRouter()

Other = Annotated[str, Query(max_length=200, description="An id, or the address of its page.")]


@router.post("/verifications/{id}/recheck")  # noqa: FAST003  IdDep takes it, by its alias
def recheck(sent: EditorFormDep, verification_id: IdDep) -> Response:
    """Begin the next revision, and show how far it is."""
    mode = sent.field("sources")
    if mode not in set(Recheck):
        raise InvalidInput("Choose which sources are to be read again.", pointer="/sources")
    begin_recheck(sent.visit.house, sent.visit.tenant, verification_id, Recheck(mode))
    return go(f"/verifications/{verification_id}")


@router.get("/verifications/{id}/revisions")  # noqa: FAST003  IdDep takes it, by its alias
def revisions(visit: ReaderDep, verification_id: IdDep) -> Response:
    """Show which revisions there are, and offer the next."""
    verification = load(visit.house, verification_id, visit.tenant)
    with open_store(visit.house.engine, reading=True) as store:
        kept = store.list_reports(verification_id)
    view = VerificationView.of(verification)
    return visit.show(
        "revisions.html",
        view=view,
        name=name_of(view),
        kept=[KeptRow(each.revision, each.created_at, in_order(each.counts)) for each in kept],
    )


@router.get("/verifications/{id}/compare")  # noqa: FAST003  IdDep takes it, by its alias
def compare(
    visit: ReaderDep,
    verification_id: IdDep,
    other: Other = "",
    revision: Revision = None,
    other_revision: Revision = None,
) -> Response:
    """Show which verdicts are others than before, and why."""
    other_id = _id_in(other) or verification_id
    found = compare_verifications(
        visit.house, visit.tenant, verification_id, other_id, revision, other_revision
    )
    return _compared(visit, verification_id, found)


def _compared(visit: Visit, verification_id: str, found: ComparisonView) -> Response:
    view = VerificationView.of(load(visit.house, verification_id, visit.tenant))
    other = VerificationView.of(load(visit.house, found.before.id, visit.tenant))
    return visit.show(
        "compare.html",
        view=view,
        name=name_of(view),
        other_name=name_of(other),
        found=found,
        words=words,
        why=WHY,
    )


def _id_in(other: str) -> str:
    """Find the id in what was given: itself, or the address of one of its pages."""
    parts = [part for part in other.split("?", 1)[0].strip().split("/") if part]
    named = next((part for part in parts if part.startswith("vf_")), other.strip())
    return known_id(named) if named else ""
