"""Reports in, GitHub workflow commands out: annotations on the drafts, worst first. Pure.

GitHub shows ten annotations of each level a step, whatever the number of drafts, so the last
that it shows says how many were left out.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator, Sequence

from service.domain import Finding, Report, Severity
from service.rendering import words
from service.rendering.cleaning import one_line, printable
from service.rendering.located import Located, rule_label, unread, worst_first

PER_LEVEL = 10
MESSAGE = 1_000  # characters; the platform takes 64 KB
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(reports: Sequence[Report]) -> str:
    """Write a command a finding, and then a line a draft that says how it fared."""
    located = (*unread(reports), *worst_first(reports))
    lines = [line for severity in Severity for line in _level(located, severity)]
    lines += [_end(report) for report in reports]
    return "\n".join(lines or ["Sourceproof: no draft was looked at."]) + "\n"


def _level(located: Sequence[Located], severity: Severity) -> Iterator[str]:
    """Write the commands of one level, as many as are shown."""
    findings = [each for each in located if each.finding.severity is severity]
    hidden = len(findings) - PER_LEVEL
    for number, each in enumerate(findings[:PER_LEVEL], 1):
        more = ""
        if number == PER_LEVEL and hidden > 0:
            what = words.counted(hidden, f"more {severity.value}")
            more = f" [And {what}, over GitHub's limit: the report has all.]"
        yield _command(each.finding, each.path, more)


def _end(report: Report) -> str:
    path = one_line(report.article.path or "", MESSAGE)
    where = f"{path}: " if path else ""
    return f"Sourceproof: {where}{words.summary(report)} {one_line(words.gate(report))}."


def _command(finding: Finding, path: str | None, more: str) -> str:
    properties = {
        "file": path and printable(path),
        "line": finding.line,
        "col": finding.column,
        "title": rule_label(finding),
    }
    written = ",".join(
        f"{name}={escape_property(str(value))}"
        for name, value in properties.items()
        if value is not None
    )
    message = one_line(words.with_advice(finding), MESSAGE - len(more)) + more
    return f"::{LEVELS[finding.severity]} {written}::{escape_data(message)}"


def escape_data(text: str) -> str:
    """Escape a message as the runner's toolkit does."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape the value of a property as the runner's toolkit does."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
