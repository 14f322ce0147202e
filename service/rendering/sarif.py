"""Reports in, one SARIF 2.1.0 log out, for code scanning: the worst results first. Pure.

GitHub keeps 5,000 results of a run, so no more are written, and what was left out is said as a
notification of the tool, beside the limits of the check. ``primaryLocationLineHash`` is left to
the uploader, which hashes the line of the draft; ours is by statement, rule and source.
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from service.domain import Evidence, Finding, Report, Severity, SuppressionKind, Verdict
from service.policy import DRAFT_UNREADABLE, RULES, Rule, why_unreadable
from service.rendering import asides, words
from service.rendering.cleaning import one_line, printable, unseen_escaped, web_url, without_links
from service.rendering.located import Located, posix, worst_first

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "sourceproof/v1"
RESULTS = 5_000
RELATED = 20  # passages of one result, the best first; GitHub shows 100 locations
SNIPPET = 500  # characters
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
# The words that GitHub filters alerts by.
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_NOTIFIED = {DRAFT_UNREADABLE: "error", **dict.fromkeys(asides.AS_ASKED, "note")}
INDEX = {rule.id: place for place, rule in enumerate(RULES)}

Node = dict[str, object]


def render_sarif(reports: Sequence[Report]) -> str:
    """Write the log: one run over all drafts, a result a finding."""
    located = worst_first(reports, suppressed=True)
    run: Node = {
        "tool": {"driver": _driver(reports)},
        "invocations": [
            {
                # Whether all was looked at, and not whether anything was found (section 3.20.14).
                "executionSuccessful": not any(map(why_unreadable, reports)),
                "toolExecutionNotifications": [*_notifications(reports, len(located))],
            }
        ],
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "sourceproof/"},
        "results": [_result(each) for each in located[:RESULTS]],
        "properties": {"drafts": [_draft(each) for each in reports]},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return unseen_escaped(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _draft(report: Report) -> Node:
    return {
        "uri": _uri(report),
        "gate": report.gate.result.value,
        "failedBy": list(report.gate.failed_by),
        "summary": words.summary(report),
        "coverage": report.coverage,
        "readerVerifiableShare": report.reader_verifiable_share,
    }


def _notifications(reports: Sequence[Report], found: int) -> Iterator[Node]:
    """Say what the results do not: limits that were hit, and what was left out here."""
    if found > RESULTS:
        left_out = f"{words.counted(found - RESULTS, 'more finding')} left out, the mildest."
        yield {"level": "warning", "message": {"text": left_out}}
    for report in reports:
        for limit in report.limits:
            yield {
                "level": _NOTIFIED.get(limit.name, "warning"),
                "descriptor": {"id": limit.name},
                "message": {"text": one_line(limit.note)},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(report)}}],
            }


def _driver(reports: Sequence[Report]) -> Node:
    driver: Node = {"name": "Sourceproof", "rules": [_rule(rule) for rule in RULES]}
    if reports:
        driver["version"] = reports[0].versions.sourceproof
    return driver


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
        "properties": {
            "tags": ["sourcing", rule.name],
            "problem.severity": PROBLEMS[rule.severity],
        },
    }


def _result(located: Located) -> Node:
    report, finding = located.report, located.finding
    result: Node = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": without_links(printable(words.with_advice(finding)))},
        "locations": [_location(report, finding)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "suppressions": _suppressions(finding),
        "properties": {"statement": finding.statement_id, "source": finding.source_id},
    }
    if finding.rule in INDEX:
        result["ruleIndex"] = INDEX[finding.rule]
    if related := _related(report, finding):
        result["relatedLocations"] = related
    return result


def _suppressions(finding: Finding) -> list[Node]:
    """Give an empty list for what stands: where one result says, all must (section 3.27.23)."""
    if finding.suppressed_by is None:
        return []
    known = finding.suppression
    in_source = known is not None and known.kind is SuppressionKind.INLINE
    return [
        {
            "kind": "inSource" if in_source else "external",
            "status": "accepted",
            "justification": printable(asides.justification(finding)),
        }
    ]


def _location(report: Report, finding: Finding) -> Node:
    physical: Node = {"artifactLocation": _artifact(report)}
    if finding.line is not None:
        region: Node = {"startLine": finding.line}
        if finding.column is not None:
            region["startColumn"] = finding.column
        if finding.start is not None and finding.end is not None:
            text = report.article.text[finding.start : finding.end]
            region["snippet"] = {"text": one_line(text, SNIPPET)}
        physical["region"] = region
    return {"physicalLocation": physical}


def _artifact(report: Report) -> Node:
    return {"uri": _uri(report)}


def _uri(report: Report) -> str:
    """Name the draft by its path, else its address; a SARIF location must name something."""
    if report.article.path is not None:
        return quote(posix(report.article.path), safe="/~-._", errors="replace")
    return web_url(report.article.url) or "article"


def _related(report: Report, finding: Finding) -> list[Node]:
    """Point to the passages of the statement's sources that readers could open."""
    evidence = (
        each
        for assessment in report.assessments
        if assessment.statement.id == finding.statement_id
        and assessment.verdict is not Verdict.NOT_APPLICABLE
        for each in sorted(assessment.evidence, key=lambda passage: -passage.score)
    )
    linked = [(url, each) for each in evidence if (url := web_url(each.fragment_url))]
    return [_passage(n, url, each) for n, (url, each) in enumerate(linked[:RELATED], 1)]


def _passage(number: int, url: str, evidence: Evidence) -> Node:
    return {
        "id": number,
        "message": {"text": one_line(evidence.text, SNIPPET)},
        "physicalLocation": {"artifactLocation": {"uri": url}},
    }
