"""Whether this process lives, and whether it can do its work. I/O."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from service.errors import NotReady
from service.routes.documented import problems
from service.routes.house import House, HouseDep
from service.routes.problems import HttpProblem
from service.schemas.problem import problem_of
from service.store import open_store

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """A sign of life."""

    model_config = ConfigDict(title="Health")

    status: str = "ok"


class Readiness(BaseModel):
    """Each part that is needed, and that it answers."""

    model_config = ConfigDict(title="Readiness")

    status: str = "ready"
    parts: dict[str, str]


@router.get("/healthz", summary="A sign of life")
def healthz() -> Health:
    """Answer as long as the process does; asks nothing of the record or the broker."""
    return Health()


@router.get("/readyz", summary="Whether every part answers", responses=problems("not_ready"))
def readyz(house: HouseDep) -> Readiness:
    """Ask the record and the broker; a broker that is down delays work and loses none."""
    parts = {
        "record": "ok" if _record_answers(house) else "down",
        "broker": "ok" if house.bell.is_up() else "down",
    }
    down = [name for name, state in parts.items() if state != "ok"]
    if down:
        problem = problem_of(NotReady(f"Not ready: {', '.join(down)}."))
        raise HttpProblem(problem.model_copy(update={"parts": parts}), {"retry-after": "5"})
    return Readiness(parts=parts)


def _record_answers(house: House) -> bool:
    try:
        with open_store(house.engine, reading=True) as store:
            store.list("", limit=1)
    except NotReady:
        return False
    return True
