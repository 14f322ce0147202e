"""Past verifications, searched and listed. I/O."""

from urllib.parse import urlencode

from fastapi import APIRouter
from pydantic import ValidationError
from starlette.responses import Response

from service.policy import RULES
from service.rendering import words
from service.routes.bodies import errors_of
from service.routes.pages.listing import STATUSES, rows_of
from service.routes.pages.visiting import ReaderDep, Visit
from service.routes.problems import HttpProblem
from service.routes.verifications import list_verifications
from service.schemas.listing import ListQuery
from service.schemas.problem import Problem, problem_of_fields

PER_PAGE = 25
FILTERS = (
    "status",
    "gate",
    "verdict",
    "rule",
    "title",
    "external_id",
    "created_from",
    "created_until",
)

router = APIRouter()


@router.get("/verifications")
def checks(visit: ReaderDep) -> Response:
    """Show one page of them, narrowed as the address says."""
    asked = {n: v for n, v in visit.request.query_params.items() if v and n in {*FILTERS, "cursor"}}
    try:
        query = ListQuery.model_validate({**asked, "limit": PER_PAGE})
        page = list_verifications(visit.house, visit.tenant, query)
    except ValidationError as err:
        return _shown(visit, asked, problem=problem_of_fields(errors_of(err), place="query"))
    except HttpProblem as err:
        return _shown(visit, asked, problem=err.problem)
    following = query.following(page.next_cursor) if page.next_cursor else None
    return _shown(visit, asked, rows_of(visit, page.items), following)


def _shown(
    visit: Visit,
    asked: dict[str, str],
    rows: tuple[object, ...] = (),
    following: str | None = None,
    problem: Problem | None = None,
) -> Response:
    filters = {name: value for name, value in asked.items() if name in FILTERS}
    told = {each.pointer[1:]: each.detail for each in (problem and problem.errors) or ()}
    return visit.show(
        "checks.html",
        422 if problem else 200,
        rows=rows,
        asked=filters,
        told=told,
        following=following,
        first=urlencode(filters) if "cursor" in asked else None,
        statuses=STATUSES,
        gates=words.GATES,
        verdicts=words.VERDICTS,
        rules=RULES,
    )
