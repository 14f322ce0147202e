"""A house to follow a verification through: record, broker, local web, and a worker."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from web import Answer, LocalWeb

from service.domain import JobStatus, Submission
from service.queue import Task
from service.settings import Settings
from service.store import Delivery
from service.store.tables import deliveries, verifications
from workers.tools import Tools
from workers.working import run_embedded_worker

SECRET = "whsec_" + "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0"

SOURCE = "http://council.test/minutes"

HOOK = "http://cms.test/hook"

PAGE = (
    "<html lang=en><head><title>Minutes</title></head><body><article><p>The city council "
    "approved twelve new bus lines on Monday, the minutes of the meeting say. They will run "
    "from the harbour to the hills every ten minutes.</p></article></body></html>"
)

DRAFT = (
    b"The city council approved [twelve new bus lines](http://council.test/minutes) on Monday.\n"
)

SUBMISSION = Submission(
    content=DRAFT, media_type="text/markdown", external_id="cms-7", callback_url=HOOK
)

PATIENCE = 60.0  # seconds; a test that waits so long has failed


@dataclass
class House:
    """A record, a broker and a local web, with the tools that a worker would have."""

    tools: Tools
    web: LocalWeb

    def add(self, submission: Submission = SUBMISSION) -> str:
        with self.tools.record() as store:
            return store.add(submission, "t").id

    def post(self, submission: Submission = SUBMISSION) -> str:
        """What the front door does: record, commit, ring."""
        verification_id = self.add(submission)
        assert self.tools.queue.enqueue(Task.COLLECT, verification_id)
        return verification_id

    def get(self, verification_id: str):
        with self.tools.record() as store:
            return store.get(verification_id, "t")

    def report(self, verification_id: str):
        with self.tools.record() as store:
            return store.load_report(verification_id, "t")

    def deliveries(self, verification_id: str) -> tuple[Delivery, ...]:
        with self.tools.record() as store:
            return store.list_deliveries(verification_id, "t")

    def wait(self, verification_id: str) -> JobStatus:
        until(lambda: self.get(verification_id).status.is_final)
        return self.get(verification_id).status

    def let_time_pass(self) -> None:
        """Set every moment that is waited for back by a day."""
        day = timedelta(days=1)
        past = datetime.now(UTC) - day
        with self.tools.engine.begin() as connection:
            live = verifications.c.ring_at.is_not(None)
            connection.execute(
                update(verifications).where(live).values(ring_at=past, claimed_until=past)
            )
            connection.execute(update(deliveries).values(due_at=past, ring_at=past))


def until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def attempts(house: House, verification_id: str):
    with house.tools.record() as store:
        return [store.list_attempts(d.id) for d in store.list_deliveries(verification_id, "t")]


@pytest.fixture
def settings(places, local_web, tmp_path) -> Settings:
    record, broker = places
    local_web.page(SOURCE, PAGE)
    local_web.add(HOOK, Answer(status=204))
    return Settings(
        data_dir=tmp_path / "data",
        database_url=record,
        broker_url=broker,
        resolve=(*local_web.resolve(), *local_web.resolve("gone.test")),
        allow_networks="127.0.0.0/8",
        webhook_secret=(SECRET,),
    )


@pytest.fixture
def house(settings, local_web) -> Iterator[House]:
    tools = Tools(settings)
    yield House(tools, local_web)
    tools.close()


@pytest.fixture
def worker(settings, house) -> Iterator[None]:
    """A worker at work, without a clock: a test rings the sweep itself."""
    with run_embedded_worker(settings, beat=False):
        yield
