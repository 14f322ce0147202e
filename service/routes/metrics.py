"""What this service does and what waits, for Prometheus; and the count of each request. I/O."""

import time
from datetime import UTC, datetime

from fastapi import APIRouter
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.domain import Stage
from service.metrics import CONTENT_TYPE, UNKNOWN_ROUTE, Metrics
from service.queue import QUEUES
from service.routes.documented import problems
from service.routes.house import House, HouseDep
from service.store import open_store

router = APIRouter(tags=["health"])

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@router.get(
    "/metrics",
    summary="Metrics, as Prometheus reads them",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}, "example": "metrics"}}},
        **problems("record_down"),
    },
)
def metrics(house: HouseDep) -> Response:
    """Give counts and ages alone: nothing of a tenant, an article or an address.

    What waits is looked up in the record, so any process tells the same of it.
    """
    _look_up(house, datetime.now(UTC))
    return Response(house.metrics.text(), media_type=CONTENT_TYPE)


def _look_up(house: House, now: datetime) -> None:
    with open_store(house.engine, reading=True) as store:
        waiting = store.waiting()
        pending, due = store.pending_deliveries()
        living = store.living_workers(now)
        counted = store.tallied()
    found = house.metrics
    found.show(counted)
    for queue in QUEUES:
        found.workers.labels(queue).set(living.get(queue, 0))
    found.live.clear()
    for stage in (Stage.COLLECT, Stage.ASSESS):
        here = [each for each in waiting if each.stage is stage]
        oldest = min((each.oldest for each in here), default=now)
        found.age.labels(stage.value).set(max(0.0, (now - oldest).total_seconds()))
        for each in here:
            found.live.labels(stage.value, each.status.value).set(each.count)
    found.deliveries.set(pending)
    found.overdue.set(max(0.0, (now - (due or now)).total_seconds()))


class Counted:
    """Counts each answer by its route, and the seconds until its headers."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and count its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = time.perf_counter()

        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._count(scope, message["status"], time.perf_counter() - begun)
            await send(message)

        await self.app(scope, receive, send_counted)

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        route = route_of(scope)
        self.metrics.requests.labels(method_of(scope), route, str(status)).inc()
        self.metrics.seconds.labels(route).observe(seconds)


def route_of(scope: Scope) -> str:
    """Give the route that a request took, once it did: one of few, whatever its address."""
    return str(getattr(scope.get("route"), "path", UNKNOWN_ROUTE))


def method_of(scope: Scope) -> str:
    """Give the method of a request, where it is one."""
    return str(scope["method"]) if scope["method"] in METHODS else "OTHER"
