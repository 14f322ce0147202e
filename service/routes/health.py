"""Whether this process lives, and whether it can do its work. I/O."""

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from service.errors import NotReady
from service.queue import QUEUES
from service.routes.bodies import JSON_TYPE
from service.routes.documented import problems
from service.routes.house import House, HouseDep
from service.routes.problems import HttpProblem
from service.schemas.problem import problem_of
from service.store import open_store

router = APIRouter(tags=["health"])

OK = "ok"


class Health(BaseModel):
    """A sign of life."""

    model_config = ConfigDict(title="Health")

    status: str = "ok"


class Readiness(BaseModel):
    """Each part that is needed, and that it answers."""

    model_config = ConfigDict(title="Readiness")

    status: str = "ready"
    parts: dict[str, str]


@router.get(
    "/healthz",
    summary="A sign of life",
    responses={200: {"content": {JSON_TYPE: {"example": "healthy"}}}},
)
def healthz() -> Health:
    """Answer as long as the process does; asks nothing of the record or the broker."""
    return Health()


@router.get(
    "/readyz",
    summary="Whether every part answers",
    responses={200: {"content": {JSON_TYPE: {"example": "ready"}}}, **problems("not_ready")},
)
def readyz(house: HouseDep) -> Readiness:
    """Ask record, migrations, broker and workers; each is `ok`, or what is wrong with it.

    A broker that is `down` and workers that are `missing` delay work and lose none, so send
    callers on by `/healthz` if they shall be answered all the same. Migrations are `behind`
    until `sourceproof db upgrade` was run.
    """
    parts = {**_record_parts(house), "broker": OK if house.bell.is_up() else "down"}
    down = [name for name, state in parts.items() if state != OK]
    if down:
        problem = problem_of(NotReady(f"Not ready: {', '.join(down)}."))
        raise HttpProblem(problem.model_copy(update={"parts": parts}), {"retry-after": "5"})
    return Readiness(parts=parts)


def _record_parts(house: House) -> dict[str, str]:
    """Tell of the record, and of what only it can tell of."""
    try:
        with open_store(house.engine, reading=True) as store:
            if not store.is_current():
                return {"record": OK, "migrations": "behind", "workers": "unknown"}
            idle = [queue for queue in QUEUES if queue not in store.living_workers()]
    except NotReady:
        return {"record": "down", "migrations": "unknown", "workers": "unknown"}
    workers = f"missing for {', '.join(idle)}" if idle else OK
    return {"record": OK, "migrations": OK, "workers": workers}
