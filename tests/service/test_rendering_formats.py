"""Terminal, Markdown, SARIF, JUnit and GitHub: right for machines, harmless for whoever reads."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hostile_report import hostile_report
from report_fixture import sample_report
from rich.cells import cell_len

from service.domain import Gate, GateResult, Report, Severity
from service.policy import RULES, Policy, judge
from service.rendering import FORMATS, render

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PATH = "drafts/ferries, final: 100%.md"


@pytest.fixture(scope="module")
def report() -> Report:
    return judge(sample_report(), Policy())


@pytest.fixture(scope="module")
def hostile() -> Report:
    return hostile_report()


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_can_be_encoded_and_is_the_same_twice(hostile, fmt):
    """Lone surrogates included; and no clock or environment goes in."""
    written = render(hostile, fmt)
    assert written.encode()
    assert written == render(hostile, fmt)


def test_the_terminal_ends_with_summary_gate_and_exit_code(report):
    """What is read first, in a terminal, is what comes last."""
    last = " ".join(render(report, "terminal").split("\n\n")[-1].split())
    assert last.startswith("12 statements: 1 supported, 2 contradicted")
    assert "✗ To fix: quote altered (SP101); number differs (SP204)." in last
    assert last.endswith("(exit code 1: findings over the threshold)")


def test_the_terminal_shows_each_passage_behind_a_bar_and_no_text_fragment(report):
    """Percent signs over three lines would bury what is to be fixed."""
    lines = render(report, "terminal", width=60, path=PATH).split("\n")
    assert PATH in lines[:3]
    assert "#:~:text=" not in "".join(lines)
    errors = lines[: next(at for at, line in enumerate(lines) if line.startswith("!"))]
    assert any(re.match(r"  │ +https://\S+$", line) for line in errors)
    passage = [line for line in lines if line.startswith("  │")]
    assert len(passage) > len([line for line in passage if line.startswith("  │ —")])


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        (Gate(GateResult.PASS), "exit code 0"),
        (Gate(GateResult.INCONCLUSIVE, ("nothing_checked",)), "exit code 3"),
        (Gate(GateResult.INCONCLUSIVE, ("max_could_not_check",)), "exit code 4"),
    ],
)
def test_the_terminal_names_the_exit_code_of_each_gate(report, gate, words):
    """A CI log explains itself."""
    assert words in render(replace(report, gate=gate), "terminal")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_of_the_terminal_is_wider_than_the_terminal(hostile, width):
    """Not even a word of 10,000 letters."""
    lines = render(hostile, "terminal", width=width).split("\n")
    assert max(map(cell_len, lines)) <= width


def test_without_colour_no_escape_is_written(hostile):
    """NO_COLOR means none; hostile text brings none of its own."""
    assert not CONTROLS.search(render(hostile, "terminal"))


def test_with_colour_only_styles_are_written(hostile):
    """Colour changes what text looks like, and moves nothing."""
    written = render(hostile, "terminal", color=True)
    assert "\x1b[" in written
    assert not CONTROLS.search(re.sub("\x1b\\[[0-9;]*m", "", written))


def test_the_terminal_does_not_look_at_the_environment(report, monkeypatch):
    """The caller alone decides on colour and width."""
    before = render(report, "terminal")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "30")
    assert render(report, "terminal") == before


def test_markdown_names_every_finding_and_stays_within_its_bound(report, hostile):
    """A forge would refuse a longer comment."""
    written = render(report, "markdown")
    assert written.count("→ ") == len(report.findings)
    many = replace(hostile, findings=hostile.findings * 60)
    long = render(many, "markdown")
    assert len(long) <= 60_000
    assert "left out for length" in long


def test_sarif_has_the_structure_that_code_scanning_reads(report):
    """Version, driver, rules by index, levels, locations, fingerprints."""
    log = json.loads(render(report, "sarif", path=PATH))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert len(run["results"]) == len(report.findings)
    for result, finding in zip(run["results"], report.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] in {"error", "warning", "note"}
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "drafts/ferries%2C%20final%3A%20100%25.md"
        assert place["region"]["startLine"] == finding.line >= 1
        assert place["region"]["startColumn"] == finding.column >= 1
        assert result["partialFingerprints"] == {"sourceproof/v1": finding.fingerprint}


def test_sarif_carries_suppressions(report):
    """A suppressed result is there, and says by whom."""
    first = replace(report.findings[0], suppressed_by="J. Meyer")
    log = json.loads(render(replace(report, findings=(first,)), "sarif"))
    (result,) = log["runs"][0]["results"]
    (suppression,) = result["suppressions"]
    assert suppression == {"kind": "external", "status": "accepted", "justification": "J. Meyer"}


def test_junit_counts_what_it_holds(report):
    """The numbers on the suite are those of its cases; failures are what the gate failed by."""
    root = ET.fromstring(render(report, "junit", path=PATH).encode())  # noqa: S314  our own
    cases = list(root.iter("testcase"))
    assert root.get("tests") == str(len(cases))
    failed = [c.get("name").partition(":")[0] for c in cases if c.find("failure") is not None]
    assert failed == ["st3", "st4", "st11", "gate"]
    assert root.get("failures") == "4"
    assert root.get("skipped") == str(sum(c.find("skipped") is not None for c in cases)) == "3"


def test_junit_of_a_passed_gate_has_no_failure_and_of_nothing_checked_has_one(report):
    """A green suite means a passed gate, and nothing checked is not green."""
    passed = replace(report, gate=Gate(GateResult.PASS))
    nothing = replace(report, gate=Gate(GateResult.INCONCLUSIVE, ("nothing_checked",)))
    assert ET.fromstring(render(passed, "junit").encode()).get("failures") == "0"  # noqa: S314
    assert ET.fromstring(render(nothing, "junit").encode()).get("failures") == "1"  # noqa: S314


def test_github_commands_are_one_a_line_with_escaped_parts(report, hostile):
    """No text can end its command or begin another."""
    for each in (report, hostile):
        lines = render(each, "github", path=PATH).rstrip("\n").split("\n")
        commands = [line for line in lines if line.startswith("::")]
        for command in commands:
            match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", command)
            assert match
            names = [part.partition("=")[0] for part in match[2].split(",")]
            assert names == ["file", "line", "col", "title"]
            assert "file=drafts/ferries%2C final%3A 100%25.md," in match[2]
        for line in lines[len(commands) :]:
            assert not re.match(r"\s*(::|##\[)", line)


def test_github_gets_ten_of_a_level_and_a_count_of_the_rest(report):
    """Its limit; what is over it is said."""
    warning = next(f for f in report.findings if f.severity is Severity.WARNING)
    written = render(replace(report, findings=(warning,) * 25), "github")
    assert written.count("::warning ") == 10
    last = [line for line in written.split("\n") if line.startswith("::")][-1]
    assert last.endswith("[And 15 more warnings, over GitHub's limit: the report has all.]")


def test_github_passes_over_what_is_suppressed(report):
    """An annotation for an excused finding would be noise."""
    excused = tuple(replace(f, suppressed_by="baseline") for f in report.findings)
    assert "::" not in render(replace(report, findings=excused), "github")


def test_concise_is_a_line_a_finding_in_the_order_of_the_draft(report, hostile):
    """What a problem matcher reads; and no text can make a line of its own."""
    for each in (report, hostile):
        lines = render(each, "concise", path=PATH).splitlines()
        matches = [
            re.fullmatch(r"(.+?):(\d+):(\d+): (error|warning|note) (SP\d{3}) [a-z-]+: (.+)", line)
            for line in lines
        ]
        assert all(matches)
        assert {match[1] for match in matches if match} == {PATH}
        assert sorted(match[5] for match in matches if match) == sorted(
            finding.rule for finding in each.findings if finding.suppressed_by is None
        )
        places = [(int(match[2]), int(match[3])) for match in matches if match]
        assert places == sorted(places)
    excused = tuple(replace(f, suppressed_by="baseline") for f in report.findings)
    assert render(replace(report, findings=excused), "concise") == ""
