"""Receivers of webhooks: registered once, shown without their secrets, told what they ask for."""

import pytest

from service.domain import EventType
from service.store import open_store

URL = "/v1/webhooks"
HOOK = "https://cms.example.org/hook"


def register(door, **body):
    reply = door.client.post(URL, json={"url": HOOK, **body})
    assert reply.status_code == 201, reply.text
    return reply.json()


def tell(door, kind: EventType, callbacks=()):
    """Do with the record what ends a verification; give the deliveries."""
    verification_id = door.posted()
    door.fail(verification_id, "x")
    with open_store(door.engine) as store:
        store.add_deliveries(verification_id, kind, callbacks)
        return store.list_deliveries(verification_id, "local")


def test_the_secret_is_shown_when_it_is_made_and_never_again(door):
    made = register(door)
    assert made["secret"].startswith("whsec_")
    rotated = door.client.post(f"{URL}/{made['webhook']['id']}/rotate").json()
    assert rotated["secret"] != made["secret"]
    assert rotated["webhook"]["old_secret_until"] is not None
    listed = door.client.get(URL)
    assert [item["id"] for item in listed.json()["items"]] == [made["webhook"]["id"]]
    assert "whsec_" not in listed.text


def test_a_receiver_is_told_of_what_it_asked_for_and_once_however_it_is_named(door):
    some = register(door, events=["verification.failed"])["webhook"]["id"]
    every = register(door, url=f"{HOOK}/2")["webhook"]["id"]
    failed = tell(door, EventType.FAILED, (HOOK, "https://other.example.org/"))
    assert {d.webhook_id for d in failed} == {some, every, None}
    assert len(failed) == 3
    assert {d.webhook_id for d in tell(door, EventType.CANCELLED)} == {every}


def test_a_disabled_receiver_is_told_nothing_until_it_is_enabled(door):
    made = register(door)["webhook"]["id"]
    (waiting,) = tell(door, EventType.FAILED)
    view = door.client.post(f"{URL}/{made}/disable").json()
    assert view["disabled_by"] == "caller"
    (item,) = door.client.get(f"{URL}/{made}/deliveries").json()["items"]
    assert (item["id"], item["state"]) == (waiting.id, "disabled")
    assert tell(door, EventType.FAILED) == ()
    assert door.client.post(f"{URL}/{made}/redeliver", json={"delivery_id": "x"}).status_code == 409
    assert door.client.post(f"{URL}/{made}/enable").json()["disabled_at"] is None
    assert len(tell(door, EventType.FAILED)) == 1


def test_one_delivery_or_those_of_a_time_are_made_once_more(door):
    made = register(door)["webhook"]["id"]
    found = [tell(door, EventType.FAILED)[0] for _ in range(3)]
    again = f"{URL}/{made}/redeliver"
    assert door.client.post(again, json={"delivery_id": found[0].id}).status_code == 404
    door.client.post(f"{URL}/{made}/disable")
    door.client.post(f"{URL}/{made}/enable")
    one = door.client.post(again, json={"delivery_id": found[0].id})
    assert (one.status_code, one.json()["delivery_ids"]) == (202, [found[0].id])
    since = found[1].created_at.isoformat()
    rest = door.client.post(again, json={"since": since}).json()["delivery_ids"]
    assert rest == [found[1].id, found[2].id]
    assert door.told == [each.id for each in found]
    past = {"since": "2000-01-01", "until": "2000-01-02"}
    assert door.client.post(again, json=past).json()["delivery_ids"] == []
    with open_store(door.engine) as store:
        begun = store.begin_delivery(found[0].id)
    assert begun.event_id == found[0].event_id


def test_deliveries_are_given_in_pages_newest_first(door):
    made = register(door)["webhook"]["id"]
    found = [tell(door, EventType.FAILED)[0].id for _ in range(3)]
    first = door.client.get(f"{URL}/{made}/deliveries?limit=2").json()
    assert [item["id"] for item in first["items"]] == found[:0:-1]
    cursor = first["next_cursor"]
    rest = door.client.get(f"{URL}/{made}/deliveries?limit=2&cursor={cursor}").json()
    assert ([item["id"] for item in rest["items"]], rest["next_cursor"]) == (found[:1], None)


def test_a_ping_is_rung_for_and_without_a_broker_refused(door):
    made = register(door)["webhook"]["id"]
    reply = door.client.post(f"{URL}/{made}/ping")
    assert reply.status_code == 202
    assert reply.json()["ping"]["outcome"] is None
    assert door.told == [made]
    door.has_broker = False
    assert door.client.post(f"{URL}/{made}/ping").status_code == 503


def test_a_receiver_that_is_removed_takes_its_deliveries_with_it(door):
    made = register(door)["webhook"]["id"]
    (delivery,) = tell(door, EventType.FAILED)
    assert door.client.delete(f"{URL}/{made}").status_code == 204
    assert door.client.delete(f"{URL}/{made}").status_code == 404
    with open_store(door.engine) as store:
        assert store.begin_delivery(delivery.id) is None


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/url"),
        ({"url": "ftp://a.example/"}, "/url"),
        ({"url": "http://127.0.0.1/"}, "/url"),
        ({"url": "http://[::ffff:10.0.0.1]/"}, "/url"),
        ({"url": HOOK, "events": ["all"]}, "/events/0"),
        ({"url": HOOK, "events": "ping"}, "/events"),
        ({"url": HOOK, "secret": "whsec_x"}, "/secret"),
    ],
)
def test_a_receiver_that_makes_no_sense_is_pointed_at(door, body, pointer):
    reply = door.client.post(URL, json=body)
    assert reply.status_code == 422
    assert reply.json()["errors"][0]["pointer"] == pointer
