"""A report in, GitHub workflow commands out: annotations on the draft, worst first. Pure.

GitHub shows ten annotations of each level a step, so the rest is only counted.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections import Counter

from service.domain import Finding, Report, Severity
from service.rendering import words
from service.rendering.cleaning import one_line

PER_LEVEL = 10
MESSAGE = 1_000  # characters
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(report: Report, *, path: str | None = None) -> str:
    """Write a command a finding; ``path`` is the draft's, from the root of the repository."""
    shown: Counter[Severity] = Counter()
    lines = []
    counting = [finding for finding in report.findings if finding.suppressed_by is None]
    for finding in counting:
        shown[finding.severity] += 1
        if shown[finding.severity] <= PER_LEVEL:
            lines.append(_command(finding, path))
    hidden = sum(max(0, number - PER_LEVEL) for number in shown.values())
    if hidden:
        lines.append(f"{words.counted(hidden, 'more finding')}, over GitHub's limit.")
    lines.append(f"Sourceproof: {words.summary(report)} {one_line(words.gate(report))}.")
    return "\n".join(lines) + "\n"


def _command(finding: Finding, path: str | None) -> str:
    properties = {
        "file": path,
        "line": finding.line,
        "col": finding.column,
        "title": f"{finding.rule} {words.rule_name(finding.rule)}",
    }
    written = ",".join(
        f"{name}={escape_property(str(value))}"
        for name, value in properties.items()
        if value is not None
    )
    message = escape_data(one_line(words.with_advice(finding), MESSAGE))
    return f"::{LEVELS[finding.severity]} {written}::{message}"


def escape_data(text: str) -> str:
    """Escape a message as the runner's toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape the value of a property as the runner's toolkit does."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
