"""The report of a check, in the app. I/O."""

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.responses import Response

from service.routes.acceptance import load
from service.routes.house import IdDep
from service.routes.pages.listing import WITH_REPORT
from service.routes.pages.visiting import ReaderDep, go
from service.routes.reports import Revision
from service.schemas.verification import PATH

router = APIRouter()


@router.get("/verifications/{id}/report")  # noqa: FAST003  IdDep takes it, by its alias
def report(visit: ReaderDep, verification_id: IdDep, revision: Revision = None) -> Response:
    """Lead to the newest report there is, or to that of a revision; before there is one, back."""
    verification = load(visit.house, verification_id, visit.tenant)
    if verification.status not in WITH_REPORT and revision is None:
        return go(f"/verifications/{verification_id}")
    query = "" if revision is None else f"?{urlencode({'revision': revision})}"
    return go(f"{PATH}/{verification_id}/report{query}")
