"""The front door on a record of its own, with a bell that writes down who was rung for."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from records import lay_sqlite
from sqlalchemy import Engine
from starlette.testclient import TestClient

from service.app import create_app
from service.domain import Happening, HappeningKind, Progress, Reading, Report, Stage
from service.queue import QUEUES, Task
from service.routes.house import House
from service.settings import Settings
from service.store import make_engine, open_store

HAPPENINGS = (
    Happening(HappeningKind.STAGE, {"stage": "collect", "total": 1}),
    Happening(HappeningKind.SOURCE, {"url": "http://a/\ud800\n", "access": "ok"}),
    Happening(HappeningKind.STAGE, {"stage": "assess", "total": 0}),
)

HOST = "http://127.0.0.1:8000"


@dataclass
class FrontDoor:
    """An app under test: its client, its record and its bell."""

    settings: Settings
    engine: Engine
    rung: list[str] = field(default_factory=list)  # to collect
    told: list[str] = field(default_factory=list)  # to notify
    has_broker: bool = True
    client: TestClient = field(init=False)
    house: House = field(init=False)

    def __post_init__(self) -> None:
        app = create_app(self.settings, self.engine, self)
        self.house = app.state.house
        # A 5xx must be seen as its caller sees it.
        self.client = TestClient(app, base_url=HOST, raise_server_exceptions=False)

    def enqueue(self, task: Task, record_id: str | None = None) -> bool:
        """Stand in for the broker: write down who was rung for."""
        {Task.COLLECT: self.rung, Task.NOTIFY: self.told}[task].append(record_id)
        return self.has_broker

    def is_up(self) -> bool:
        return self.has_broker

    def post(self, **body):
        return self.client.post("/v1/verifications", json=body)

    def posted(self, **article) -> str:
        """Post an article; give the id of its verification."""
        reply = self.post(article=article or {"text": "The harbour opened on Monday."})
        assert reply.status_code == 202, reply.text
        return reply.json()["id"]

    def finish(self, verification_id: str, report: Report) -> None:
        """Do with the record what the worker does."""
        with open_store(self.engine) as store:
            assert store.begin(verification_id, Stage.COLLECT, 3)
            store.save_reading(verification_id, Reading(report.article, report.sources))
            store.save_progress(verification_id, Stage.COLLECT, Progress(2, 2))
            store.add_happenings(verification_id, report.revision, HAPPENINGS)
            assert store.advance(verification_id, Stage.COLLECT, Stage.ASSESS)
            assert store.begin(verification_id, Stage.ASSESS, 3)
            assert store.save_report(verification_id, report)

    def fail(self, verification_id: str, reason: str) -> None:
        with open_store(self.engine) as store:
            assert store.fail(verification_id, reason)


def open_front_door(folder: Path, **settings) -> FrontDoor:
    chosen = Settings(data_dir=folder, **settings)
    lay_sqlite(chosen.record_url)
    engine = make_engine(chosen.record_url)
    with open_store(engine) as store:
        # As a worker does; and once for all, however long the tests of a module take.
        store.sign_of_life("wk_1", QUEUES, datetime.now(UTC) + timedelta(hours=1))
    return FrontDoor(chosen, engine)


@pytest.fixture
def door(tmp_path, request):
    """The front door as `serve` opens it on loopback: no keys."""
    opened = open_front_door(tmp_path, **getattr(request, "param", {}))
    yield opened
    opened.client.close()
    opened.engine.dispose()


@pytest.fixture
def locked_door(tmp_path):
    """The front door as production opens it: every call needs a key."""
    opened = open_front_door(tmp_path, require_keys=True)
    yield opened
    opened.client.close()
    opened.engine.dispose()
