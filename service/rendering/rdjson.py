"""Reports in, the Reviewdog Diagnostic Format (rdjson) out, worst first. Pure.

Its columns count bytes of UTF-8 in the line of the draft. The report has code points, so a
column is given only where an article of ASCII alone makes them the same.
https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

import json
from collections.abc import Sequence

from service.domain import Severity
from service.domain.report import Report
from service.rendering import words
from service.rendering.cleaning import inert, one_line, unseen_escaped
from service.rendering.located import Located, rule_label, unread, worst_first

MESSAGE = 1_000  # characters
SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}

Node = dict[str, object]


def render_rdjson(reports: Sequence[Report]) -> str:
    """Write a DiagnosticResult; its messages become comments, so no markup in them acts."""
    result = {
        "source": {"name": "sourceproof"},
        "diagnostics": [_diagnostic(each) for each in (*unread(reports), *worst_first(reports))],
    }
    return unseen_escaped(json.dumps(result, ensure_ascii=False, indent=2)) + "\n"


def _diagnostic(located: Located) -> Node:
    finding = located.finding
    location: Node = {"path": located.path or "article"}
    if finding.line is not None:
        location["range"] = {"start": _position(located)}
    return {
        "message": inert(one_line(words.with_advice(finding), MESSAGE)),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": rule_label(finding)},
    }


def _position(located: Located) -> Node:
    finding = located.finding
    position: Node = {"line": finding.line}
    if finding.column is not None and located.report.article.text.isascii():
        position["column"] = finding.column
    return position
