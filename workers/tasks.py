"""The tasks: each loads, calls one function, saves, passes on; ids in, nothing out. I/O."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime

from celery import Celery
from celery import Task as CeleryTask
from structlog.contextvars import bound_contextvars

from service.domain import Stage
from service.errors import InvalidInput, NotFound
from service.logs import name_of_id
from service.queue import Task
from workers import flow, notifying
from workers.noting import Stopped
from workers.spanning import spanning
from workers.tools import Tools
from workers.trying import Trying


def collect(tools: Tools, verification_id: str, claimant: str | None = None) -> None:
    """Read an article and its sources."""
    with tools.record() as store:
        begun = store.begin(verification_id, Stage.COLLECT, flow.MAX_ATTEMPTS, claimant=claimant)
    if begun is None:
        return
    with suppress(Stopped), spanning(tools, Task.COLLECT, begun):
        try:
            reading = flow.collect_now(tools, begun)
        except InvalidInput as err:
            flow.give_up(tools, begun, err.detail)
            return
        if flow.keep_reading(tools, verification_id, reading):
            flow.ring(tools, Task.ASSESS, (verification_id,))


def assess(tools: Tools, verification_id: str, claimant: str | None = None) -> None:
    """Decide every statement, and keep the report."""
    with tools.record() as store:
        begun = store.begin(verification_id, Stage.ASSESS, flow.MAX_ATTEMPTS, claimant=claimant)
        if begun is None:
            return
        reading = store.load_reading(verification_id)
    with suppress(Stopped), spanning(tools, Task.ASSESS, begun):
        report = flow.assess_now(tools, begun, reading)
        flow.ring(tools, Task.NOTIFY, flow.keep_report(tools, begun, report))


def notify(tools: Tools, delivery_id: str) -> None:
    """Make one attempt at a delivery that is due, or ping the receiver of that id."""
    if delivery_id.startswith("wh_"):
        notifying.ping_now(tools, delivery_id)
        return
    with tools.record() as store:
        delivery = store.begin_delivery(delivery_id)
    if delivery is None:
        return
    ids = bound_contextvars(verification_id=delivery.verification_id)
    with suppress(NotFound), ids, spanning(tools, Task.NOTIFY, delivery):
        notifying.keep_attempt(tools, delivery, notifying.deliver_now(tools, delivery))


def sweep(tools: Tools, now: datetime | None = None) -> None:
    """Send on what stands still, ring for what is due, recheck, erase what is past its time."""
    now = now or datetime.now(UTC)
    trying = Trying()
    for step in (flow.send_on, notifying.send_on_deliveries, flow.recheck_due, flow.expire):
        with trying.each(step.__name__):
            step(tools, now)
    trying.end()


def register(app: Celery, tools: Tools) -> None:
    """Give a worker's app the tasks, by their names, working with ``tools``."""

    def run_notify(task: CeleryTask, record_id: str) -> None:
        with _named(task, record_id):
            notify(tools, record_id)

    def run_sweep(task: CeleryTask) -> None:
        with _named(task):
            sweep(tools)

    # Not shared: each app has tasks of its own, with tools of its own.
    for task, work in ((Task.COLLECT, collect), (Task.ASSESS, assess)):
        app.task(_claiming(tools, work), name=task.value, bind=True, shared=False)
    app.task(run_notify, name=Task.NOTIFY.value, bind=True, shared=False)
    app.task(run_sweep, name=Task.SWEEP.value, bind=True, shared=False)


def _claiming(
    tools: Tools, work: Callable[[Tools, str, str | None], None]
) -> Callable[[CeleryTask, str], None]:
    """Let a message's id be its claim on the stage, and let go of it when the work raises."""

    def run(task: CeleryTask, verification_id: str) -> None:
        claimant = task.request.id
        with _named(task, verification_id):
            try:
                work(tools, verification_id, claimant)
            except Exception:
                flow.release(tools, verification_id, claimant)
                raise

    return run


def _named(task: CeleryTask, record_id: str | None = None) -> AbstractContextManager[object]:
    """Let every line that is logged within say which task it is of, and at what."""
    ids = {} if record_id is None else {name_of_id(record_id): record_id}
    return bound_contextvars(task=task.name, task_id=task.request.id, **ids)
