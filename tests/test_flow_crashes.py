"""Whatever crashes, on either shape of the house: everything ends, once."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from json import JSONDecodeError
from pathlib import Path

import psutil
import pytest
from fixtures_flow import HOOK, PAGE, PATIENCE, SECRET, SOURCE, SUBMISSION, House, until
from sqlalchemy import update
from web import Answer

from service.broker import embedded_broker
from service.domain import EventType, JobStatus, Stage
from service.queue import Task, make_app
from service.settings import Settings
from service.store import upgrade
from service.store.tables import verifications
from workers import flow, tasks
from workers.tools import Tools
from workers.working import run_embedded_worker

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
    assert [d.event_type for d in house.deliveries(verification_id)] == [EventType.FAILED]


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


def test_a_row_that_nobody_can_read_keeps_the_sweep_from_no_other(settings, house):
    """Its error is raised when all was done, for the log."""
    unreadable, waiting = house.add(), house.add()
    with house.tools.engine.begin() as connection:
        row = verifications.c.id == unreadable
        crashed = {"submission": "no JSON", "attempts": flow.MAX_ATTEMPTS}
        connection.execute(update(verifications).where(row).values(crashed))
    house.let_time_pass()
    with run_embedded_worker(settings, beat=False):
        with pytest.raises(JSONDecodeError):
            tasks.sweep(house.tools)
        assert house.wait(waiting) is JobStatus.COMPLETED
