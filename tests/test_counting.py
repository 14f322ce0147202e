"""What workers did is counted once, and told by the front door, on either shape of the house."""

import subprocess
import sys
from dataclasses import replace

import pytest
from fixtures_flow import DRAFT, PATIENCE, SUBMISSION, until
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient
from test_flow_crashes import WORKER, environment

from service.app import create_app
from service.domain import DeliveryState
from service.queue import Task
from workers import tasks

MIXED = replace(SUBMISSION, content=DRAFT + b"\nThe mayor left [on Friday](http://gone.test/x).\n")


def scraped(house) -> dict[tuple[str, ...], float]:
    app = create_app(house.tools.settings, house.tools.engine, house.tools.queue)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        text = client.get("/metrics").text
    return {
        (s.name.removeprefix("sourceproof_"), *sorted(s.labels.values())): s.value
        for family in text_string_to_metric_families(text)
        for s in family.samples
    }


def done(house) -> None:
    """Follow a verification to the end of its delivery."""
    verification_id = house.post(MIXED)
    house.wait(verification_id)
    until(lambda: house.deliveries(verification_id)[0].state is DeliveryState.DELIVERED)
    for task in (Task.COLLECT, Task.ASSESS):  # again, as a broker may
        house.tools.queue.enqueue(task, verification_id)
    second = house.post(MIXED)
    house.wait(second)
    until(lambda: house.deliveries(second)[0].state is DeliveryState.DELIVERED)


def check(found) -> None:
    assert found["fetches_total", "ok"] == 2
    assert found["fetches_total", "dead"] == 2
    assert found["verdicts_total", "supported"] == 2
    assert found["verifications_ended_total", "completed_with_gaps"] == 2
    assert found["webhook_attempts_total", "delivered", "verification.completed"] == 2
    for stage in ("collect", "assess", "notify"):
        assert found["stage_seconds_count", stage] == 2
        assert found["stage_seconds_bucket", "+Inf", stage] == 2


def test_a_worker_in_this_process_is_told_of(house, worker):
    done(house)
    found = scraped(house)
    check(found)
    assert found["workers", "assess"] == 1


@pytest.mark.parametrize("places", ["production"], indirect=True)
def test_workers_that_are_processes_need_no_port_of_their_own(settings, house, tmp_path):
    """Two pools with children, as production has them."""
    log = (tmp_path / "worker.log").open("wb")
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER.replace("concurrency=1", f"{queues}, concurrency=1")],
            env=environment(settings),
            stdout=log,
            stderr=log,
        )
        for queues in (["collect", "notify"], ["assess"])
    ]
    try:
        done(house)
        found = scraped(house)
        check(found)
        alive = {queue: found["workers", queue] for queue in ("collect", "assess", "sweep")}
        assert alive == {"collect": 1, "assess": 1, "sweep": 0}
    finally:
        for process in processes:
            process.terminate()
        assert [process.wait(PATIENCE) for process in processes] == [0, 0]
        log.close()
    assert scraped(house)["workers", "collect"] == 0


def test_what_failed_is_counted_as_that(house):
    verification_id = house.add(replace(SUBMISSION, content=b"\x00" * 50, media_type=None))
    tasks.collect(house.tools, verification_id)
    tasks.collect(house.tools, verification_id)
    assert scraped(house)["verifications_ended_total", "failed"] == 1
