"""Verifications are posted: as JSON or a file, once, and waited for."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from report_fixture import sample_report

from service.domain import JobStatus, Stage
from service.queue import Task
from service.routes.intake import UPLOAD_TYPES
from service.routes.waiting import preferred_wait
from service.schemas.examples import PROBLEMS
from service.store import open_store

URL = "/v1/verifications"
BODY = {"article": {"text": "The harbour opened on Monday.", "external_id": "cms-1"}}


def test_a_post_is_accepted_with_its_place_and_a_pace_for_asking_again(door):
    reply = door.post(**BODY)
    assert reply.status_code == 202
    view = reply.json()
    assert reply.headers["location"] == f"{URL}/{view['id']}" == view["links"]["self"]
    assert int(reply.headers["retry-after"]) > 0
    assert view["status"] == "queued"
    assert view["stages"] == {
        "collect": {"done": 0, "total": None},
        "assess": {"done": 0, "total": None},
    }
    assert view["external_id"] == "cms-1"


def test_a_worker_is_told_after_the_commit(door, monkeypatch):
    """Whoever is rung for is in the record already."""
    found = []

    def enqueue(task, record_id):
        with open_store(door.engine, reading=True) as store:
            found.append((task, store.get(record_id, "local").id))
        return True

    monkeypatch.setattr(door, "enqueue", enqueue)
    posted = door.posted()
    assert found == [(Task.COLLECT, posted)]


def test_a_broker_that_is_down_loses_no_verification(door):
    door.has_broker = False
    verification_id = door.posted()
    assert door.client.get(f"{URL}/{verification_id}").json()["status"] == "queued"


@pytest.mark.parametrize(
    ("article", "media_type"),
    [
        ({"text": "Ä. B."}, "text/plain"),
        ({"html": "<p>Ä. B.</p>"}, "text/html"),
        ({"markdown": "Ä. *B.*"}, "text/markdown"),
    ],
)
def test_the_draft_is_recorded_as_utf8_with_its_type(door, article, media_type):
    submission = recorded(door, door.posted(**article))
    assert submission.content.decode() == next(iter(article.values()))
    assert submission.media_type.split(";")[0] == media_type


def test_every_field_of_the_contract_reaches_the_record(door):
    reply = door.post(
        article={
            "text": "A.",
            "title": "T",
            "language": "en-GB",
            "published_at": "2026-03-01",
            "external_id": "x1",
        },
        sources=[
            {"url": "https://example.org/a", "label": "A"},
            {"text": "What they said.", "private": True},
        ],
        options={"fail_on": ["SP201", "not_found"], "max_could_not_check": 12.5},
        callback_url="https://example.org/hook",
    )
    submission = recorded(door, reply.json()["id"])
    assert (submission.title, submission.language, submission.external_id) == ("T", "en", "x1")
    assert submission.published_at.isoformat() == "2026-03-01T00:00:00+00:00"
    assert [(s.url, s.text, s.label, s.private) for s in submission.sources] == [
        ("https://example.org/a", None, "A", False),
        (None, "What they said.", None, True),
    ]
    assert submission.options == {"fail_on": ["SP201", "not_found"], "max_could_not_check": 12.5}
    assert submission.callback_url == "https://example.org/hook"


def recorded(door, verification_id):
    with open_store(door.engine) as store:
        return store.begin(verification_id, Stage.COLLECT, 3).submission


def upload(door, name="draft.md", content=b"# Title\n\nText.", kind=None, **fields):
    file = (name, content, kind) if kind else (name, content)
    return door.client.post(URL, files={"file": file}, data=fields)


@pytest.mark.parametrize(
    ("name", "kind", "media_type"),
    [
        ("draft.md", None, "text/markdown"),
        ("DRAFT.HTML", None, "text/html"),
        ("draft.txt", "application/octet-stream", "text/plain"),
        ("draft", "text/markdown", "text/markdown"),
        ("draft.docx", None, UPLOAD_TYPES[".docx"]),
        ("draft.txt", "text/plain; charset=windows-1252", "text/plain; charset=windows-1252"),
    ],
)
def test_an_upload_is_told_by_its_ending_then_by_its_type(door, name, kind, media_type):
    reply = upload(door, name, b"A draft.", kind)
    assert reply.status_code == 202, reply.text
    submission = recorded(door, reply.json()["id"])
    assert (submission.media_type, submission.content) == (media_type, b"A draft.")
    assert submission.filename == name


def test_an_upload_takes_the_same_fields_as_json(door):
    reply = upload(
        door,
        title="T",
        external_id="x2",
        sources='[{"url": "https://example.org/a"}]',
        options='{"on_inconclusive": "warn"}',
        callback_url="https://example.org/hook",
    )
    assert reply.status_code == 202, reply.text
    submission = recorded(door, reply.json()["id"])
    assert (submission.title, submission.external_id) == ("T", "x2")
    assert submission.sources[0].url == "https://example.org/a"
    assert submission.options == {"on_inconclusive": "warn"}
    assert submission.callback_url == "https://example.org/hook"


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"sources": "["}, "/sources"),
        ({"sources": "{}"}, "/sources"),
        ({"sources": '[{"url": "x"}]'}, "/sources/0/url"),
        ({"options": '{"nope": 1}'}, "/options/nope"),
        ({"options": '{"fail_on": ["SP999"]}'}, "/options/fail_on"),
        ({"sources": "[" * 5000}, "/sources"),
        ({"callback_url": "http://10.0.0.1/"}, "/callback_url"),
        ({"published_at": "soon"}, "/published_at"),
        ({"title": "a\0b"}, "/title"),
        ({"article": "{}"}, "/article"),
        ({"title": ["a", "b"]}, "/title"),
    ],
    ids=str,
)
def test_a_wrong_field_of_an_upload_is_named(door, fields, pointer):
    reply = upload(door, **fields)
    assert reply.status_code == 422, reply.text
    assert reply.json()["errors"][0]["pointer"] == pointer


def test_an_upload_needs_one_file_that_holds_something(door):
    assert upload(door, content=b" \n").json()["errors"][0]["pointer"] == "/file"
    none = door.client.post(URL, files={"other": ("a.md", b"A.")})
    assert none.json()["errors"][0]["pointer"] == "/other"
    two = door.client.post(URL, files=[("file", ("a.md", b"A.")), ("file", ("b.md", b"B."))])
    assert two.status_code == 422
    many = door.client.post(URL, files=[("file", (f"{i}.md", b"A.")) for i in range(9)])
    assert many.status_code == 400


def test_a_file_of_another_kind_is_refused(door):
    reply = upload(door, "draft.exe", b"MZ")
    assert reply.status_code == 415
    assert reply.json()["errors"][0]["pointer"] == "/file"


@pytest.mark.parametrize("body", [b"", b"--x", b"--x\r\n\r\n", b"--x--\r\n", b"nonsense"])
def test_a_broken_multipart_body_is_the_callers_error(door, body):
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert door.client.post(URL, content=body, headers=headers).status_code in {400, 422}


def test_the_same_key_and_body_replay_the_first_answer(door):
    headers = {"idempotency-key": "k-1"}
    first = door.client.post(URL, json=BODY, headers=headers)
    door.finish(first.json()["id"], sample_report())
    again = door.client.post(URL, json=BODY, headers=headers)
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["location"] == first.headers["location"]
    assert len(door.client.get(URL).json()["items"]) == 1


def test_the_same_key_replays_though_the_bytes_of_the_body_differ(door):
    """Neither the order of keys nor the boundary of a form is part of what was asked."""
    first = upload(door, title="T")
    headers = {"idempotency-key": "k-2"}
    ids = set()
    for boundary in ("aaa", "bbb"):
        kind = {"content-type": f"multipart/form-data; boundary={boundary}"}
        body = (
            f"--{boundary}\r\nContent-Disposition: form-data; name=file; filename=a.md\r\n\r\n"
            f"Text.\r\n--{boundary}--\r\n"
        )
        reply = door.client.post(URL, content=body.encode(), headers=headers | kind)
        assert reply.status_code == 202, reply.text
        ids.add(reply.json()["id"])
    assert len(ids) == 1
    assert first.json()["id"] not in ids


def test_the_same_key_with_another_body_is_refused(door):
    headers = {"idempotency-key": "k-3"}
    door.client.post(URL, json=BODY, headers=headers)
    reply = door.client.post(URL, json={"article": {"text": "Another."}}, headers=headers)
    assert reply.status_code == 422
    assert len(door.client.get(URL).json()["items"]) == 1


def test_while_the_first_request_of_a_key_waits_another_is_told_to_come_again(door):
    """Once the first has its answer, the second gets the same verification."""
    headers = {"idempotency-key": "k-4", "prefer": "wait=20"}
    with ThreadPoolExecutor() as pool:
        first = pool.submit(door.client.post, URL, json=BODY, headers=headers)
        while not door.rung:
            time.sleep(0.01)
        second = door.client.post(URL, json=BODY, headers={"idempotency-key": "k-4"})
        other = door.client.post(URL, json={"article": {"text": "B."}}, headers=headers)
        door.finish(door.rung[0], sample_report())
    example = PROBLEMS["key_in_use"].model_dump(mode="json", exclude_none=True)
    assert (second.status_code, second.json()) == (409, example)
    assert int(second.headers["retry-after"]) > 0
    assert other.status_code == 422
    again = door.client.post(URL, json=BODY, headers={"idempotency-key": "k-4"})
    assert again.json()["id"] == first.result().json()["id"]


def test_without_a_key_every_post_is_a_verification(door):
    assert door.posted() != door.posted()


def test_a_preference_is_heard_in_whichever_of_several_headers_it_stands(door):
    """RFC 7240, section 2: many in one header, or a header for each."""
    headers = [("prefer", "respond-async"), ("prefer", "return=minimal, wait=0")]
    reply = door.client.post(URL, json=BODY, headers=headers)
    assert reply.headers["preference-applied"] == "wait=0"


def test_waiting_answers_as_soon_as_the_verification_is_finished(door):
    """The worker here finishes it while the post waits."""

    def work():
        while not door.rung:
            time.sleep(0.01)
        door.finish(door.rung[0], sample_report())

    worker = threading.Thread(target=work)
    worker.start()
    reply = door.client.post(URL, json=BODY, headers={"prefer": "respond-async, wait=20"})
    worker.join()
    assert reply.status_code == 202
    assert reply.headers["preference-applied"] == "wait=20"
    assert JobStatus(reply.json()["status"]).is_final
    assert "retry-after" not in reply.headers


def test_waiting_ends_with_the_time_asked_for(door):
    reply = door.client.post(URL, json=BODY, headers={"prefer": "wait=0"})
    assert reply.json()["status"] == "queued"
    assert reply.headers["preference-applied"] == "wait=0"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ([], None),
        (["wait=5"], 5),
        (["WAIT = 5"], 5),
        (['wait="7"; foo=bar'], 7),
        (["respond-async", "wait=3, wait=9"], 3),
        (["wait=86400"], 30),
        (["waiting=5"], None),
        (["wait=x"], None),
    ],
)
def test_the_preference_is_read_as_rfc_7240_writes_it(headers, seconds):
    assert preferred_wait(headers) == seconds
