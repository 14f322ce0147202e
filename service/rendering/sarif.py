"""A report in, SARIF 2.1.0 out, for code scanning. Pure.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from urllib.parse import quote

from service.domain import Evidence, Finding, Report, Severity, Verdict
from service.policy import RULES, Rule
from service.rendering import words
from service.rendering.cleaning import one_line, printable, web_url

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "sourceproof/v1"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
INDEX = {rule.id: place for place, rule in enumerate(RULES)}

Node = dict[str, object]


def render_sarif(report: Report, *, path: str | None = None) -> str:
    """Write the log; ``path`` is the draft's, from the root of the repository."""
    return json.dumps(sarif_of(report, path=path), ensure_ascii=False, indent=2) + "\n"


def sarif_of(report: Report, *, path: str | None = None) -> Node:
    """Give the log as a dictionary: one run, a result a finding."""
    run: Node = {
        "tool": {"driver": _driver(report)},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "sourceproof/"},
        "results": [_result(report, finding, path) for finding in report.findings],
        "properties": {
            "gate": report.gate.result.value,
            "failedBy": list(report.gate.failed_by),
            "summary": words.summary(report),
            "coverage": report.coverage,
            "readerVerifiableShare": report.reader_verifiable_share,
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(report: Report) -> Node:
    return {
        "name": "Sourceproof",
        "version": report.versions.sourceproof,
        "rules": [_rule(rule) for rule in RULES],
    }


def _rule(rule: Rule) -> Node:
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.finds},
        "fullDescription": {"text": f"{rule.finds} {rule.why}"},
        "help": {
            "text": f"{rule.why} {rule.advice}",
            "markdown": f"{rule.why}\n\n**Example.** {rule.example}\n\n**Advice.** {rule.advice}",
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["sourcing", rule.name]},
    }


def _result(report: Report, finding: Finding, path: str | None) -> Node:
    result: Node = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": printable(words.with_advice(finding))},
        "locations": [_location(report, finding, path)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "properties": {"statement": finding.statement_id, "source": finding.source_id},
    }
    if finding.rule in INDEX:
        result["ruleIndex"] = INDEX[finding.rule]
    if related := _related(report, finding):
        result["relatedLocations"] = related
    if finding.suppressed_by is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.suppressed_by}]
    return result


def _location(report: Report, finding: Finding, path: str | None) -> Node:
    physical: Node = {"artifactLocation": {"uri": _uri(report, path)}}
    if finding.line is not None:
        region: Node = {"startLine": finding.line}
        if finding.column is not None:
            region["startColumn"] = finding.column
        if finding.start is not None and finding.end is not None:
            text = report.article.text[finding.start : finding.end]
            region["snippet"] = {"text": one_line(text, 500)}
        physical["region"] = region
    return {"physicalLocation": physical}


def _uri(report: Report, path: str | None) -> str:
    """Name the draft by its path, else its address; a SARIF location must name something."""
    if path is not None:
        return quote(path.replace("\\", "/"), safe="/~-._", errors="replace")
    return web_url(report.article.url) or "article"


def _related(report: Report, finding: Finding) -> list[Node]:
    """Point to the passages of the statement's sources that readers could open."""
    evidence = (
        each
        for assessment in report.assessments
        if assessment.statement.id == finding.statement_id
        and assessment.verdict is not Verdict.NOT_APPLICABLE
        for each in assessment.evidence
    )
    linked = ((web_url(each.fragment_url), each) for each in evidence)
    return [_passage(n, url, each) for n, (url, each) in enumerate(linked, 1) if url]


def _passage(number: int, url: str, evidence: Evidence) -> Node:
    return {
        "id": number,
        "message": {"text": one_line(evidence.text, 500)},
        "physicalLocation": {"artifactLocation": {"uri": url}},
    }
