"""Settings in, a worker at work until it is told to stop. I/O: threads or child processes."""

import gc
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from celery import Celery, signals
from celery.beat import EmbeddedService, Scheduler
from celery.exceptions import SecurityWarning
from celery.worker import state

from service.errors import NotReady, UsageError
from service.queue import QUEUES, Task, make_app
from service.settings import Settings
from workers.allocator import return_freed_memory
from workers.extracting import load_readers
from workers.language import load_model
from workers.living import signs_of_life
from workers.tasks import register
from workers.tools import Tools

# Threads of the embedded worker: some verifications wait for the web while one is assessed.
EMBEDDED_CONCURRENCY = 4

START_TIMEOUT = 15.0  # seconds, until the embedded worker takes tasks
STOP_TIMEOUT = 30.0  # seconds, for the tasks at work; what is left goes back to the broker

# After so many tasks a child process is replaced, so that no leak lives long.
TASKS_PER_CHILD = 500


def check_worker(settings: Settings, queues: Sequence[str] | None = None) -> None:
    """Raise UsageError for a queue that is not ours, or where no broker is named."""
    _known(queues)
    _broker_of(settings)


def run_worker(
    settings: Settings,
    queues: Sequence[str] | None = None,
    *,
    beat: bool = False,
    concurrency: int | None = None,
) -> int:
    """Run a worker with child processes until it is stopped by a signal; its exit status.

    ``queues`` default to all; ``concurrency`` to one process a core. With ``beat`` it also
    rings for the sweep; several that do so cost a sweep each and no harm. Raises UsageError
    for a queue that is not ours, or where no broker is named.
    """
    tools = Tools(settings)
    app = _worker_app(settings, tools)
    # A child ends without what Python does at an exit: what it has still to send goes now.
    signals.worker_process_shutdown.connect(lambda **_: tools.close(), weak=False)
    queues = _known(queues)
    worker = app.Worker(
        queues=queues,
        beat=beat,
        concurrency=concurrency,
        max_tasks_per_child=TASKS_PER_CHILD,
        loglevel="INFO",
        # Its banner goes to stdout; that it is ready, the log says.
        quiet=True,
        # Heartbeats are events, which nobody listens to.
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    # What the children are forked with they share, and each that replaces another has it at once.
    # Frozen, it is not written to by a child that looks for garbage, which would unshare it.
    load_readers()
    load_model()
    gc.collect()
    gc.freeze()
    with signs_of_life(settings, queues):
        worker.start()
    return int(worker.exitcode or 0)


@contextmanager
def run_embedded_worker(
    settings: Settings, *, concurrency: int = EMBEDDED_CONCURRENCY, beat: bool = True
) -> Iterator[Tools]:
    """Run a worker in threads of this process for as long as the block lasts.

    ``settings.broker_url`` names a broker that runs, embedded or not. One at a time in
    a process: Celery keeps a worker's state in a module. Time limits of tasks hold in
    child processes only; here the budgets inside the tasks bound them. Raises NotReady
    where it does not start.
    """
    tools = Tools(settings)
    app = _worker_app(settings, tools)
    tools.make_shared()
    _take_over(tools)
    thread, ready = _start_in_thread(app, concurrency)
    # The plain scheduler: the default one leaves a file where the process was started.
    clock = EmbeddedService(app, thread=True, scheduler_cls=Scheduler) if beat else None
    try:
        if not ready.wait(START_TIMEOUT):
            raise NotReady("the embedded worker did not start")
        if clock is not None:
            clock.start()
            # The clock's first sweep is one interval away, and something may be waiting.
            tools.queue.enqueue(Task.SWEEP)
        with signs_of_life(settings, QUEUES):
            yield tools
    finally:
        if clock is not None and clock.is_alive():
            clock.stop()
        _stop(thread)
        tools.close()
        app.close()


def _leave_logging_alone(**_: object) -> None:
    """Keep Celery from setting up logging: that is done where the process is started."""


signals.setup_logging.connect(_leave_logging_alone)


def _worker_app(settings: Settings, tools: Tools) -> Celery:
    broker = _broker_of(settings)
    return_freed_memory()
    app = make_app(broker)
    register(app, tools)
    app.finalize()
    return app


def _broker_of(settings: Settings) -> str:
    if settings.broker_url is None:
        raise UsageError("no broker is named: set SOURCEPROOF_BROKER_URL")
    return settings.broker_url


def _take_over(tools: Tools) -> None:
    """On the embedded broker, take over at once what a process that was killed left.

    Its lock says that no other worker lives, so nobody is at what is claimed. On a broker
    that may have other workers, claims are left to run out.
    """
    if (tools.settings.broker_url or "").startswith("redis+socket:"):
        with tools.record() as store:
            store.release_all()


def _known(queues: Sequence[str] | None) -> list[str]:
    unknown = sorted(set(queues or ()) - set(QUEUES))
    if unknown:
        raise UsageError(f"no queue {', '.join(unknown)}; there are {', '.join(QUEUES)}")
    return list(queues or QUEUES)


def _start_in_thread(app: Celery, concurrency: int) -> tuple[threading.Thread, threading.Event]:
    ready = threading.Event()
    with warnings.catch_warnings():
        # It warns of a worker that root runs and that would unpack pickles; ours takes JSON.
        warnings.simplefilter("ignore", SecurityWarning)
        # app.Worker, and not WorkController, which in a thread drops tasks that it took.
        worker = app.Worker(
            pool_cls="threads",
            concurrency=concurrency,
            queues=list(QUEUES),
            quiet=True,
            loglevel="WARNING",
            without_gossip=True,
            without_mingle=True,
            without_heartbeat=True,
            ready_callback=lambda _: ready.set(),
        )
    thread = threading.Thread(target=worker.start, name="sourceproof-worker", daemon=True)
    thread.start()
    return thread, ready


def _stop(thread: threading.Thread) -> None:
    """Ask the worker's loop to end after the tasks at work, and wait for it."""
    state.should_stop = 0
    thread.join(STOP_TIMEOUT)
    state.should_stop = None
