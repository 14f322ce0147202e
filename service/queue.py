"""A task's name and an id in, a message on the broker out. I/O.

The record is the truth and the broker only a bell: ``enqueue`` is called after the
commit, and where it fails the sweep rings later. The front knows tasks by name alone,
so it loads no extractor and no model.
"""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from functools import cache
from typing import Any

import structlog
from celery import Celery
from celery.exceptions import CeleryError
from kombu.entity import Exchange
from kombu.entity import Queue as KombuQueue
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from service.errors import UsageError
from service.settings import Settings

_LOG = structlog.get_logger(__name__)


class Task(StrEnum):
    """The tasks by their names on the wire; each has a queue of the same kind of work."""

    COLLECT = "verification.collect"
    ASSESS = "verification.assess"
    NOTIFY = "verification.notify"
    SWEEP = "verification.sweep"

    @property
    def queue(self) -> str:
        """The queue it goes to, as "collect"."""
        return self.value.partition(".")[2]


QUEUES = tuple(task.queue for task in Task)

# These follow from each other, in seconds: a task is ended before anyone may take it for
# lost (the claim in service.store), and that before the broker gives its message out again.
SOFT_TIME_LIMIT = 540
TIME_LIMIT = 600
VISIBILITY_TIMEOUT = 1800

SWEEP_EVERY = 15.0  # seconds

# What a publisher waits for a broker that accepts a connection and says nothing, seconds.
_PATIENCE = 1.0

# What sending can end with where the broker is away. OperationalError of kombu is a
# KombuError; a name that does not resolve and a missing socket are OSErrors.
_BROKER_AWAY = (KombuError, CeleryError, RedisError, OSError)


def make_app(broker_url: str) -> Celery:
    """Make the Celery app of a worker; opens no connection and reads no environment."""
    app = Celery("sourceproof", broker=broker_url, set_as_current=False)
    app.conf.update(_SETTINGS)
    return app


_SETTINGS: dict[str, Any] = {
    # Acknowledged when done: a message whose worker dies goes back and is done again.
    # Every task is idempotent, so the second time costs time and nothing else.
    "task_acks_late": True,
    # Prefork only: without this, a child killed from outside counts as acknowledged.
    "task_reject_on_worker_lost": True,
    # A task that raised is not tried again by the broker; the sweep does that, counted.
    "task_acks_on_failure_or_timeout": True,
    # A worker takes what it can do now, and leaves the rest to the others.
    "worker_prefetch_multiplier": 1,
    # What a task brings forth is in the record; no result backend is needed.
    "task_ignore_result": True,
    "task_store_errors_even_if_ignored": False,
    "task_soft_time_limit": SOFT_TIME_LIMIT,
    "task_time_limit": TIME_LIMIT,
    # One queue per kind of work, so that each scales by itself and none waits for another.
    # Each is bound by its own name: unnamed keys would all become the default queue's.
    "task_queues": [
        KombuQueue(name, Exchange("sourceproof"), routing_key=name)  # type: ignore[no-untyped-call]  # kombu
        for name in QUEUES
    ],
    "task_routes": {task.value: {"queue": task.queue} for task in Task},
    "task_default_queue": Task.COLLECT.queue,
    "task_create_missing_queues": False,
    # Ids only: JSON is enough, and nothing that could run code is ever unpacked.
    "task_serializer": "json",
    "accept_content": ["json"],
    # No monitor listens: no events, no gossip, no queue for remote control.
    "worker_send_task_events": False,
    "worker_enable_remote_control": False,
    # Logging is ours, and so is standard output, which may carry a report.
    "worker_hijack_root_logger": False,
    "worker_redirect_stdouts": False,
    "worker_cancel_long_running_tasks_on_connection_loss": False,
    # A worker waits for its broker for ever: they may be started in any order.
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,
    "broker_transport_options": {
        # Longer than the hard time limit, or a task at work would be given out twice.
        "visibility_timeout": VISIBILITY_TIMEOUT,
        # How soon a message of a dead worker is looked for: every 10 s, each time. By
        # default it is every tenth time, so such a message would wait minutes longer.
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
    },
    # Beat keeps nothing on disk: the sweep has no past to remember.
    "beat_scheduler": "celery.beat:Scheduler",
    "beat_schedule": {
        Task.SWEEP.value: {
            "task": Task.SWEEP.value,
            "schedule": timedelta(seconds=SWEEP_EVERY),
            # A sweep nobody had time for is not done twice.
            "options": {"queue": Task.SWEEP.queue, "expires": SWEEP_EVERY},
        }
    },
    "timezone": "UTC",
}


class Queue:
    """The publishing end of a broker. Safe to share between threads."""

    def __init__(self, broker_url: str) -> None:
        self._app = make_app(broker_url)
        # Here a caller waits: try once, and soon give up. Workers have other options.
        options = {"socket_connect_timeout": _PATIENCE, "socket_timeout": _PATIENCE}
        retries = {"max_retries": 0, "interval_start": 0, "connect_retries_timeout": _PATIENCE}
        kept = self._app.conf.broker_transport_options
        self._app.conf.update(
            broker_transport_options={**kept, **options, **retries},
            broker_connection_timeout=_PATIENCE,
            task_publish_retry=False,
        )

    def enqueue(self, task: Task, record_id: str | None = None, delay: float = 0) -> bool:
        """Send a task, to be done after ``delay`` seconds; whether the broker took it.

        Never raises for a broker that is away; it waits a second or two at most.
        """
        arguments = () if record_id is None else (record_id,)
        when = {"countdown": delay} if delay else {}
        return self._took(
            lambda: self._app.send_task(task.value, args=arguments, retry=False, **when),
            task=task.value,
            id=record_id,
        )

    def is_up(self) -> bool:
        """Whether the broker answers, asked anew on a connection of its own."""
        return self._took(self._ask)

    def close(self) -> None:
        """Let go of the connections."""
        self._app.close()

    def _ask(self) -> None:
        with self._app.connection_for_write() as connection:
            connection.default_channel.client.ping()

    def _took(self, send: Callable[[], object], **words: object) -> bool:
        try:
            send()
        except _BROKER_AWAY as err:
            # The kind alone: the text may hold the broker's address and password.
            _LOG.warning("broker_away", error=type(err).__name__, **words)
            return False
        return True


@cache
def _of_environment() -> Queue:
    url = Settings().broker_url
    if url is None:
        raise UsageError("SOURCEPROOF_BROKER_URL is not set; `sourceproof serve` needs none")
    return Queue(url)


def enqueue(task: Task, record_id: str | None = None) -> bool:
    """Send a task to the broker that the environment names; see ``Queue.enqueue``."""
    return _of_environment().enqueue(task, record_id)


def is_up() -> bool:
    """Whether the broker that the environment names answers."""
    return _of_environment().is_up()
