"""The cursor of a request in, where its page begins out. Pure."""

from service.routes.problems import HttpProblem
from service.schemas.cursor import id_of_cursor
from service.schemas.problem import problem_of_fields


def position_of(cursor: str | None, tenant: str) -> str | None:
    """Give the id behind which the page begins; None for the first. Raises HttpProblem."""
    if cursor is None:
        return None
    position = id_of_cursor(cursor, tenant)
    if position is None:
        detail = "This is no cursor of this list."
        raise HttpProblem(problem_of_fields([{"loc": ("query", "cursor"), "msg": detail}]))
    return position
