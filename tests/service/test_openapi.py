"""openapi.yaml: equal to the code, valid, and every example in it real."""

import json
from dataclasses import replace

import jsonschema
import pytest
from contract_facts import DOCUMENT, FILE
from openapi_spec_validator import OpenAPIV31SpecValidator
from report_fixture import sample_report

from service.auth import create_key
from service.domain import EventType, Scope, Submission
from service.openapi import openapi_text
from service.schemas.examples import PROBLEMS, REQUESTS
from service.store import open_store
from workers.delivering import make_payload

URL = "/v1/verifications"


def test_the_committed_document_is_the_one_made_from_the_code():
    assert FILE.read_text(encoding="utf-8") == openapi_text(), (
        "run: python -m service.openapi > openapi.yaml"
    )


def test_the_document_is_valid_openapi_3_1():
    assert DOCUMENT["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(DOCUMENT).validate()


def test_the_running_service_gives_the_same_document(door):
    assert door.client.get("/openapi.json").json() == DOCUMENT


def test_no_header_of_a_request_is_described_as_an_array():
    """Generators of clients leave out a whole operation for one."""
    for path, method, operation in operations():
        headers = [p for p in operation.get("parameters", ()) if p["in"] == "header"]
        assert "array" not in json.dumps([p["schema"] for p in headers]), (path, method)


def schema(name):
    return {"$ref": f"#/components/schemas/{name}", "components": DOCUMENT["components"]}


def check(value, name):
    validator = jsonschema.Draft202012Validator(
        schema(name), format_checker=jsonschema.FormatChecker()
    )
    validator.validate(value)


def operations():
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def test_every_view_says_what_it_does_and_how_its_errors_look():
    for path, method, operation in operations():
        assert operation["summary"], (path, method)
        for status, response in operation["responses"].items():
            if status[0] in "45":
                assert list(response["content"]) == ["application/problem+json"], (path, status)


def test_every_answer_and_body_has_an_example():
    """In each media type; of the report in each format."""
    lacking = [
        (path, method, media_type)
        for path, method, operation in operations()
        for part in (*operation["responses"].values(), operation.get("requestBody", {}))
        for media_type, content in part.get("content", {}).items()
        if not content.keys() & {"example", "examples"}
    ]
    assert lacking == []


def test_every_json_example_of_an_answer_is_valid_by_its_own_schema():
    """The report's too, which is a real one, read and written anew."""
    for path, _, operation in operations():
        for response in operation["responses"].values():
            content = response.get("content", {}).get("application/json", {})
            if "example" in content:
                whole = content["schema"] | {"components": DOCUMENT["components"]}
                assert jsonschema.Draft202012Validator(whole).is_valid(content["example"]), path


def test_every_link_leads_to_an_operation_and_gives_what_it_needs():
    """Parameters of the path are given, and no other name than the operation has."""
    known = {
        operation["operationId"]: {p["name"]: p["in"] for p in operation.get("parameters", ())}
        for _, _, operation in operations()
    }
    links = [
        link
        for _, _, operation in operations()
        for response in operation["responses"].values()
        for link in response.get("links", {}).values()
    ]
    assert len(links) > 30
    for link in links:
        takes = known[link["operationId"]]
        assert link["parameters"].keys() <= takes.keys()
        assert {name for name, place in takes.items() if place == "path"} <= set(link["parameters"])


@pytest.mark.parametrize("kind", DOCUMENT["webhooks"])
def test_every_webhook_has_an_example_of_its_type(kind):
    """In the shape of the schema that receivers are told."""
    content = DOCUMENT["webhooks"][kind]["post"]["requestBody"]["content"]["application/json"]
    assert content["example"]["type"] == kind
    check(content["example"], content["schema"]["$ref"].rpartition("/")[2])


@pytest.mark.parametrize("name", REQUESTS)
def test_every_request_example_is_accepted_and_answered_in_the_shape_of_the_example(door, name):
    operation = DOCUMENT["paths"][URL]["post"]
    body = operation["requestBody"]["content"]["application/json"]
    example = body["examples"][name]["value"]
    check(example, "VerificationRequest")
    reply = door.post(**example)
    assert reply.status_code == 202, reply.text
    check(reply.json(), "Verification")
    shown = operation["responses"]["202"]["content"]["application/json"]["example"]
    assert shape(reply.json()) == shape(shown)


def shape(value):
    """The keys of a value, and their order; values may differ."""
    if isinstance(value, dict):
        return [(key, shape(each)) for key, each in value.items()]
    return None


def test_the_example_answers_validate_and_have_the_shape_of_real_ones(door):
    verification_id = door.posted()
    for path, url in ((URL, URL), (URL + "/{id}", f"{URL}/{verification_id}")):
        content = DOCUMENT["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
        real = door.client.get(url).json()
        assert shape(real) == shape(content["example"])
        for value in (real, content["example"]):
            jsonschema.validate(value, content["schema"] | {"components": DOCUMENT["components"]})


def test_the_report_of_the_document_is_the_published_one(door):
    verification_id = door.posted()
    door.finish(verification_id, sample_report())
    check(door.client.get(f"{URL}/{verification_id}/report").json(), "Report")


def problem_examples():
    return {
        name: example["value"]
        for _, _, operation in operations()
        for response in operation["responses"].values()
        for media_type, content in response.get("content", {}).items()
        if media_type == "application/problem+json"
        for name, example in content["examples"].items()
    }


def test_every_problem_that_we_have_an_example_of_is_in_the_document():
    assert set(problem_examples()) == set(PROBLEMS)


HOOK = {"url": "https://cms.example.org/h"}
WORD = {"action": "accept", "by": "Ann", "reason": "Seen."}
ARTICLE = {"article": {"text": "A sentence."}}


def hooks(client, number):
    """Register so many receivers; give the last answer."""
    return [client.post("/v1/webhooks", json=HOOK) for _ in range(number)][-1]


def hook(client, then=None):
    """Register a receiver, and do something with it; give its address."""
    made = client.post("/v1/webhooks", json=HOOK).json()["webhook"]
    if then is not None:
        client.post(f"/v1/webhooks/{made['id']}/{then}")
    return f"/v1/webhooks/{made['id']}"


def provoke(door, name):
    """Do what the example of that name is the answer to."""
    client = door.client
    path = f"{URL}/{door.posted()}" if name not in {"record_down", "no_key"} else ""
    if name in {"failed", "already_ended", "nothing_read_yet"}:
        door.fail(path.rsplit("/", 1)[1], "the article could not be read.")
    if name == "no_such_statement":
        door.finish(path.rsplit("/", 1)[1], sample_report())
    if name == "not_ready":
        door.has_broker = False
    if name == "key_reused":
        client.post(URL, json=ARTICLE, headers={"idempotency-key": "k"})
    private = {**ARTICLE, "callback_url": "http://192.168.0.10/hook"}
    json_type = {"content-type": "application/json"}
    return {
        "malformed_json": lambda: client.post(URL, content=b"{", headers=json_type),
        "no_key": lambda: client.get(URL),
        "foreign_page": lambda: client.post(URL, json=ARTICLE, headers={"origin": "https://a.b"}),
        "no_such_verification": lambda: client.get(f"{URL}/vf_none"),
        "not_acceptable": lambda: client.get(f"{path}/report", headers={"accept": "image/png"}),
        "not_finished": lambda: client.get(f"{path}/report"),
        "failed": lambda: client.get(f"{path}/report"),
        "already_ended": lambda: client.post(f"{path}/cancel"),
        "still_going": lambda: client.post(f"{path}/recheck"),
        "nothing_read_yet": lambda: client.post(f"{path}/recheck", json={"sources": "unread"}),
        "no_such_revision": lambda: client.get(f"{path}/report?revision=7"),
        "wrong_revision": lambda: client.get(f"{path}/report?revision=0"),
        "wrong_sources": lambda: client.post(f"{path}/recheck", json={"sources": "some"}),
        "not_json": lambda: client.post(f"{path}/recheck", content=b"x"),
        "no_such_statement": lambda: client.post(f"{path}/statements/none/decisions", json=WORD),
        "no_verdict": lambda: client.post(
            f"{path}/statements/st1/decisions", json={**WORD, "action": "override"}
        ),
        "no_such_webhook": lambda: client.delete("/v1/webhooks/wh_none"),
        "private_webhook": lambda: client.post("/v1/webhooks", json={"url": "http://10.0.0.1/"}),
        "unknown_event": lambda: client.post("/v1/webhooks", json={**HOOK, "events": ["x"]}),
        "too_many_webhooks": lambda: hooks(client, 51),
        "what_to_redeliver": lambda: client.post(f"{hook(client)}/redeliver", json={}),
        "webhook_disabled": lambda: client.post(
            f"{hook(client, 'disable')}/redeliver", json={"delivery_id": "dl_1"}
        ),
        "too_large": lambda: client.post(URL, content=b"x" * 10_000_001, headers=json_type),
        "wrong_content_type": lambda: client.post(URL, content=b"x"),
        "no_article": lambda: client.post(URL, json={"article": {}}),
        "unknown_option": lambda: client.post(URL, json={**ARTICLE, "options": {"fail_when": 1}}),
        "private_callback": lambda: client.post(URL, json=private),
        "key_reused": lambda: client.post(
            URL, json={"article": {"text": "B."}}, headers={"idempotency-key": "k"}
        ),
        "wrong_limit": lambda: client.get(f"{URL}?limit=1000"),
        "unknown_filter": lambda: client.get(f"{URL}?state=queued"),
        "wrong_audience": lambda: client.get(f"{path}/report?audience=all"),
        "foreign_cursor": lambda: client.get(f"{URL}?cursor=abc"),
        "record_down": lambda: client.get(URL),
        "not_ready": lambda: client.get("/readyz"),
    }[name]()


APART = {
    "key_in_use",
    "no_key",
    "wrong_scope",
    "record_down",
    "too_many_requests",
    "too_many_at_once",
}


@pytest.mark.parametrize("name", [n for n in PROBLEMS if n not in APART])
def test_every_problem_example_is_what_the_service_answers(door, name):
    example = problem_examples()[name]
    check(example, "Problem")
    reply = provoke(door, name)
    assert (reply.status_code, reply.json()) == (example["status"], example)


def test_the_problem_of_a_missing_key_is_what_the_service_answers(locked_door):
    assert provoke(locked_door, "no_key").json() == problem_examples()["no_key"]


def test_the_problem_of_too_many_requests_is_what_the_service_answers(locked_door):
    with open_store(locked_door.engine) as store:
        key = {"authorization": f"Bearer {create_key(store, 'cms', 'desk')}"}
    # In whichever of two minutes the request falls, it is the one too many.
    for _ in range(600):
        locked_door.house.limiter.take("desk")
    replies = [locked_door.client.get(URL, headers=key) for _ in range(601)]
    refused = next(reply for reply in replies if reply.status_code == 429)
    assert refused.json() == problem_examples()["too_many_requests"]


def test_the_problem_of_a_wrong_scope_is_what_the_service_answers(locked_door):
    with open_store(locked_door.engine) as store:
        secret = create_key(store, "reader", "desk", (Scope.READ,))
    reply = locked_door.client.post(URL, headers={"authorization": f"Bearer {secret}"})
    assert reply.json() == problem_examples()["wrong_scope"]


def test_the_problem_of_too_many_at_once_is_what_the_service_answers(door):
    with open_store(door.engine) as store:
        for _ in range(1000):
            store.add(Submission(content=b"A."), "local")
    assert door.post(**ARTICLE).json() == problem_examples()["too_many_at_once"]


def test_the_problem_of_a_record_that_is_down_is_what_the_service_answers(door, tmp_path):
    door.engine.dispose()
    for file in tmp_path.glob("sourceproof.db*"):
        file.unlink()
    tmp_path.joinpath("sourceproof.db").mkdir()
    assert provoke(door, "record_down").json() == problem_examples()["record_down"]


def test_the_upload_of_the_document_is_taken(locked_door):
    form = DOCUMENT["components"]["schemas"]["Upload"]
    assert form["required"] == ["file"]
    fields = set(form["properties"]) - {"file"}
    assert fields == {
        "title",
        "language",
        "published_at",
        "external_id",
        "sources",
        "options",
        "callback_url",
    }
    with open_store(locked_door.engine) as store:
        key = {"authorization": f"Bearer {create_key(store, 'cms', 'desk')}"}
    files = {"file": ("draft.md", b"A draft.")}
    assert locked_door.client.post(URL, files=files, headers=key).status_code == 202


def test_a_webhook_is_sent_in_the_shape_of_the_document(door):
    """The sender lives in another room; here its words are held to the contract."""
    report = sample_report()
    verification_id = door.posted(text="A.", external_id="x1")
    door.finish(verification_id, report)
    with open_store(door.engine) as store:
        kind = "verification.completed"
        (delivery_id,) = store.add_deliveries(verification_id, kind, ("https://example.org/h",))
        delivery = store.begin_delivery(delivery_id)
        verification = store.get(verification_id, "local")
    body = make_payload(delivery, verification, report.counts, "https://check.example.org")
    check(json.loads(body), "WebhookEvent")
    changes = [{"source_id": "s1", "url": None, "statement_id": "st1", "change": "gone"}]
    told = replace(delivery, event_type="source.changed", told={"changes": changes, "left_out": 0})
    told_body = make_payload(told, verification, report.counts, "https://check.example.org")
    check(json.loads(told_body), "SourceChangedEvent")
    assert set(json.loads(body)["data"]) == set(
        DOCUMENT["components"]["schemas"]["WebhookData"]["properties"]
    )
    assert len(body) < 20_000
    assert set(DOCUMENT["webhooks"]) == {*EventType, "ping"}
