"""Several drafts in one document: limits hold over all of them, and each keeps its path."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from report_fixture import sample_report

from service.domain import Gate, GateResult, Report, Severity
from service.errors import UsageError
from service.policy import Policy, judge
from service.rendering import FORMATS, render, render_all

SHARED = [name for name, fmt in FORMATS.items() if fmt.is_shared]


def drafts(number: int = 3) -> list[Report]:
    """Judge the sample under so many paths; the second passes and has nothing to say."""
    report = judge(sample_report(), Policy())
    made = [
        replace(report, article=replace(report.article, path=f"./drafts/{n}.md"))
        for n in range(number)
    ]
    made[1] = replace(made[1], findings=(), decisions=(), limits=(), gate=Gate(GateResult.PASS))
    return made


def written(fmt: str, reports: list[Report]) -> str:
    return "".join(render_all(reports, fmt))


@pytest.mark.parametrize("fmt", sorted({*SHARED} - {"jsonld"}))
def test_every_shared_format_names_each_draft(fmt):
    """A finding that cannot be placed helps nobody. Web annotations name the article's address."""
    text = written(fmt, drafts())
    assert all(f"drafts/{n}.md" in text for n in (0, 2))


@pytest.mark.parametrize("fmt", SHARED)
def test_no_draft_at_all_is_still_a_document(fmt):
    """A step over no draft must not leave its reader with half a file."""
    text = written(fmt, [])
    if fmt in {"json", "sarif"}:
        json.loads(text)
    if fmt == "junit":
        assert ET.fromstring(text.encode()).get("tests") == "0"  # noqa: S314  our own


@pytest.mark.parametrize("fmt", sorted(set(FORMATS) - set(SHARED)))
def test_a_format_of_one_report_takes_no_two(fmt):
    """Nor none: there would be nothing to show."""
    for reports in (drafts(), []):
        with pytest.raises(UsageError, match="one article"):
            written(fmt, reports)


def test_githubs_ten_of_a_level_are_those_of_all_drafts():
    """The platform counts by step, so errors of the last draft go before notes of the first."""
    reports = drafts(12)
    errors = sum(f.severity is Severity.ERROR for r in reports for f in r.findings)
    lines = [line for line in written("github", reports).split("\n") if line.startswith("::")]
    levels = [line.split(" ", 1)[0] for line in lines]
    assert levels == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert f"[And {errors - 10} more errors, over GitHub's limit" in lines[9]


def test_sarif_is_one_run_with_the_worst_first_and_the_suppressed_last():
    """Code scanning keeps the first 5,000 of a run."""
    reports = drafts()
    excused = replace(reports[0].findings[0], suppressed_by="baseline")
    reports[0] = replace(reports[0], findings=(excused, *reports[0].findings[1:]))
    (run,) = json.loads(written("sarif", reports))["runs"]
    places = [(bool(r["suppressions"]), r["level"]) for r in run["results"]]
    order = [(False, "error"), (False, "warning"), (False, "note"), (True, excused.severity.value)]
    assert places == sorted(places, key=order.index)
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]
    }
    assert uris == {"drafts/0.md", "drafts/2.md"}


def test_sarif_writes_no_more_than_code_scanning_keeps_and_says_what_it_left_out():
    """A log over the limit would be refused or cut without a word."""
    report = drafts()[0]
    finding = report.findings[0]
    many = replace(report, findings=(finding,) * 5_003)
    (run,) = json.loads(render(many, "sarif"))["runs"]
    assert len(run["results"]) == 5_000
    told = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert "3 more findings left out, the mildest." in told


def test_junit_has_a_suite_a_draft():
    """So that a red one can be told from a green one."""
    root = ET.fromstring(written("junit", drafts()).encode())  # noqa: S314  our own
    suites = {suite.get("name"): int(suite.get("failures")) for suite in root}
    assert list(suites) == ["drafts/0.md", "drafts/1.md", "drafts/2.md"]
    assert suites["drafts/1.md"] == 0 < suites["drafts/0.md"]
    assert int(root.get("failures")) == sum(suites.values())


def test_markdown_has_a_row_a_draft_the_failing_first_and_one_marker():
    """A pull request of fifty drafts shows first what is to be fixed."""
    text = written("markdown", drafts())
    assert text.count("<!-- sourceproof:report -->") == 1
    rows = [line for line in text.split("\n") if line.startswith(("| ✅", "| ❌"))]
    assert [row[2] for row in rows] == ["❌", "❌", "✅"]
    assert len(written("markdown", drafts(400))) <= 60_000


def test_json_of_one_draft_is_an_object_and_of_several_a_list():
    """Each with the path by which it can be rendered again."""
    one, several = (json.loads(written("json", drafts()[:n])) for n in (1, 3))
    assert one["article"]["path"] == "./drafts/0.md"
    assert several[0] == one
    assert len(several) == 3


def test_what_was_decided_and_what_was_suppressed_is_named_for_people():
    """An excuse that nobody sees is one that nobody asks about."""
    report = drafts()[0]
    excused = replace(report.findings[0], suppressed_by="the baseline of 4 May")
    report = replace(report, findings=(excused, *report.findings[1:]))
    for fmt in ("terminal", "markdown"):
        text = " ".join(render(report, fmt, width=200).split())
        assert "suppressed by the baseline of 4 May" in text.replace("&#40;", "(")
        assert "disputed by J. Meyer" in text
        assert "The offer is in our archive" in text


def test_the_path_of_a_draft_is_not_for_readers():
    """How a newsroom names its files is its own affair."""
    public = json.loads(render(drafts()[0], "json", audience="public"))
    assert public["article"]["path"] is None
