"""Keys and tenants: without a key nothing is told, with one only what is its own."""

import pytest
from report_fixture import sample_report

from service.auth import create_key, open_session
from service.domain import Scope
from service.store import open_store

URL = "/v1/verifications"
BODY = {"article": {"text": "The harbour opened on Monday."}}


def keys_of(door, *tenants):
    with open_store(door.engine) as store:
        return [{"authorization": f"Bearer {create_key(store, t, t)}"} for t in tenants]


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer ", "Bearer nonsense", "Basic dTpw", "Bearer sp_\x7f", "sp_x"],
)
@pytest.mark.parametrize("path", ["", "/vf_1", "/vf_1/report"])
def test_without_a_known_key_nothing_is_told(locked_door, authorization, path):
    headers = {} if authorization is None else {"authorization": authorization}
    reply = locked_door.client.get(URL + path, headers=headers)
    assert reply.status_code == 401
    assert reply.headers["www-authenticate"].startswith("Bearer")
    assert reply.headers["content-type"] == "application/problem+json"


def test_a_tenant_sees_only_its_own(locked_door):
    ours, theirs = keys_of(locked_door, "ours", "theirs")
    client = locked_door.client
    posted = client.post(URL, json=BODY, headers=ours).json()["id"]
    locked_door.finish(posted, sample_report())
    for tail in ("", "/report"):
        assert client.get(f"{URL}/{posted}{tail}", headers=ours).status_code == 200
        assert client.get(f"{URL}/{posted}{tail}", headers=theirs).status_code == 404
    assert client.get(URL, headers=theirs).json()["items"] == []


def test_tenants_do_not_share_idempotency_keys(locked_door):
    ours, theirs = keys_of(locked_door, "ours", "theirs")
    replies = [
        locked_door.client.post(URL, json=BODY, headers=key | {"idempotency-key": "k"})
        for key in (ours, theirs, ours)
    ]
    assert [r.status_code for r in replies] == [202, 202, 202]
    ids = [r.json()["id"] for r in replies]
    assert ids[0] == ids[2] != ids[1]


def test_a_cursor_of_another_tenant_is_refused(locked_door):
    ours, theirs = keys_of(locked_door, "ours", "theirs")
    for _ in range(2):
        locked_door.client.post(URL, json=BODY, headers=ours)
    page = locked_door.client.get(f"{URL}?limit=1", headers=ours).json()
    reply = locked_door.client.get(page["links"]["next"], headers=theirs)
    assert reply.status_code == 422
    assert reply.json()["errors"][0]["pointer"] == "/cursor"


def test_a_key_is_asked_for_before_the_body_is_read(locked_door):
    reply = locked_door.client.post(URL, content=b"nonsense")
    assert reply.status_code == 401


def test_a_browser_that_is_signed_in_may_read_and_change_nothing(locked_door):
    """Links and events work by the cookie; a call that changes anything needs the key itself."""
    with open_store(locked_door.engine) as store:
        secret = create_key(store, "desk", "ours")
        cookie = {"cookie": f"sourceproof={open_session(store, secret)}"}
    key = {"authorization": f"Bearer {secret}"}
    client = locked_door.client
    posted = client.post(URL, json=BODY, headers=key).json()["id"]
    locked_door.finish(posted, sample_report())
    for tail in ("", f"/{posted}", f"/{posted}/report"):
        assert client.get(URL + tail, headers=cookie).status_code == 200
        assert client.head(URL + tail, headers=cookie).status_code == 200
    assert client.post(URL, json=BODY, headers=cookie).status_code == 401
    assert client.delete(f"{URL}/{posted}", headers=cookie).status_code == 401
    wrong = cookie | {"authorization": "Bearer nonsense"}
    assert client.get(URL, headers=wrong).status_code == 401


def test_a_session_is_held_to_the_scopes_of_its_key(locked_door):
    with open_store(locked_door.engine) as store:
        token = open_session(store, create_key(store, "desk", "ours", (Scope.READ,)))
    cookie = {"cookie": f"sourceproof={token}"}
    assert locked_door.client.get(URL, headers=cookie).status_code == 200
    assert locked_door.client.get("/v1/webhooks", headers=cookie).status_code == 403
