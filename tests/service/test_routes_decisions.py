"""Decisions: taken with name and reason, told in every report, weighed at the gate."""

from dataclasses import replace

import pytest
from report_fixture import sample_report

from service.domain import Verdict
from service.policy import judge, make_policy
from service.schemas.report import ReportOut

URL = "/v1/verifications"
WORD = {"by": "Ann", "reason": "Read <again>."}
ONE = next(a for a in sample_report().assessments if a.verdict is Verdict.CONTRADICTED)
REPORT = judge(replace(sample_report(), decisions=(), assessments=(ONE,)), make_policy({}))


@pytest.fixture
def url(door):
    """The address of a verification that has ended, and fails by one statement."""
    verification_id = door.posted()
    door.finish(verification_id, REPORT)
    return f"{URL}/{verification_id}"


def decide(door, url, statement_id=ONE.statement.id, **word):
    return door.client.post(f"{url}/statements/{statement_id}/decisions", json={**WORD, **word})


def test_a_decision_is_told_in_the_report_beside_the_computed_verdict(door, url):
    before = door.client.get(f"{url}/report").headers["etag"]
    reply = decide(door, url, action="override", verdict="supported")
    assert reply.status_code == 201
    assert reply.json()["computed_verdict"] == "contradicted"
    told = door.client.get(f"{url}/report")
    assert told.headers["etag"] != before
    report = told.json()
    ReportOut.model_validate(report)
    assert report["statements"][0]["verdict"] == "contradicted"
    (decision,) = report["decisions"]
    assert (decision["by"], decision["verdict"]) == ("Ann", "supported")
    assert decision["is_standing"] is True
    assert report["gate"]["result"] == reply.json()["gate"]
    assert {f["suppressed_by"] for f in report["findings"] if f["statement_id"]} == {
        "override by Ann"
    }
    page = door.client.get(f"{url}/report", headers={"accept": "text/html"}).text
    assert "Overridden: Supported by <bdi>Ann</bdi>" in page
    assert "Read &lt;again&gt;." in page


def test_the_gate_of_the_status_and_of_the_list_follows(door, url):
    assert door.client.get(url).json()["gate"] == "fail"
    assert decide(door, url, action="dispute").json()["gate"] == "inconclusive"
    assert door.client.get(url).json()["gate"] == "inconclusive"
    assert door.client.get(URL, params={"gate": "fail"}).json()["items"] == []
    decide(door, url, action="accept")
    assert door.client.get(url).json()["gate"] == "fail"
    assert len(door.client.get(f"{url}/report").json()["decisions"]) == 2


def test_the_public_learns_that_it_was_decided_and_neither_by_whom_nor_why(door, url):
    decide(door, url, action="dispute")
    public = door.client.get(f"{url}/report", params={"audience": "public"})
    assert public.json()["decisions"][0]["action"] == "dispute"
    assert "by Ann" not in public.text
    assert '"Ann"' not in public.text
    assert "<again>" not in public.text


def test_a_recheck_keeps_the_decision_in_the_gate_and_the_old_revision_tells_it(door, url):
    decide(door, url, action="dispute")
    door.client.post(f"{url}/recheck")
    door.finish(url.rpartition("/")[2], replace(REPORT, revision=2))
    for revision in (1, 2):
        report = door.client.get(f"{url}/report?revision={revision}").json()
        assert report["decisions"][0]["is_standing"] is True
        assert report["gate"]["result"] == "inconclusive"


@pytest.mark.parametrize(
    ("word", "pointer"),
    [
        ({"action": "ignore"}, "/action"),
        ({"action": "override"}, ""),
        ({"action": "accept", "verdict": "supported"}, ""),
        ({"action": "override", "verdict": "true"}, "/verdict"),
        ({"action": "accept", "by": ""}, "/by"),
        ({"action": "accept", "by": "A\nB"}, "/by"),
        ({"action": "accept", "by": "x" * 201}, "/by"),
        ({"action": "accept", "reason": " "}, "/reason"),
        ({"action": "accept", "reason": "a\0b"}, "/reason"),
        ({"action": "accept", "at": "2026-01-01"}, "/at"),
    ],
)
def test_a_decision_that_makes_no_sense_is_pointed_at_and_not_kept(door, url, word, pointer):
    reply = decide(door, url, **word)
    assert reply.status_code == 422
    assert reply.json()["errors"][0]["pointer"] == pointer
    assert door.client.get(f"{url}/report").json()["decisions"] == []


def test_what_is_not_there_is_not_decided(door, url):
    assert decide(door, url, "st999", action="accept").status_code == 404
    assert decide(door, f"{URL}/{door.posted()}", action="accept").status_code == 409
    assert decide(door, f"{URL}/vf_none", action="accept").status_code == 404
