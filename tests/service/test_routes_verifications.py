"""Verifications: listed, looked at."""

import pytest
from report_fixture import sample_report

from service.policy import judge, make_policy

URL = "/v1/verifications"


def test_the_status_shows_the_counts_of_each_stage_and_the_gate(door):
    verification_id = door.posted()
    door.finish(verification_id, sample_report())
    view = door.client.get(f"{URL}/{verification_id}").json()
    assert view["stages"]["collect"] == {"done": 2, "total": 2}
    assert view["status"] == sample_report().status
    assert view["gate"] == sample_report().gate.result
    assert view["completed_at"] is not None


def test_an_etag_spares_an_answer_that_has_not_changed(door):
    url = f"{URL}/{door.posted()}"
    first = door.client.get(url)
    tag = first.headers["etag"]
    for named in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        same = door.client.get(url, headers={"if-none-match": named})
        assert (same.status_code, same.content) == (304, b"")
        assert same.headers["etag"] == tag
    door.fail(url.rsplit("/", 1)[1], "The article could not be read.")
    changed = door.client.get(url, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.json()["error"] == "The article could not be read."
    assert changed.headers["etag"] != tag
    assert "retry-after" not in changed.headers


def test_pages_of_the_list_hold_each_verification_once_newest_first(door):
    posted = [door.posted() for _ in range(7)]
    found, url = [], f"{URL}?limit=3"
    while url:
        page = door.client.get(url).json()
        found += [item["id"] for item in page["items"]]
        url = page["links"]["next"]
        assert (page["next_cursor"] is None) == (url is None)
    assert found == posted[::-1]


def test_the_list_is_filtered_and_its_next_page_keeps_the_filter(door):
    failed = [door.posted(text="A.", external_id="x&y=1") for _ in range(3)]
    for verification_id in failed:
        door.fail(verification_id, "no")
    door.posted(text="A.", external_id="x&y=1")
    query = {"status": "failed", "external_id": "x&y=1", "limit": 2}
    page = door.client.get(URL, params=query).json()
    assert [item["id"] for item in page["items"]] == failed[:0:-1]
    rest = door.client.get(page["links"]["next"]).json()
    assert [item["id"] for item in rest["items"]] == failed[:1]
    assert door.client.get(URL, params={"external_id": "nobody"}).json()["items"] == []


def test_the_list_is_narrowed_by_what_the_newest_report_says(door):
    report = judge(sample_report(), make_policy({}))
    finished, other = door.posted(), door.posted()
    door.finish(finished, report)

    def found(**query):
        return [item["id"] for item in door.client.get(URL, params=query).json()["items"]]

    assert found(gate="fail") == found(verdict="contradicted") == [finished]
    assert found(rule=report.findings[0].rule, verdict="supported") == [finished]
    assert found(rule="SP999") == found(gate="pass") == []
    made = door.client.get(f"{URL}/{other}").json()["created_at"]
    assert found(created_from=made) == [other]
    assert found(created_until=made) == [finished]
    assert found(created_from="2000-01-01", created_until="2000-01-02") == []


@pytest.mark.parametrize(
    ("query", "pointer"),
    [
        ("gate=maybe", "/gate"),
        ("verdict=true", "/verdict"),
        ("rule=SP2", "/rule"),
        ("created_from=yesterday", "/created_from"),
        ("created_until=1", "/created_until"),
        ("external_id=a%00b", "/external_id"),
        ("state=queued", "/state"),
        ("limit=0", "/limit"),
        ("cursor=%FF", "/cursor"),
    ],
)
def test_a_filter_that_makes_no_sense_is_pointed_at(door, query, pointer):
    reply = door.client.get(f"{URL}?{query}")
    assert reply.status_code == 422
    (error,) = reply.json()["errors"]
    assert (error["in"], error["pointer"]) == ("query", pointer)


def test_the_next_page_keeps_every_filter(door):
    for _ in range(3):
        door.posted()
    query = {"limit": 2, "created_from": "2020-01-01T00:00:00+02:00", "status": "queued"}
    link = door.client.get(URL, params=query).json()["links"]["next"]
    assert {"status=queued", "limit=2"} <= set(link.partition("?")[2].split("&"))
    assert len(door.client.get(link).json()["items"]) == 1
