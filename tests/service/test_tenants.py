"""Every route tried with another tenant's ids: made from openapi.yaml, so none is forgotten."""

import pytest
from contract_facts import DOCUMENT
from report_fixture import sample_report
from test_routes_keys import BODY, keys_of

from service.auth import create_key
from service.domain import Scope
from service.store import open_store

ROUTES = [
    (method, path)
    for path, item in DOCUMENT["paths"].items()
    for method in item
    if "401" in item[method]["responses"]
]
OPEN = {"/healthz", "/readyz", "/metrics"}


def body_of(method: str, path: str):
    """A body that the route would take, from its example."""
    content = DOCUMENT["paths"][path][method].get("requestBody", {}).get("content", {})
    example = content.get("application/json", {})
    return example.get("example") or next(iter(example.get("examples", {}).values()), {}).get(
        "value"
    )


@pytest.fixture
def house_of_two(locked_door):
    """A door with two tenants; the first has one of everything. Gives the ids and the keys."""
    ours, theirs = keys_of(locked_door, "ours", "theirs")
    client = locked_door.client
    posted = client.post("/v1/verifications", json=BODY, headers=ours).json()["id"]
    locked_door.finish(posted, sample_report())
    hook = {"url": "https://cms.example.org/h"}
    made = client.post("/v1/webhooks", json=hook, headers=ours).json()["webhook"]["id"]
    known = {"id": posted, "other": posted, "sid": "st1", "source_id": "s1", "webhook_id": made}
    return locked_door, known, ours, theirs


def test_every_route_but_the_probes_asks_for_a_key():
    asked = {path for _, path in ROUTES}
    assert set(DOCUMENT["paths"]) - asked <= OPEN


def test_every_kind_of_id_is_tried(house_of_two):
    _, known, _, _ = house_of_two
    named = {part[1:-1] for _, path in ROUTES for part in path.split("/") if part.startswith("{")}
    assert named <= known.keys(), "give house_of_two one of these too"


@pytest.mark.parametrize(("method", "path"), [r for r in ROUTES if "{" in r[1]])
def test_another_tenants_ids_are_not_found_and_nothing_is_changed(house_of_two, method, path):
    door, known, _, theirs = house_of_two

    def everything():
        with open_store(door.engine, reading=True) as store:
            return (
                store.get(known["id"], "ours"),
                store.list_rulings(known["id"]),
                store.list_webhooks("ours"),
            )

    before = everything()
    url = path.format(**known)
    reply = door.client.request(method, url, json=body_of(method, path), headers=theirs)
    assert reply.status_code == 404, (reply.status_code, reply.text)
    assert everything() == before
    assert door.client.request(method, url, headers={}).status_code == 401


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_key_does_what_its_scope_allows_and_nothing_else(house_of_two, method, path, scope):
    door, known, _, _ = house_of_two
    with open_store(door.engine) as store:
        secret = create_key(store, "one scope", "ours", (scope,))
    headers = {"authorization": f"Bearer {secret}"}
    if path.endswith("/events"):
        headers["last-event-id"] = "1.end"
    url = path.format(**known)
    reply = door.client.request(method, url, json=body_of(method, path), headers=headers)
    needed = Scope.READ if method == "get" else Scope.VERIFY
    needed = Scope.ADMIN if path.startswith(("/v1/webhooks", "/v1/audit")) else needed
    assert (reply.status_code == 403) == (scope is not needed), reply.text


@pytest.mark.parametrize(
    ("method", "path"), [r for r in ROUTES if r[0] == "get" and "{" not in r[1]]
)
def test_a_list_holds_nothing_of_another_tenant(house_of_two, method, path):
    door, _, ours, theirs = house_of_two
    own = door.client.get(path, headers=ours).json()["items"]
    found = door.client.get(path, headers=theirs).json()["items"]
    assert own
    # The one thing that there is of the other tenant, its key, was written down when it was made.
    made = ["key.created"] if path == "/v1/audit" else []
    assert [each.get("action") for each in found] == made
    assert not {each["id"] for each in own} & {each["id"] for each in found}
