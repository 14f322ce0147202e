"""Server-sent events: everything once it has come about, and from where a listener left off."""

import json
from collections.abc import Iterator

import pytest
from conftest import HAPPENINGS
from report_fixture import sample_report

from service.domain import Happening, HappeningKind, Progress, Stage
from service.routes.events import Position, listen, position_of
from service.store import open_store

URL = "/v1/verifications"
STATEMENT = Happening(HappeningKind.STATEMENT, {"id": "st1", "verdict": "supported"})


def events_in(text: str) -> Iterator[dict[str, str]]:
    """Parse as a browser does: fields line by line, comments left out."""
    for block in text.split("\n\n"):
        lines = [line for line in block.split("\n") if line and not line.startswith(":")]
        fields = dict(line.split(": ", 1) for line in lines)
        if "data" in fields:
            yield fields


def ids_in(text: str) -> list[str]:
    return [event["id"] for event in events_in(text)]


@pytest.fixture
def ended(door):
    """The address of the events of a verification that has ended."""
    verification_id = door.posted()
    door.finish(verification_id, sample_report())
    return f"{URL}/{verification_id}/events"


def test_what_has_ended_is_told_whole_and_then_the_stream_ends(door, ended):
    reply = door.client.get(ended)
    assert reply.headers["content-type"].startswith("text/event-stream")
    told = list(events_in(reply.text))
    assert [e["event"] for e in told] == ["stage", "source", "stage", "end"]
    assert [json.loads(e["data"]) for e in told[:3]] == [each.data for each in HAPPENINGS]
    assert json.loads(told[-1]["data"]) == {
        "status": sample_report().status,
        "gate": "inconclusive",
        "error": None,
    }
    assert ids_in(reply.text) == ["1.1", "1.2", "1.3", "1.end"]


@pytest.mark.parametrize(
    ("last", "ids"),
    [
        ("1.1", ["1.2", "1.3", "1.end"]),
        ("1.3", ["1.end"]),
        ("1.999", ["1.end"]),
        ("", ["1.1", "1.2", "1.3", "1.end"]),
        ("0.2", ["1.1", "1.2", "1.3", "1.end"]),
        ("nonsense", ["1.1", "1.2", "1.3", "1.end"]),
        ("1.-1", ["1.1", "1.2", "1.3", "1.end"]),
        ("1.99999999999999999999", ["1.1", "1.2", "1.3", "1.end"]),
    ],
)
def test_a_listener_goes_on_behind_the_last_event_it_has(door, ended, last, ids):
    assert ids_in(door.client.get(ended, headers={"last-event-id": last}).text) == ids


def test_who_has_the_end_is_told_not_to_come_again(door, ended):
    reply = door.client.get(ended, headers={"last-event-id": "1.end"})
    assert (reply.status_code, reply.content) == (204, b"")


def test_head_of_a_stream_ends_although_the_stream_goes_on(door):
    reply = door.client.head(f"{URL}/{door.posted()}/events")
    assert (reply.status_code, reply.content) == (200, b"")
    assert reply.headers["content-type"].startswith("text/event-stream")


def test_events_of_another_tenant_are_not_found(locked_door):
    from test_routes_keys import keys_of  # noqa: PLC0415  the one place that makes them

    ours, theirs = keys_of(locked_door, "ours", "theirs")
    body = {"article": {"text": "One."}}
    posted = locked_door.client.post(URL, json=body, headers=ours).json()["id"]
    assert locked_door.client.get(f"{URL}/{posted}/events", headers=theirs).status_code == 404


def test_every_id_leads_back_to_its_position():
    for position in (Position(1, 0), Position(7, 12), Position(2, None)):
        assert position_of(position.id, position.revision) == position


def begun(door):
    verification_id = door.posted()
    with open_store(door.engine) as store:
        return store.begin(verification_id, Stage.COLLECT, 3)


def note(door, verification, *found: Happening) -> None:
    """Do with the record what a worker does that notes its progress."""
    with open_store(door.engine) as store:
        assert store.save_progress(verification.id, Stage.COLLECT, Progress(1, 2))
        store.add_happenings(verification.id, 1, found)


async def next_event(stream) -> dict[str, str]:
    while True:
        for event in events_in((await anext(stream)).decode()):
            return event


async def test_what_comes_about_is_told_while_the_stream_is_open(door):
    verification = begun(door)
    stream = listen(door.house, verification, Position(1, 0))
    for number in (1, 2):
        note(door, verification, STATEMENT)
        event = await next_event(stream)
        assert (event["event"], event["id"]) == ("statement", f"1.{number}")
    note(door, verification, STATEMENT)
    door.fail(verification.id, "no text")
    assert (await next_event(stream))["id"] == "1.3"
    assert json.loads((await next_event(stream))["data"])["error"] == "no text"
    assert [part async for part in stream] == []


async def test_no_listener_holds_a_connection_and_all_share_one_look(door):
    verification = begun(door)
    streams = [listen(door.house, verification, Position(1, 0)) for _ in range(50)]
    for stream in streams:
        await anext(stream)
    note(door, verification, STATEMENT)
    told = [await next_event(stream) for stream in streams]
    assert {event["id"] for event in told} == {"1.1"}
    assert door.engine.pool.checkedout() == 0
    assert len(door.house.watch._watched) == 1
    for stream in streams:
        await stream.aclose()
    assert door.house.watch._watched == {}
    assert door.house.watch._looking is None


@pytest.mark.parametrize("door", [{"stream_lifetime": 0.2}], indirect=True)
async def test_a_silent_stream_beats_like_a_heart_and_ends_in_time(door):
    verification = begun(door)
    stream = listen(door.house, verification, Position(1, 0), heartbeat=0.01)
    parts = [part async for part in stream]
    assert parts[1:]
    assert set(parts[1:]) == {b": ping\n\n"}


async def test_the_stream_of_what_was_erased_ends(door):
    verification = begun(door)
    stream = listen(door.house, verification, Position(1, 0))
    await anext(stream)
    assert door.client.delete(f"{URL}/{verification.id}").status_code == 204
    assert [part async for part in stream] == []


async def test_a_record_that_is_away_ends_no_stream_and_loses_no_event(door, tmp_path):
    verification = begun(door)
    stream = listen(door.house, verification, Position(1, 0), heartbeat=0.01)
    await anext(stream)
    note(door, verification, STATEMENT)
    door.fail(verification.id, "x")
    kept = tmp_path / "sourceproof.db"
    door.engine.dispose()
    kept.rename(tmp_path / "aside")
    kept.mkdir()
    assert await anext(stream) == b": ping\n\n"
    kept.rmdir()
    (tmp_path / "aside").rename(kept)
    assert [(await next_event(stream))["id"] for _ in range(2)] == ["1.1", "1.end"]
