"""Stored source texts: opened by their own tenant, named in its report, never in the public one."""

import pytest
from report_fixture import sample_report

from service.store import open_store

URL = "/v1/verifications"


@pytest.fixture
def finished(door):
    verification_id = door.posted()
    door.finish(verification_id, sample_report())
    return f"{URL}/{verification_id}"


def test_every_source_that_was_read_names_where_its_text_is_and_passages_are_in_it(door, finished):
    """Offsets of evidence give the passage back from what the address serves."""
    report = door.client.get(f"{finished}/report").json()
    served = {}
    for source in report["sources"]:
        if source["snapshot_url"] is None:
            assert source["text_sha256"] is None or source["access"] != "ok"
            continue
        reply = door.client.get(source["snapshot_url"])
        assert reply.status_code == 200
        assert reply.headers["content-type"] == "text/plain; charset=utf-8"
        served[source["id"]] = reply.content.decode()
    passages = [e for s in report["statements"] for e in s["evidence"]]
    assert passages
    for passage in passages:
        text = served[passage["source_id"]]
        assert text[passage["start"] : passage["end"]] == passage["text"]


def test_the_public_report_names_no_stored_text(door, finished):
    """They are somebody else's works, and may be private."""
    report = door.client.get(f"{finished}/report", params={"audience": "public"}).json()
    assert {source["snapshot_url"] for source in report["sources"]} == {None}


def test_a_text_is_known_by_its_etag(door, finished):
    """Who has it already is not sent it again."""
    first = door.client.get(f"{finished}/sources/s1/text")
    again = door.client.get(
        f"{finished}/sources/s1/text", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("source_id", ["s999", "nonsense", "%00", "..%2Freport"])
def test_a_source_without_a_text_is_not_found(door, finished, source_id):
    """Whatever it tries to be."""
    assert door.client.get(f"{finished}/sources/{source_id}/text").status_code == 404


def test_an_erased_verification_takes_its_texts_along(door, finished):
    """The address then answers as one that never was."""
    with open_store(door.engine) as store:
        assert store.erase(finished.rpartition("/")[2], "local")
    assert door.client.get(f"{finished}/sources/s1/text").status_code == 404
