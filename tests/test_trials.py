"""Whatever stops in the middle, everything ends, once: parts that are away, processes killed."""

import signal
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import psutil
import pytest
from fixtures_flow import DRAFT, HOOK, PATIENCE, SUBMISSION, attempts, until
from sqlalchemy import create_engine, make_url, text
from starlette.testclient import TestClient
from test_flow_crashes import environment
from web import Answer

from service.app import create_app
from service.domain import DeliveryState, EventType, JobStatus
from workers import tasks
from workers.delivering import DELAYS, JITTER
from workers.tools import Tools
from workers.working import run_embedded_worker

URL = "/v1/verifications"
BODY = {"article": {"markdown": DRAFT.decode()}, "callback_url": HOOK}
THERE = "http://cms.test/registered"
SECRET = "whsec_" + "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZCE="


def reset(asked) -> None:
    asked.connection.close()


@pytest.mark.parametrize(
    ("trouble", "outcome"),
    [
        (Answer(delay=30), (None, "timeout")),
        (Answer(status=500), (500, "status")),
        (Answer(status=301, headers={"Location": "http://cms.test/moved"}), (301, "status")),
        (reset, (None, "unreachable")),
    ],
    ids=["hangs", "500", "301", "resets"],
)
@pytest.mark.parametrize("places", ["embedded"], indirect=True)
def test_a_receiver_in_trouble_five_times_gets_it_by_the_schedule_under_one_id(
    settings, local_web, house, trouble, outcome
):
    """Each attempt waits as the schedule says; the sixth arrives."""
    seconds = 1 if outcome == (None, "timeout") else settings.webhook_timeout
    tools = Tools(settings.model_copy(update={"webhook_timeout": seconds}))
    verification_id = house.add()
    with tools.record() as store:
        (delivery_id,) = store.add_deliveries(verification_id, EventType.FAILED, (HOOK,))
    local_web.add(HOOK, trouble)
    for number in range(5):
        tasks.notify(tools, delivery_id)
        tasks.notify(tools, delivery_id)  # not due yet
        (waiting,) = house.deliveries(verification_id)
        (made,) = attempts(house, verification_id)
        assert len(made) == number + 1
        assert (made[-1].status, made[-1].outcome) == outcome
        wait = waiting.due_at - made[-1].at
        assert DELAYS[number] <= wait <= DELAYS[number] * (1 + JITTER) + timedelta(seconds=1)
        house.let_time_pass()
    tools.close()
    local_web.add(HOOK, Answer(status=204))
    tasks.notify(house.tools, delivery_id)
    assert house.deliveries(verification_id)[0].state is DeliveryState.DELIVERED
    told = [asked for asked in local_web.asked if asked.path == "/hook"]
    assert len({asked.headers["webhook-id"] for asked in told}) == 1
    assert not [asked for asked in local_web.asked if asked.path == "/moved"]


def test_while_the_broker_is_away_posts_are_accepted_and_done_when_it_is_back(settings, house):
    away = settings.model_copy(update={"broker_url": "redis://127.0.0.1:1/0"})
    with TestClient(create_app(away, house.tools.engine), base_url="http://127.0.0.1") as client:
        replies = [client.post(URL, json=BODY) for _ in range(2)]
    assert [reply.status_code for reply in replies] == [202, 202]
    house.let_time_pass()
    with run_embedded_worker(settings, beat=False):
        tasks.sweep(house.tools)
        for reply in replies:
            verification_id = reply.json()["id"]
            until(lambda i=verification_id: _of(house, i)[0].state is DeliveryState.DELIVERED)


def _of(house, verification_id: str):
    """The deliveries of what was posted without a key, once there are any."""
    found = ()

    def told() -> bool:
        nonlocal found
        with house.tools.record() as store:
            found = store.list_deliveries(verification_id, "local")
        return bool(found)

    until(told)
    return found


@pytest.mark.parametrize("places", ["production"], indirect=True)
def test_while_the_database_is_away_a_post_is_a_503_and_nothing_is_half_written(
    settings, house, postgres_server
):
    admin = create_engine(
        make_url(postgres_server).set(drivername="postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
    )
    name = make_url(settings.record_url).database

    def let_in(*, allowed: bool) -> None:
        with admin.connect() as connection:
            connection.execute(text(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS {allowed}"))
            stop = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"
            connection.execute(text(stop), {"name": name})

    app = create_app(settings, house.tools.engine, house.tools.queue)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.post(URL, json=BODY).status_code == 202
        let_in(allowed=False)
        refused = client.post(URL, json=BODY, headers={"idempotency-key": "k"})
        assert refused.status_code == 503
        assert refused.headers["content-type"] == "application/problem+json"
        assert client.get("/readyz").json()["parts"]["record"] == "down"
        let_in(allowed=True)
        assert len(client.get(URL).json()["items"]) == 1
        assert client.post(URL, json=BODY, headers={"idempotency-key": "k"}).status_code == 202
    admin.dispose()


KILLED = """
import os, signal
from starlette.testclient import TestClient
from service.app import create_app
from service.settings import Settings

class Bell:
    def enqueue(self, task, record_id=None):
        os.kill(os.getpid(), signal.SIGKILL)

app = create_app(Settings(), bell=Bell())
TestClient(app, base_url="http://127.0.0.1").post({url!r}, json={body!r})
"""


@pytest.mark.parametrize("places", ["embedded"], indirect=True)
def test_an_api_killed_between_its_commit_and_its_bell_loses_nothing(settings, house):
    """The caller, who had no answer, asks again with the same key; there is one verification."""
    house.web.add(THERE, Answer(status=204))
    with house.tools.record() as store:
        store.add_webhook("local", THERE, (), SECRET)
    script = KILLED.format(url=URL, body=BODY)
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(settings), timeout=60, check=False
    )
    assert done.returncode == -signal.SIGKILL
    with house.tools.record() as store:
        (kept,) = store.list("local")
    house.let_time_pass()
    with run_embedded_worker(settings, beat=False):
        tasks.sweep(house.tools)
        tasks.sweep(house.tools)
        until(lambda: {d.state for d in _of(house, kept.id)} == {DeliveryState.DELIVERED})
    told = [asked for asked in house.web.asked if asked.host == "cms.test"]
    assert sorted(asked.path for asked in told) == ["/hook", "/registered"]
    assert len({asked.headers["webhook-id"] for asked in told}) == 1


# A worker whose scorer waits until a file says so: the one thing of ours that may be replaced.
HELD = """
import pathlib, time
from service.settings import Settings
from workers.assessing import load_scorer
from workers.tools import Tools
from workers.working import run_worker

folder = pathlib.Path({folder!r})

def scorer(tools):
    (folder / "assessing").touch()
    while not (folder / "go").exists():
        time.sleep(0.02)
    return load_scorer()

Tools.scorer = property(scorer)
raise SystemExit(run_worker(Settings(), concurrency=1))
"""


@pytest.mark.parametrize("places", ["production"], indirect=True)
def test_a_worker_killed_while_it_assesses_and_while_it_delivers_ends_all_once(
    settings, house, tmp_path
):
    held = [True]

    def hold(asked) -> Answer:
        while held[0] and not asked.closing.wait(0.02):
            pass
        return Answer(status=204)

    house.web.add(THERE, hold)
    with house.tools.record() as store:
        store.add_webhook("t", THERE, (), SECRET)
    script = HELD.format(folder=str(tmp_path))
    with (tmp_path / "worker.log").open("wb") as log:
        command = [sys.executable, "-c", script]
        process = subprocess.Popen(command, env=environment(settings), stdout=log, stderr=log)

    def kill_child() -> None:
        (child,) = psutil.Process(process.pid).children()
        child.send_signal(signal.SIGKILL)

    try:
        verification_id = house.post(replace(SUBMISSION, callback_url=None))
        until((tmp_path / "assessing").exists)
        kill_child()
        (tmp_path / "go").touch()
        assert house.wait(verification_id) is JobStatus.COMPLETED
        until(lambda: house.web.count(THERE) == 1)
        kill_child()
        held[0] = False
        house.let_time_pass()
        tasks.sweep(house.tools)
        until(lambda: house.deliveries(verification_id)[0].state is DeliveryState.DELIVERED)
    finally:
        process.terminate()
        assert process.wait(PATIENCE) == 0
    (delivery,) = house.deliveries(verification_id)
    ids = {asked.headers["webhook-id"] for asked in house.web.asked if asked.path == "/registered"}
    assert ids == {delivery.event_id}
    assert house.report(verification_id).revision == 1
