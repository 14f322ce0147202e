"""Reports in, JUnit XML out: a suite a draft, a case a statement and a source in trouble. Pure.

What fails the gate is a failure, what could not be checked is skipped, and every other finding
stands in the case's output, so that a passed gate never shows as red nor a failed one as green.
Elements and attributes are those that Ant writes and Jenkins reads, in their order, and ``file``
and ``line``, by which GitLab links a case.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC
from xml.etree import ElementTree as ET

from service.domain import Assessment, Finding, GateResult, Report, Verdict
from service.policy import DRAFT_UNREADABLE, why_unreadable
from service.rendering import words
from service.rendering.cleaning import one_line, printable
from service.rendering.located import posix

NAME = 200  # characters


def render_junit(reports: Sequence[Report]) -> str:
    """Write a suite a report, named by its draft."""
    made = [_suite(report) for report in reports]
    cases = [case for suite in made for case in suite.iter("testcase")]
    suites = ET.Element("testsuites", {"name": "sourceproof", **_tally(cases), "time": "0"})
    suites.extend(made)
    ET.indent(suites)
    return ET.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _suite(report: Report) -> ET.Element:
    article = report.article
    path = None if article.path is None else one_line(posix(article.path))
    why = why_unreadable(report)
    cases = [] if why is None else [_unread_case(why, path)]
    cases += [_statement_case(report, each, path) for each in _checkable(report)]
    cases += [_source_case(report, finding, path) for finding in _of_sources(report)]
    if why is None:
        cases.append(_gate_case(report))
    name = one_line(path or article.title or article.url or "article", NAME)
    suite = ET.Element("testsuite", {"name": name, **_tally(cases), "time": "0"})
    # Ant's schema has no zone in it; what reads it takes UTC.
    suite.set("timestamp", f"{report.checked_at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}")
    suite.set("hostname", "localhost")
    suite.extend(cases)
    return suite


def _checkable(report: Report) -> Iterable[Assessment]:
    return (a for a in report.assessments if a.verdict is not Verdict.NOT_APPLICABLE)


def _of_sources(report: Report) -> Iterable[Finding]:
    return (f for f in report.findings if f.statement_id is None)


def _tally(cases: Sequence[ET.Element]) -> dict[str, str]:
    return {
        "tests": str(len(cases)),
        "failures": str(sum(case.find("failure") is not None for case in cases)),
        "errors": str(sum(case.find("error") is not None for case in cases)),
        "skipped": str(sum(case.find("skipped") is not None for case in cases)),
    }


def _case(class_name: str, name: str, path: str | None, line: int | None) -> ET.Element:
    case = ET.Element("testcase", classname=class_name, name=one_line(name, NAME), time="0")
    if path is not None:
        case.set("file", path)
    if line is not None:
        case.set("line", str(line))
    return case


def _statement_case(report: Report, assessment: Assessment, path: str | None) -> ET.Element:
    statement = assessment.statement
    case = _case("statements", f"{statement.id}: {statement.text}", path, statement.line)
    findings = [f for f in report.findings if f.statement_id == statement.id]
    fails = assessment.verdict in report.gate.failed_by or any(
        _fails(report, finding) for finding in findings
    )
    if fails:
        _failure(case, words.reason(assessment.reason, report), findings)
    elif assessment.verdict is Verdict.COULD_NOT_CHECK:
        ET.SubElement(case, "skipped", message=one_line(words.reason(assessment.reason, report)))
    if findings and not fails:
        ET.SubElement(case, "system-out").text = _told(findings)
    return case


def _source_case(report: Report, finding: Finding, path: str | None) -> ET.Element:
    case = _case("sources", f"{finding.rule}: {finding.message}", path, finding.line)
    if _fails(report, finding):
        _failure(case, finding.message, [finding])
    else:
        ET.SubElement(case, "system-out").text = _told([finding])
    return case


def _gate_case(report: Report) -> ET.Element:
    """Make the gate a case, so that "nothing was checked" is no green suite."""
    case = _case("gate", "gate", None, None)
    if report.gate.result is not GateResult.PASS:
        message = f"{words.gate(report)}. {words.summary(report)}"
        ET.SubElement(case, "failure", message=one_line(message), type=report.gate.result.value)
    return case


def _unread_case(why: str, path: str | None) -> ET.Element:
    """Make of a draft that could not be read an error, which is no failure: nothing was tried."""
    case = _case("draft", "draft", path, None)
    ET.SubElement(case, "error", message=one_line(why), type=DRAFT_UNREADABLE)
    return case


def _fails(report: Report, finding: Finding) -> bool:
    return finding.suppressed_by is None and finding.rule in report.gate.failed_by


def _failure(case: ET.Element, message: str, findings: list[Finding]) -> None:
    kind = findings[0].rule if findings else "verdict"
    failure = ET.SubElement(case, "failure", message=one_line(message), type=kind)
    failure.text = _told(findings)


def _told(findings: Iterable[Finding]) -> str:
    return "\n".join(_line(finding) for finding in findings)


def _line(finding: Finding) -> str:
    excused = f" (suppressed by {finding.suppressed_by})" if finding.suppressed_by else ""
    said = f"{finding.severity.value} {finding.rule}{excused}: {words.with_advice(finding)}"
    return " ".join(printable(said).split())
