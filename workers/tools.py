"""What the tasks work with: settings in; engine, queue, policies and scorer out. I/O.

Each is made on first use, so that a worker's child processes, which are forked before
their first task, never share a connection with each other.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property

from sqlalchemy import Engine

from service.errors import UsageError
from service.queue import Queue
from service.settings import Settings
from service.store import Store, make_engine, open_store
from service.tracing import Tracing, make_tracing
from workers.assessing import Scorer, load_scorer
from workers.collecting import fetch_policy, open_commons
from workers.delivering import load_secrets
from workers.fetching import Commons, FetchPolicy
from workers.watching import watched_by


class Tools:
    """The tools of one process. ``settings.broker_url`` must name a broker that runs."""

    def __init__(self, settings: Settings, tracing: Tracing | None = None) -> None:
        self.settings = settings
        self._tracing = tracing

    @cached_property
    def engine(self) -> Engine:
        """The connections to the record."""
        return make_engine(self.settings.record_url)

    @cached_property
    def queue(self) -> Queue:
        """The bell for the next task; raises UsageError where no broker is named."""
        if self.settings.broker_url is None:
            raise UsageError("no broker is named: set SOURCEPROOF_BROKER_URL")
        return Queue(self.settings.broker_url)

    @cached_property
    def scorer(self) -> Scorer:
        """The scorer with its weights."""
        return load_scorer()

    @cached_property
    def webhook_secrets(self) -> tuple[str, ...]:
        """The secrets that webhooks are signed with, each ``whsec_…``, the newest first."""
        return self.settings.webhook_secret or load_secrets(self.settings.data_dir)

    @cached_property
    def fetch_policy(self) -> FetchPolicy:
        """What may be fetched, and how."""
        return fetch_policy(self.settings)

    @cached_property
    def commons(self) -> Commons:
        """What this worker's fetchers have in common, with those of other workers if it can be."""
        return replace(open_commons(self.settings), watched=watched_by(self.tracing))

    @cached_property
    def tracing(self) -> Tracing:
        """How spans are made, where that is asked for."""
        return self._tracing or make_tracing(asked=self.settings.traces)

    def make_shared(self) -> None:
        """Make now what must be one for all threads of a process that has several.

        Since Python 3.12 a ``cached_property`` has no lock, and two threads that come first may
        each make their own: hosts would be asked twice as fast as they allow.
        https://docs.python.org/3/library/functools.html#functools.cached_property
        """
        for tool in ("tracing", "engine", "queue", "commons", "fetch_policy"):
            getattr(self, tool)

    def record(self) -> AbstractContextManager[Store]:
        """Open one transaction on the record."""
        return open_store(self.engine)

    def close(self) -> None:
        """Let go of the connections that were made."""
        if "queue" in vars(self):
            self.queue.close()
        if "commons" in vars(self):
            self.commons.close()
        if "engine" in vars(self):
            self.engine.dispose()
        if "tracing" in vars(self):
            self.tracing.close()
