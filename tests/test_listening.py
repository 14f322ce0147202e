"""Listeners hear from a worker whatever it does, on both shapes of the house."""

import json

from fixtures_flow import SOURCE

from service.app import create_app
from service.domain import Stage
from service.routes.events import Position, listen
from service.store import make_engine
from workers import flow, tasks


def test_a_worker_tells_of_sources_and_statements_and_of_those_again_that_a_crash_repeats(house):
    verification_id = house.add()
    tasks.collect(house.tools, verification_id)
    with house.tools.record() as store:
        crashed = store.begin(verification_id, Stage.ASSESS, 3, claimant="m1")
        assert crashed
        store.release(verification_id, "m1")
    tasks.assess(house.tools, verification_id)
    with house.tools.record() as store:
        told = store.happenings_after(verification_id, 1, 0)
    assert [number for number, _ in told] == [1, 2, 3, 4]
    assert [(h.kind.value, h.data) for _, h in told] == [
        ("stage", {"stage": "collect", "total": 1}),
        ("source", {"url": SOURCE, "access": "ok", "done": 1, "total": 1}),
        ("stage", {"stage": "assess", "total": 1}),
        ("statement", {"id": "st1", "verdict": "supported", "done": 1, "total": 1}),
    ]


async def test_a_listener_at_the_front_door_hears_a_worker_to_the_end(house, worker, settings):
    engine = make_engine(settings.record_url)
    door = create_app(settings, engine, house.tools.queue).state.house
    verification = house.get(house.post())
    heard = b"".join([part async for part in listen(door, verification, Position(1, 0))]).decode()
    data = [json.loads(x[6:]) for x in heard.splitlines() if x.startswith("data: ")]
    assert [d.get("verdict") for d in data if "id" in d] == ["supported"]
    assert data[-1]["status"] == "completed"
    assert heard.count("event: end\n") == 1
    engine.dispose()


def test_what_was_told_is_forgotten_after_a_day_when_the_report_has_it_all(house):
    verification_id = house.add()
    tasks.collect(house.tools, verification_id)

    def told():
        with house.tools.record() as store:
            return store.happenings_after(verification_id, 1, 0)

    made = house.get(verification_id).created_at
    flow.expire(house.tools, made + flow.HAPPENINGS_KEPT)
    assert told()
    flow.expire(house.tools, made + flow.HAPPENINGS_KEPT * 2)
    assert told() == ()
