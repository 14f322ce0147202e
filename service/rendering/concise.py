"""Reports in, a line a finding out, as editors' problem matchers and grep read them. Pure.

``PATH:LINE:COLUMN: SEVERITY RULE NAME: MESSAGE``, in the order of the drafts; 1-based, and
1:1 for what stands nowhere in its draft. A draft with no finding that counts has no line.
"""

from collections.abc import Iterator, Sequence

from service.domain import Finding, Report
from service.rendering import words
from service.rendering.cleaning import one_line
from service.rendering.located import posix, rule_label, unread

MESSAGE = 1_000  # characters
NO_PATH = "-"  # as a draft is named that comes from stdin


def render_concise(reports: Sequence[Report]) -> str:
    """Write a line for each finding that counts."""
    return "".join(
        f"{_line(report, finding)}\n"
        for report in reports
        for finding in _of(report)
        if finding.suppressed_by is None
    )


def _of(report: Report) -> Iterator[Finding]:
    yield from (each.finding for each in unread([report]))
    yield from sorted(report.findings, key=_place)


def _line(report: Report, finding: Finding) -> str:
    path = one_line(posix(report.article.path or NO_PATH))
    line, column = _place(finding)
    message = one_line(words.with_advice(finding), MESSAGE)
    return f"{path}:{line}:{column}: {finding.severity.value} {rule_label(finding)}: {message}"


def _place(finding: Finding) -> tuple[int, int]:
    return finding.line or 1, finding.column or 1
