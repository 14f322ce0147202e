"""Whatever a caller sends: a 4xx problem that points at the field, never a 5xx."""

import json

import pytest

from service.routes.body_limit import BodyLimit
from service.schemas.problem import Problem

URL = "/v1/verifications"
JSON = {"content-type": "application/json"}


def refused(reply, status):
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/problem+json"
    problem = reply.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    Problem.model_validate(problem)
    return problem


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"nonsense", b"\xff\xfe", b'{"article":', b"[" * 200_000, b'{"a":' * 200_000),
        *(b'{"article":{"text":"\\ud800"}}', b'{"article":{"text":"\xed\xa0\x80"}}'),
    ],
    ids=lambda body: repr(body[:24]),
)
def test_what_is_no_json_is_a_bad_request(door, body):
    refused(door.client.post(URL, content=body, headers=JSON), 400)


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ([], ""),
        (None, ""),
        ("text", ""),
        ({}, "/article"),
        ({"article": None}, "/article"),
        ({"article": {}}, "/article"),
        ({"article": {"text": "a", "html": "b"}}, "/article"),
        ({"article": {"text": ""}}, "/article/text"),
        ({"article": {"text": " \n"}}, "/article/text"),
        ({"article": {"text": 7}}, "/article/text"),
        ({"article": {"text": "a\0b"}}, "/article/text"),
        ({"article": {"text": "a", "title": "a\nb"}}, "/article/title"),
        ({"article": {"text": "a", "title": "x" * 1001}}, "/article/title"),
        ({"article": {"text": "a", "language": "klingon!"}}, "/article/language"),
        ({"article": {"text": "a", "published_at": "yesterday"}}, "/article/published_at"),
        ({"article": {"text": "a", "published_at": 1700000000}}, "/article/published_at"),
        ({"article": {"text": "a", "published_at": "2026-02-30"}}, "/article/published_at"),
        (
            {"article": {"text": "a", "published_at": "0001-01-01T00:00:00+14:00"}},
            "/article/published_at",
        ),
        ({"article": {"text": "a", "external_id": "x\u0000"}}, "/article/external_id"),
        ({"article": {"text": "a", "text/~": 1}}, "/article/text~1~0"),
        ({"article": {"url": "ftp://example.org/"}}, "/article/url"),
        ({"article": {"url": "http://[::1"}}, "/article/url"),
        ({"article": {"url": "https://"}}, "/article/url"),
        ({"article": {"url": "https://user:word@example.org/"}}, "/article/url"),
        ({"article": {"text": "a"}, "sources": [{}]}, "/sources/0"),
        (
            {"article": {"text": "a"}, "sources": [{"url": "https://a.org", "text": "b"}]},
            "/sources/0",
        ),
        ({"article": {"text": "a"}, "sources": [{"text": "b"}, {"url": "x"}]}, "/sources/1/url"),
        (
            {"article": {"text": "a"}, "sources": [{"text": "b", "private": 1}]},
            "/sources/0/private",
        ),
        ({"article": {"text": "a"}, "sources": [{"text": "b"}] * 501}, "/sources"),
        ({"article": {"text": "a"}, "options": {"fail_when": 1}}, "/options/fail_when"),
        ({"article": {"text": "a"}, "options": {"fail_on": "SP101"}}, "/options/fail_on"),
        ({"article": {"text": "a"}, "options": {"fail_on": ["SP999"]}}, "/options/fail_on"),
        ({"article": {"text": "a"}, "options": {"fail_on": ["supported"]}}, "/options/fail_on"),
        (
            {"article": {"text": "a"}, "options": {"max_could_not_check": 101}},
            "/options/max_could_not_check",
        ),
        (
            {"article": {"text": "a"}, "options": {"min_reader_verifiable": "50"}},
            "/options/min_reader_verifiable",
        ),
        (
            {"article": {"text": "a"}, "options": {"on_inconclusive": "explode"}},
            "/options/on_inconclusive",
        ),
        ({"article": {"text": "a"}, "callback_url": "gopher://a.org/"}, "/callback_url"),
        ({"article": {"text": "a"}, "extra": 1}, "/extra"),
    ],
    ids=str,
)
def test_a_wrong_field_is_named_by_its_pointer(door, body, pointer):
    reply = door.client.post(URL, content=json.dumps(body), headers=JSON)
    problem = refused(reply, 422)
    assert pointer in {error["pointer"] for error in problem["errors"]}
    assert door.rung == []


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "app.localhost", "10.0.0.8", "192.168.1.1", "169.254.169.254"),
        *("0.0.0.0", "[::1]", "[::ffff:10.0.0.1]", "[fe80::1]", "[fd00::1]", "2130706433"),
        *("0x7f.1", "0177.0.0.1", "127.1", "metadata.google.internal", "[2002:7f00:1::]"),
        *("[64:ff9b::7f00:1]", "224.0.0.1", "localhost."),
    ],
)
def test_a_callback_to_a_private_address_is_refused_at_once(door, host):
    reply = door.post(article={"text": "a"}, callback_url=f"http://{host}:8080/hook")
    problem = refused(reply, 422)
    assert problem["errors"][0]["pointer"] == "/callback_url"


@pytest.mark.parametrize("door", [{"allow_networks": "127.0.0.0/8"}], indirect=True)
def test_a_callback_into_a_network_that_the_operator_opened_is_taken(door):
    assert door.post(article={"text": "a"}, callback_url="http://127.0.0.1:9/").status_code == 202
    assert door.post(article={"text": "a"}, callback_url="http://localhost:9/").status_code == 202
    assert door.post(article={"text": "a"}, callback_url="http://10.0.0.1:9/").status_code == 422


@pytest.mark.parametrize(
    "kind", [None, "text/plain", "application/xml", "nonsense", "application/x-www-form-urlencoded"]
)
def test_a_body_of_another_type_is_refused_with_what_would_be_taken(door, kind):
    headers = {"content-type": kind} if kind else {}
    reply = door.client.post(URL, content=b'{"article":{"text":"a"}}', headers=headers)
    refused(reply, 415)
    assert reply.headers["accept"] == "application/json, multipart/form-data"


def test_a_body_of_20_megabytes_is_refused_by_its_declared_length(door):
    reply = door.client.post(URL, content=b"x" * 20_000_000, headers=JSON)
    refused(reply, 413)


def test_a_body_without_a_length_is_refused_once_it_has_grown_too_large(door):
    sent = []

    def chunks():
        for _ in range(200):
            sent.append(1)
            yield b" " * 100_000

    refused(door.client.post(URL, content=chunks(), headers=JSON), 413)


async def test_the_body_limit_stops_reading_into_memory_at_the_limit():
    """The app sees no byte past the limit, however much the client sends."""
    seen = []

    async def app(scope, receive, send):
        while (message := await receive()).get("more_body"):
            seen.append(len(message["body"]))

    async def receive():
        return {"type": "http.request", "body": b"x" * 40, "more_body": len(sent) < 1}

    sent = []

    async def send(message):
        sent.append(message)

    await BodyLimit(app, 100)({"type": "http", "headers": []}, receive, send)
    assert sum(seen) <= 100
    assert sent[0]["status"] == 413
    assert not sent[-1].get("more_body")


@pytest.mark.parametrize("door", [{"max_article_bytes": 100}], indirect=True)
def test_an_article_over_the_operators_limit_is_too_large(door):
    refused(door.post(article={"text": "ä" * 60}), 413)
    assert door.post(article={"text": "ä" * 50}).status_code == 202


@pytest.mark.parametrize(
    "path",
    [
        "vf_unknown",
        "%00",
        "..%2f..%2fetc%2fpasswd",
        "x" * 5000,
        "%F0%9F%92%A9",
        "%ff",
        "'%20OR%201=1",
    ],
)
@pytest.mark.parametrize("tail", ["", "/report"])
def test_an_id_that_is_none_is_not_found(door, path, tail):
    refused(door.client.get(f"{URL}/{path}{tail}"), 404)


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("limit=0", "/limit"),
        ("limit=101", "/limit"),
        ("limit=many", "/limit"),
        ("limit=1e99", "/limit"),
        ("cursor=nonsense", "/cursor"),
        ("cursor=%00", "/cursor"),
        ("cursor=", "/cursor"),
        ("status=done", "/status"),
        ("external_id=%00", "/external_id"),
        ("external_id=" + "x" * 201, "/external_id"),
    ],
)
def test_a_wrong_query_is_named_by_its_parameter(door, query, pointer):
    problem = refused(door.client.get(f"{URL}?{query}"), 422)
    assert (problem["errors"][0]["pointer"], problem["errors"][0]["in"]) == (pointer, "query")


@pytest.mark.parametrize(
    ("path", "allow"),
    [
        (URL, "GET, HEAD, POST"),
        (f"{URL}/vf_1", "DELETE, GET, HEAD"),
        (f"{URL}/vf_1/cancel", "POST"),
    ],
)
def test_a_method_that_an_address_does_not_take_is_told_which_it_takes(door, path, allow):
    """All of them, whichever view stands first."""
    reply = door.client.put(path)
    refused(reply, 405)
    assert reply.headers["allow"] == allow


@pytest.mark.parametrize("prefer", ["wait", "wait=", "wait=-1", "wait=soon", ";;,=,", "wait=1.5"])
def test_a_preference_that_makes_no_sense_is_passed_over(door, prefer):
    body = {"article": {"text": "One sentence."}}
    reply = door.client.post(URL, json=body, headers={"prefer": prefer})
    assert reply.status_code == 202
    assert "preference-applied" not in reply.headers


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 256, "schlüssel"])
def test_an_idempotency_key_that_cannot_be_one_is_refused(door, key):
    headers = {"idempotency-key": key.encode()}
    problem = refused(door.client.post(URL, json={"article": {"text": "A."}}, headers=headers), 422)
    assert problem["errors"][0]["in"] == "header"


def test_a_database_that_is_down_is_a_503_with_retry_after(door, tmp_path):
    door.engine.dispose()
    for file in tmp_path.glob("sourceproof.db*"):
        file.unlink()
    tmp_path.joinpath("sourceproof.db").mkdir()
    for reply in (door.post(article={"text": "A."}), door.client.get(URL)):
        refused(reply, 503)
        assert int(reply.headers["retry-after"]) > 0
    assert door.rung == []
