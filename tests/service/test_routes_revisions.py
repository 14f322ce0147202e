"""Rechecks make new revisions, and leave the old ones as they are."""

from dataclasses import replace

import pytest
from report_changes import with_statement
from report_fixture import sample_report

from service.domain import Recheck, Verdict
from service.store import open_store

URL = "/v1/verifications"


def finished(door) -> str:
    verification_id = door.posted()
    door.finish(verification_id, sample_report())
    return f"{URL}/{verification_id}"


def finish_again(door, url: str, **changes):
    """Do with the record what a worker does with a recheck."""
    report = with_statement(replace(sample_report(), revision=2), 1, **changes)
    door.finish(url.rpartition("/")[2], report)


def test_a_recheck_is_queued_as_the_next_revision_and_the_old_report_stays(door):
    url = finished(door)
    old = door.client.get(f"{url}/report")
    reply = door.client.post(f"{url}/recheck", json={"sources": "unread"})
    assert reply.status_code == 202
    view = reply.json()
    assert (view["revision"], view["status"], view["gate"]) == (2, "queued", None)
    assert view["stages"]["collect"] == {"done": 0, "total": None}
    assert reply.headers["location"] == url
    verification_id = url.rpartition("/")[2]
    assert door.rung == [verification_id] * 2
    with open_store(door.engine) as store:
        assert store.get(verification_id, "local").recheck is Recheck.UNREAD
    assert door.client.get(f"{url}/report").text == old.text
    pending = door.client.get(f"{url}/report?revision=2")
    assert pending.status_code == 409
    assert int(pending.headers["retry-after"]) > 0


def test_every_revision_is_readable_and_the_newest_is_given_by_default(door):
    url = finished(door)
    door.client.post(f"{url}/recheck")
    finish_again(door, url, verdict=Verdict.NOT_FOUND)
    reports = {n: door.client.get(f"{url}/report?revision={n}").json() for n in (1, 2)}
    assert [reports[n]["revision"] for n in (1, 2)] == [1, 2]
    assert reports[1]["statements"][0]["verdict"] != reports[2]["statements"][0]["verdict"]
    assert door.client.get(f"{url}/report").json() == reports[2]
    assert door.client.get(f"{url}/report?revision=3").status_code == 404


def test_the_report_of_a_recheck_that_failed_is_the_one_before(door):
    url = finished(door)
    door.client.post(f"{url}/recheck")
    door.fail(url.rpartition("/")[2], "The article could not be read.")
    assert door.client.get(f"{url}/report").json()["revision"] == 1
    assert door.client.get(f"{url}/report?revision=2").status_code == 409
    assert door.client.post(f"{url}/recheck").json()["revision"] == 3
    assert door.client.get(f"{url}/report?revision=2").status_code == 404


@pytest.mark.parametrize("mode", ["all", "unread"])
def test_what_still_goes_on_is_not_begun_again(door, mode):
    url = f"{URL}/{door.posted()}"
    reply = door.client.post(f"{url}/recheck", json={"sources": mode})
    assert reply.status_code == 409
    assert door.client.get(url).json()["revision"] == 1


def test_a_cancelled_verification_is_checked_again_as_a_whole(door):
    url = f"{URL}/{door.posted()}"
    door.client.post(f"{url}/cancel")
    assert door.client.post(f"{url}/recheck", json={"sources": "unread"}).status_code == 409
    assert door.client.post(f"{url}/recheck").status_code == 202


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"sources": 1}, "/sources"),
        ({"sources": None}, "/sources"),
        ({"what": "all"}, "/what"),
        ([], ""),
    ],
)
def test_a_recheck_that_makes_no_sense_is_pointed_at(door, body, pointer):
    url = finished(door)
    reply = door.client.post(f"{url}/recheck", json=body)
    assert reply.status_code == 422
    assert reply.json()["errors"][0]["pointer"] == pointer
    deep = door.client.post(
        f"{url}/recheck", content=b"[" * 100_000, headers={"content-type": "application/json"}
    )
    assert deep.status_code == 400


def test_revisions_and_verifications_are_compared(door):
    url = finished(door)
    door.client.post(f"{url}/recheck")
    finish_again(door, url, verdict=Verdict.NOT_FOUND)
    own = url.rpartition("/")[2]
    found = door.client.get(f"{url}/compare/{own}").json()
    assert (found["before"]["revision"], found["after"]["revision"]) == (1, 2)
    (changed,) = found["changed"]
    assert changed["after"]["verdict"] == "not_found"
    same = door.client.get(f"{url}/compare/{own}?revision=1&other_revision=1").json()
    assert same["changed"] == []
    other = finished(door).rpartition("/")[2]
    assert len(door.client.get(f"{url}/compare/{other}").json()["changed"]) == 1
    assert door.client.get(f"{url}/compare/{own}?revision=1").status_code == 404
    assert door.client.get(f"{url}/compare/{door.posted()}").status_code == 409


def test_where_no_earlier_report_is_there_to_compare_with_that_is_said(door):
    """As after a recheck that was cancelled: a revision there is, a report of it there is not."""
    url = finished(door)
    assert door.client.post(f"{url}/recheck").json()["revision"] == 2
    door.client.post(f"{url}/cancel")
    reply = door.client.get(f"{url}/compare/{url.rpartition('/')[2]}")
    assert reply.status_code == 404
    assert reply.json()["detail"] == "There is no earlier report to compare with."


def test_nobody_rechecks_or_compares_what_is_anothers(locked_door):
    from test_routes_keys import BODY, keys_of  # noqa: PLC0415  the one place that makes them

    ours, theirs = keys_of(locked_door, "ours", "theirs")
    client = locked_door.client
    posted = [client.post(URL, json=BODY, headers=k).json()["id"] for k in (ours, theirs)]
    for each in posted:
        locked_door.finish(each, sample_report())
    assert client.post(f"{URL}/{posted[0]}/recheck", headers=theirs).status_code == 404
    for one, two in (posted, posted[::-1]):
        assert client.get(f"{URL}/{one}/compare/{two}", headers=theirs).status_code == 404
