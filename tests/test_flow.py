"""The life of a verification, on the embedded places and on those of production."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest
from sqlalchemy import update
from standardwebhooks import Webhook
from web import Answer, LocalWeb

from service.broker import embedded_broker
from service.domain import Access, GateResult, JobStatus, Stage, Submission, Unread, Verdict
from service.queue import Task, make_app
from service.settings import Settings
from service.store import Delivery, DeliveryState, upgrade
from service.store.tables import deliveries, verifications
from workers import flow, tasks
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


@pytest.fixture
def settings(places, local_web, tmp_path) -> Settings:
    record, broker = places
    local_web.page(SOURCE, PAGE)
    local_web.add(HOOK, Answer(status=204))
    made = Settings(
        data_dir=tmp_path / "data",
        database_url=record,
        broker_url=broker,
        resolve=(*local_web.resolve(), *local_web.resolve("gone.test")),
        allow_networks="127.0.0.0/8",
        webhook_secret=SECRET,
    )
    upgrade(made.record_url)
    return made


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


def test_an_article_becomes_a_report_and_a_webhook_that_verifies_at_the_second_try(house, worker):
    house.web.add(HOOK, lambda _: Answer(status=500 if house.web.count(HOOK) < 2 else 204))
    verification_id = house.post()
    assert house.wait(verification_id) is JobStatus.COMPLETED

    report = house.report(verification_id)
    (assessment,) = report.assessments
    assert assessment.verdict is Verdict.SUPPORTED
    text = report.sources[0].page.text
    assert all(text[e.start : e.end] == e.text for e in assessment.evidence)
    assert house.get(verification_id).gate is GateResult.PASS
    assert house.get(verification_id).progress[Stage.COLLECT].done == 1

    until(lambda: house.deliveries(verification_id)[0].attempts == 1)
    until(lambda: any(attempts(house, verification_id)))
    house.let_time_pass()
    tasks.sweep(house.tools)
    until(lambda: house.deliveries(verification_id)[0].state is DeliveryState.DELIVERED)
    first, second = (asked for asked in house.web.asked if asked.host == "cms.test")
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    payload = Webhook(SECRET).verify(second.body, dict(second.headers))
    assert payload["type"] == "verification.completed"
    assert payload["data"]["id"] == verification_id
    assert payload["data"]["counts"]["supported"] == 1


def attempts(house: House, verification_id: str):
    with house.tools.record() as store:
        return [store.list_attempts(d.id) for d in store.list_deliveries(verification_id, "t")]


def test_a_task_delivered_many_times_does_its_work_once(house, worker):
    verification_id = house.post()
    for _ in range(5):
        for task in (Task.COLLECT, Task.ASSESS):
            house.tools.queue.enqueue(task, verification_id)
    house.wait(verification_id)
    until(lambda: house.deliveries(verification_id)[0].state is DeliveryState.DELIVERED)
    assert house.web.count(SOURCE) == 1
    assert house.web.count(HOOK) == 1


def test_a_source_that_cannot_be_read_leaves_a_gap_and_says_why(house, worker):
    draft = DRAFT + b"\nThe mayor resigned [on Friday](http://gone.test/x).\n"
    verification_id = house.post(replace(SUBMISSION, content=draft))
    assert house.wait(verification_id) is JobStatus.COMPLETED_WITH_GAPS
    outcome = house.report(verification_id).sources[1].outcome
    assert isinstance(outcome, Unread)
    assert outcome.access is Access.DEAD


def test_an_article_given_by_its_address_is_fetched_first(house, worker):
    body = f"<html><body><article><p>The council approved <a href='{SOURCE}'>twelve new bus lines"
    house.web.page(
        "http://council.test/story", body + "</a> on Monday.</p></article></body></html>"
    )
    verification_id = house.post(Submission(url="http://council.test/story"))
    house.wait(verification_id)
    assert house.report(verification_id).article.url == "http://council.test/story"


@pytest.mark.parametrize(
    "submission",
    [
        replace(SUBMISSION, content=b"\x00\x01\x02" * 50, media_type=None),
        Submission(url="http://gone.test/nothing", callback_url=HOOK),
        Submission(url="http://169.254.169.254/latest", callback_url=HOOK),
    ],
    ids=["binary", "dead", "private"],
)
def test_an_article_that_cannot_be_read_fails_with_a_reason_and_an_event(house, worker, submission):
    verification_id = house.post(submission)
    assert house.wait(verification_id) is JobStatus.FAILED
    assert house.get(verification_id).error
    until(lambda: house.web.count(HOOK) == 1)
    (asked,) = (a for a in house.web.asked if a.host == "cms.test")
    payload = Webhook(SECRET).verify(asked.body, dict(asked.headers))
    assert payload["type"] == "verification.failed"
    assert payload["data"]["report_url"] is None


@pytest.mark.parametrize("stage", [Stage.COLLECT, Stage.ASSESS])
def test_what_a_crash_left_standing_is_sent_on_by_the_sweep(house, worker, stage):
    verification_id = house.add()
    if stage is Stage.ASSESS:
        with house.tools.record() as store:
            begun = store.begin(verification_id, Stage.COLLECT, 3)
        flow.keep_reading(house.tools, verification_id, flow.collect_now(house.tools, begun))
    with house.tools.record() as store:
        assert store.begin(verification_id, stage, 3, claimant="a worker that was killed")
    tasks.sweep(house.tools)
    assert not house.get(verification_id).status.is_final
    house.let_time_pass()
    tasks.sweep(house.tools)
    assert house.wait(verification_id) is JobStatus.COMPLETED


def test_what_crashes_every_time_is_given_up_with_a_reason_that_tells_nothing_inner(
    house, monkeypatch
):
    def broken(_: Tools):
        raise RuntimeError("the inside of the engine")

    monkeypatch.setattr(Tools, "scorer", property(broken))
    app = make_app("memory://")
    tasks.register(app, house.tools)
    verification_id = house.add()
    app.tasks[Task.COLLECT].apply((verification_id,))
    for _ in range(flow.MAX_ATTEMPTS):
        assert app.tasks[Task.ASSESS].apply((verification_id,)).failed()
    assert app.tasks[Task.ASSESS].apply((verification_id,)).successful()
    assert not house.get(verification_id).status.is_final
    house.let_time_pass()
    tasks.sweep(house.tools)
    given_up = house.get(verification_id)
    assert (given_up.status, given_up.error) == (JobStatus.FAILED, flow.GIVEN_UP)
    assert [d.event_type for d in house.deliveries(verification_id)] == [flow.FAILED]


def test_a_verification_posted_while_the_broker_is_away_is_rung_for_later(settings, house):
    away = Tools(settings.model_copy(update={"broker_url": "redis://127.0.0.1:1/0"}))
    verification_id = house.add()
    assert not away.queue.enqueue(Task.COLLECT, verification_id)
    house.let_time_pass()
    tasks.sweep(away)
    away.close()
    with run_embedded_worker(settings, beat=False):
        tasks.sweep(house.tools)
        assert house.wait(verification_id) is JobStatus.COMPLETED


def test_the_clock_of_a_worker_rings_the_sweep(settings, house):
    verification_id = house.add()
    house.let_time_pass()
    with run_embedded_worker(settings, beat=True):
        assert house.wait(verification_id) is JobStatus.COMPLETED


def test_a_delivery_goes_on_through_the_schedule_and_ends(house):
    house.web.add(HOOK, Answer(status=500))
    verification_id = house.add()
    with house.tools.record() as store:
        (delivery_id,) = store.add_deliveries(verification_id, flow.COMPLETED, (HOOK,))
    for _ in range(12):
        tasks.notify(house.tools, delivery_id)
        house.let_time_pass()
    assert house.web.count(HOOK) == 10
    assert house.deliveries(verification_id)[0].state is DeliveryState.FAILED
    ids = {a.headers["webhook-id"] for a in house.web.asked if a.host == "cms.test"}
    assert len(ids) == 1


def test_a_receiver_that_says_gone_is_not_asked_again(house):
    house.web.add(HOOK, Answer(status=410))
    verification_id = house.add()
    with house.tools.record() as store:
        (delivery_id,) = store.add_deliveries(verification_id, flow.COMPLETED, (HOOK,))
    for _ in range(2):
        tasks.notify(house.tools, delivery_id)
        house.let_time_pass()
    assert house.web.count(HOOK) == 1
    assert house.deliveries(verification_id)[0].state is DeliveryState.DISABLED


WORKER = (
    "from service.settings import Settings\n"
    "from workers.working import run_worker\n"
    "raise SystemExit(run_worker(Settings(), concurrency=1))\n"
)


def environment(settings: Settings) -> dict[str, str]:
    return {
        **os.environ,
        "SOURCEPROOF_DATA_DIR": str(settings.data_dir),
        "SOURCEPROOF_DATABASE_URL": settings.record_url,
        "SOURCEPROOF_BROKER_URL": settings.broker_url or "",
        "SOURCEPROOF_RESOLVE": ",".join(settings.resolve),
        "SOURCEPROOF_ALLOW_NETWORKS": "127.0.0.0/8",
        "SOURCEPROOF_WEBHOOK_SECRET": SECRET,
    }


@pytest.mark.parametrize("places", ["production"], indirect=True)
def test_a_worker_process_killed_at_work_loses_nothing(settings, house, tmp_path):
    """The child that collects is killed; its message goes back and another child does it."""
    held = [True]

    def hold(asked):
        while held[0] and not asked.closing.wait(0.02):
            pass
        return Answer(PAGE.encode(), headers={"Content-Type": "text/html"})

    house.web.add(SOURCE, hold)
    with (tmp_path / "worker.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", WORKER], env=environment(settings), stdout=log, stderr=log
        )
    try:
        verification_id = house.post()
        until(lambda: house.web.count(SOURCE) == 1)
        (child,) = psutil.Process(process.pid).children()
        child.send_signal(signal.SIGKILL)
        held[0] = False
        assert house.wait(verification_id) is JobStatus.COMPLETED
        until(lambda: house.web.count(HOOK) == 1)
    finally:
        process.terminate()
        assert process.wait(PATIENCE) == 0


def test_a_service_that_was_killed_takes_up_its_work_when_it_is_started_again(
    tmp_path, sqlite_url, local_web
):
    """On the embedded broker nobody else can be at it, so no claim is waited for."""
    local_web.page(SOURCE, PAGE)
    with embedded_broker(tmp_path / "data") as url:
        settings = Settings(
            data_dir=Path(tmp_path / "data"),
            database_url=sqlite_url,
            broker_url=url,
            resolve=local_web.resolve(),
            allow_networks="127.0.0.0/8",
        )
        upgrade(settings.record_url)
        tools = Tools(settings)
        house = House(tools, local_web)
        verification_id = house.add(replace(SUBMISSION, callback_url=None))
        with tools.record() as store:
            store.begin(verification_id, Stage.COLLECT, 3, claimant="killed")
        with run_embedded_worker(settings):
            assert house.wait(verification_id) is JobStatus.COMPLETED
        tools.close()
