"""A check erased for good, once that was asked twice. I/O."""

from fastapi import APIRouter
from starlette.responses import Response

from service.routes.acceptance import load
from service.routes.ending import erase_verification
from service.routes.house import IdDep
from service.routes.pages.listing import name_of
from service.routes.pages.visiting import EditorFormDep, ReaderDep, go
from service.schemas.verification import VerificationView

router = APIRouter()


@router.get("/verifications/{id}/erase")  # noqa: FAST003  IdDep takes it, by its alias
def confirm(visit: ReaderDep, verification_id: IdDep) -> Response:
    """Ask whether it is to be erased."""
    view = VerificationView.of(load(visit.house, verification_id, visit.tenant))
    return visit.show("erase.html", view=view, name=name_of(view))


@router.post("/verifications/{id}/erase")  # noqa: FAST003  IdDep takes it, by its alias
def erase(sent: EditorFormDep, verification_id: IdDep) -> Response:
    """Erase it."""
    erase_verification(sent.visit.house, sent.visit.tenant, verification_id)
    return go("/verifications", "erased")
