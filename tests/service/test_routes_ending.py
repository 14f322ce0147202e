"""Verifications cancelled and erased: once, by their own tenant, and for good."""

import pytest
from report_fixture import sample_report

from service.domain import EventType, JobStatus
from service.store import open_store
from service.store.tables import metadata

URL = "/v1/verifications"
HOOK = "https://cms.example.org/hook"
POST = {"article": {"text": "The harbour opened on Monday."}, "callback_url": HOOK}


def events_of(door, verification_id):
    with open_store(door.engine) as store:
        return store.list_deliveries(verification_id, "local")


def test_cancelling_ends_it_and_tells_its_subscriber_once_however_often_it_is_asked(door):
    verification_id = door.post(**POST).json()["id"]
    replies = [door.client.post(f"{URL}/{verification_id}/cancel") for _ in range(3)]
    assert [r.status_code for r in replies] == [200, 200, 200]
    assert replies[0].json() == replies[2].json()
    assert replies[0].json()["status"] == "cancelled"
    (delivery,) = events_of(door, verification_id)
    assert (delivery.event_type, delivery.url) == (EventType.CANCELLED, HOOK)
    assert door.told == [delivery.id]


def test_cancelling_without_a_broker_is_kept_all_the_same(door):
    door.has_broker = False
    verification_id = door.post(**POST).json()["id"]
    assert door.client.post(f"{URL}/{verification_id}/cancel").status_code == 200
    assert events_of(door, verification_id)


@pytest.mark.parametrize("status", [JobStatus.FAILED, JobStatus.COMPLETED_WITH_GAPS])
def test_what_has_ended_otherwise_stays_as_it_is(door, status):
    verification_id = door.posted()
    if status is JobStatus.FAILED:
        door.fail(verification_id, "no text")
    else:
        door.finish(verification_id, sample_report())
    reply = door.client.post(f"{URL}/{verification_id}/cancel")
    assert reply.status_code == 409
    assert reply.headers["content-type"] == "application/problem+json"
    assert door.client.get(f"{URL}/{verification_id}").json()["status"] == status


def test_the_report_of_a_cancelled_verification_says_so(door):
    verification_id = door.posted()
    door.client.post(f"{URL}/{verification_id}/cancel")
    reply = door.client.get(f"{URL}/{verification_id}/report")
    assert reply.status_code == 409
    assert reply.json()["detail"] == "The verification was cancelled."
    assert "retry-after" not in reply.headers


# The audit log, which says who erased, holds ids alone, the tallies numbers, the last what workers
# there are.
WITHOUT_TEXT = {"audit", "tallies", "workers"}


def test_erasing_leaves_nothing_of_it_in_any_table(door):
    key = {"idempotency-key": "k"}
    verification_id = door.client.post(URL, json=POST, headers=key).json()["id"]
    door.finish(verification_id, sample_report())
    with open_store(door.engine) as store:
        assert store.add_deliveries(verification_id, EventType.COMPLETED, (HOOK,))
    reply = door.client.delete(f"{URL}/{verification_id}")
    assert (reply.status_code, reply.content) == (204, b"")
    with door.engine.connect() as connection:
        for table in metadata.sorted_tables:
            left = connection.execute(table.select()).all()
            assert not left or table.name in WITHOUT_TEXT, table.name
            assert POST["article"]["text"] not in str(left)
    for tail in ("", "/report"):
        assert door.client.get(f"{URL}/{verification_id}{tail}").status_code == 404
    assert door.client.delete(f"{URL}/{verification_id}").status_code == 404
    assert door.client.post(URL, json=POST, headers=key).json()["id"] != verification_id


def test_nobody_cancels_or_erases_what_is_anothers(locked_door):
    from test_routes_keys import keys_of  # noqa: PLC0415  the one place that makes them

    ours, theirs = keys_of(locked_door, "ours", "theirs")
    client = locked_door.client
    posted = client.post(URL, json=POST, headers=ours).json()["id"]
    assert client.post(f"{URL}/{posted}/cancel", headers=theirs).status_code == 404
    assert client.delete(f"{URL}/{posted}", headers=theirs).status_code == 404
    assert client.get(f"{URL}/{posted}", headers=ours).json()["status"] == "queued"
