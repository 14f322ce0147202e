"""A draft that could not be read stands in every format, as each has a place for it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from published import SARIF, published
from report_fixture import sample_report

from service.domain import GateResult, JobStatus, Report, Severity
from service.policy import Accepting, Baseline, Policy, judge, renewed, unreadable_report
from service.rendering import FORMATS, render, render_all, report_from_dict
from service.schemas.report import SCHEMA_FILE

WHY = "It is no ::error:: document, <b>says</b> zip"
PATH = "./drafts/no way, 100%.docx"
NAMED = "drafts/no way, 100%.docx"


@pytest.fixture(scope="module")
def unread() -> Report:
    read = sample_report()
    moment = datetime(2026, 5, 4, tzinfo=UTC)
    return unreadable_report(PATH, WHY, checked_at=moment, versions=read.versions, path=PATH)


@pytest.fixture(scope="module")
def run(unread) -> list[Report]:
    """Two drafts that were read, and between them one that was not."""
    read = judge(sample_report(), Policy())
    named = [replace(read, article=replace(read.article, path=f"{n}.md")) for n in "ab"]
    return [named[0], unread, named[1]]


def written(fmt: str, reports: list[Report]) -> str:
    return "".join(render_all(reports, fmt))


@pytest.mark.parametrize(
    "fmt", sorted({*FORMATS} - {"csv", "jsonl", "embed", "badge", "badge-json"})
)
def test_no_format_is_silent_of_a_draft_that_was_not_read(unread, fmt):
    """But those that hold a statement a row, and those that are made for readers alone."""
    document = render(unread, fmt)
    if fmt != "jsonld":  # a graph of statements, in which the article stands without one
        assert "document" in document
    if fmt == "json":
        Draft202012Validator(json.loads(SCHEMA_FILE.read_text())).validate(json.loads(document))


def test_a_stored_report_keeps_it(unread):
    """Every further format is made of report.json, so it must stand there."""
    again = report_from_dict(json.loads(render(unread, "json")))
    assert again.status is JobStatus.FAILED
    assert again.gate.result is GateResult.INCONCLUSIVE
    assert render(again, "github") == render(unread, "github")


def test_sarif_says_that_the_run_was_not_whole(run, unread):
    """Code scanning shows a tool's own errors apart from what it found."""
    log = json.loads(written("sarif", run))
    Draft7Validator(published(SARIF)).validate(log)
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = [n for n in invocation["toolExecutionNotifications"] if n["level"] == "error"]
    assert told["message"]["text"] == WHY
    uri = told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "drafts/no%20way%2C%20100%25.docx"
    assert all(result["ruleId"].startswith("SP") for result in log["runs"][0]["results"])
    whole = json.loads(written("sarif", [each for each in run if each is not unread]))
    assert whole["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_junit_has_an_error_which_is_no_failure(run):
    """What was not tried did not fail; the tallies add up."""
    suites = ET.fromstring(written("junit", run).encode())  # noqa: S314  our own
    (error,) = suites.iter("error")
    assert error.get("message") == WHY
    assert suites.get("errors") == "1"
    (suite,) = [s for s in suites if s.get("name") == NAMED]
    assert (suite.get("tests"), suite.get("errors"), suite.get("failures")) == ("1", "1", "0")


def test_annotations_stand_at_the_file_and_before_all_findings(run):
    """A limit of ten annotations must not hide it."""
    github = written("github", run).splitlines()
    assert github[0].startswith(
        "::error file=drafts/no way%2C 100%25.docx,title=draft-unreadable::"
    )
    (gitlab, *_) = json.loads(written("gitlab", run))
    assert gitlab["location"] == {"path": NAMED, "lines": {"begin": 1}}
    (rdjson, *_) = json.loads(written("rdjson", run))["diagnostics"]
    assert rdjson["severity"] == Severity.ERROR.name
    assert rdjson["location"] == {"path": NAMED}
    concise = [line for line in written("concise", run).splitlines() if "draft-unreadable" in line]
    assert concise == [f"{NAMED}:1:1: error draft-unreadable: {WHY}"]


def test_people_are_told_which_draft_and_why_and_nothing_in_it_acts(run):
    """Its message may hold what stands in the draft."""
    markdown = written("markdown", run)
    assert "| ❔ | drafts/no way, 100%.docx |" in markdown.replace("./", "")
    assert "<b>" not in markdown
    assert "exit code 2: the draft could not be read" in written("terminal", run)
    assert "<b>says" not in render(run[1], "html")


def test_a_draft_that_was_not_read_empties_no_baseline(unread):
    """What could not be looked at is never taken for gone."""
    read = judge(sample_report(), Policy())
    accepting = Accepting("J. Meyer", date(2026, 5, 4))
    kept = renewed(Baseline(), read, PATH, accepting)
    assert kept.entries
    assert renewed(kept, unread, PATH, accepting) == kept
