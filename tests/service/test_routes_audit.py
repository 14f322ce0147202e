"""The audit log over HTTP: who did what to which id, and no word that anybody wrote."""

import pytest
from report_fixture import sample_report
from test_routes_keys import keys_of

from service.store import Attempt, DeliveryState, open_store

URL = "/v1/audit"
WORDS = ("MARKED-ARTICLE", "MARKED-NAME", "MARKED-REASON", "marked.example")
WORD = {"action": "dispute", "by": "MARKED-NAME", "reason": "MARKED-REASON"}


def entries(door, query="", headers=None):
    reply = door.client.get(URL + query, headers=headers)
    assert reply.status_code == 200, reply.text
    return reply.json()["items"]


def do_everything(door, headers=None):
    """Decide, erase and cancel; register, rotate, disable, enable and remove a receiver."""
    client, verifications = door.client, "/v1/verifications"
    body = {"article": {"text": "MARKED-ARTICLE was opened on Monday."}}
    ids = [client.post(verifications, json=body, headers=headers).json()["id"] for _ in range(2)]
    door.finish(ids[0], sample_report())
    statement = f"{verifications}/{ids[0]}/statements/st1/decisions"
    assert client.post(statement, json=WORD, headers=headers).status_code == 201
    assert client.delete(f"{verifications}/{ids[0]}", headers=headers).status_code == 204
    assert client.post(f"{verifications}/{ids[1]}/cancel", headers=headers).status_code == 200
    url = {"url": "https://marked.example/hook?token=1", "events": ["verification.failed"]}
    hook = client.post("/v1/webhooks", json=url, headers=headers).json()["webhook"]["id"]
    for then in ("rotate", "disable", "disable", "enable", "enable"):
        client.post(f"/v1/webhooks/{hook}/{then}", headers=headers)
    client.delete(f"/v1/webhooks/{hook}", headers=headers)
    return ids, hook


def test_each_act_is_written_down_once_with_who_and_to_what(door):
    (erased, cancelled), hook = do_everything(door)
    found = entries(door)
    assert [(each["action"], each["subject"]) for each in reversed(found)] == [
        ("decision.made", erased),
        ("verification.erased", erased),
        ("verification.cancelled", cancelled),
        ("webhook.registered", hook),
        ("webhook.rotated", hook),
        ("webhook.disabled", hook),
        ("webhook.enabled", hook),
        ("webhook.removed", hook),
    ]
    assert {each["who"] for each in found} == {"local"}
    decided = found[-1]["detail"]
    assert decided == {
        "statement_id": "st1",
        "revision": 1,
        "decision": "dispute",
        "verdict": None,
    }
    assert not any(word in door.client.get(URL).text for word in WORDS)


def test_who_is_the_key_that_was_used_and_the_request_is_named(locked_door):
    (ours,) = keys_of(locked_door, "ours")
    do_everything(locked_door, {**ours, "x-request-id": "proxy-7"})
    *done, created = entries(locked_door, headers=ours)
    assert {each["who"] for each in done} == {created["subject"]}
    assert {each["request_id"] for each in done} == {"proxy-7"}
    assert (created["action"], created["who"]) == ("key.created", "command")


def test_an_act_that_fails_is_not_written_down(door):
    assert door.client.delete("/v1/verifications/vf_none").status_code == 404
    assert door.client.post("/v1/webhooks/wh_none/rotate").status_code == 404
    assert entries(door) == []


def test_the_log_is_filtered_and_given_in_pages(door):
    (erased, _), hook = do_everything(door)
    assert len(entries(door, f"?subject={hook}")) == 5
    assert [e["subject"] for e in entries(door, "?action=verification.erased")] == [erased]
    assert entries(door, "?who=key_1") == [] == entries(door, "?until=2001-01-01")
    first = door.client.get(f"{URL}?limit=5&subject={hook}&since=2001-01-01").json()
    assert first["next_cursor"] is None
    first = door.client.get(f"{URL}?limit=3&subject={hook}").json()
    rest = door.client.get(first["links"]["next"]).json()
    assert [e["action"] for e in rest["items"]] == ["webhook.rotated", "webhook.registered"]
    assert rest["links"]["next"] is None


@pytest.mark.parametrize("query", ["?limit=0", "?action=x", "?whom=1", "?cursor=x", "?since=x"])
def test_a_question_that_makes_no_sense_is_refused(door, query):
    reply = door.client.get(URL + query)
    assert (reply.status_code, len(reply.json()["errors"])) == (422, 1)


def test_a_receiver_that_was_told_shows_each_attempt(door):
    """The list of deliveries says of each attempt when, what came, and how long it took."""
    made = door.client.post("/v1/webhooks", json={"url": "https://cms.example.org/h"}).json()
    hook = made["webhook"]["id"]
    verification_id = door.posted()
    with open_store(door.engine) as store:
        store.fail(verification_id, "x")
        (delivery_id,) = store.add_deliveries(verification_id, "verification.failed", ())
        begun = store.begin_delivery(delivery_id)
        attempt = Attempt(1, begun.created_at, 500, "status", 0.25)
        store.record_attempt(delivery_id, attempt, DeliveryState.PENDING, begun.due_at)
    (item,) = door.client.get(f"/v1/webhooks/{hook}/deliveries").json()["items"]
    (shown,) = item["attempt_log"]
    assert (shown["number"], shown["status"], shown["outcome"], shown["seconds"]) == (
        1,
        500,
        "status",
        0.25,
    )
