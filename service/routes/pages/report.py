"""The report of a check, with the app's own controls in it. I/O."""

from fastapi import APIRouter
from markupsafe import Markup
from starlette.responses import Response

from service.domain import Report, StatementKind
from service.rendering.html import Slots, render_html
from service.routes.acceptance import load
from service.routes.headers import policy_for_framed_document
from service.routes.house import IdDep
from service.routes.pages.listing import WITH_REPORT, name_of
from service.routes.pages.visiting import ReaderDep, Visit, go
from service.routes.placing import with_snapshot_urls
from service.routes.reports import Revision, load_report
from service.schemas.verification import VerificationView
from service.web import piece
from service.web.assets import asset

_HEAD = Markup(
    '<link rel="stylesheet" href="{}"><link rel="icon" href="{}" type="image/svg+xml">'
).format(asset("bar.css"), asset("icon.svg"))

router = APIRouter()


@router.get("/verifications/{id}/report")  # noqa: FAST003  IdDep takes it, by its alias
def report(visit: ReaderDep, verification_id: IdDep, revision: Revision = None) -> Response:
    """Show the newest report there is, or that of a revision; before there is one, how far."""
    verification = load(visit.house, verification_id, visit.tenant)
    if verification.status not in WITH_REPORT and revision is None:
        return go(f"/verifications/{verification_id}")
    told = load_report(visit.house, verification, revision)
    # The report links to whole addresses alone, for a relative one means nothing in a file.
    base = visit.house.base or str(visit.request.base_url).rstrip("/")
    told = with_snapshot_urls(told, verification_id, base)
    view = VerificationView.of(verification)
    body = render_html(
        told,
        source_texts={s.id: s.page.text for s in told.sources if s.page is not None},
        slots=_slots(visit, view, told),
    )
    return visit.answer(body, policy=policy_for_framed_document(body))


def _slots(visit: Visit, view: VerificationView, told: Report) -> Slots:
    is_newest = told.revision == view.revision
    statements = {
        a.statement.id: piece("decide.html", view=view, statement_id=a.statement.id)
        for a in told.assessments
        if is_newest and a.statement.kind is not StatementKind.BOILERPLATE
    }
    return Slots(
        head=_HEAD,
        before=piece("frame.html", visit=visit, view=view, name=name_of(view)),
        statements=statements if visit.may("verify") else {},
    )
