"""Reports in, their findings with the draft of each, worst first, out. Pure.

A draft that could not be read is told like a finding of severity error, at the file: what reads
these formats has no other place for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain import Finding, Report, Severity
from service.policy import RULES_BY_ID, why_unreadable

UNREAD = "draft-unreadable"  # stands where the rule of a finding does
_WORST_FIRST = {severity: place for place, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the report that it is of."""

    report: Report
    finding: Finding

    @property
    def path(self) -> str | None:
        """The draft's path from the root of its repository, as machines write it."""
        path = self.report.article.path
        return None if path is None else posix(path)


def worst_first(reports: Sequence[Report], *, suppressed: bool = False) -> tuple[Located, ...]:
    """Give the findings that count; within a severity in the order of the drafts.

    With ``suppressed``, those that do not count come last.
    """
    found = [
        Located(report, finding)
        for report in reports
        for finding in report.findings
        if suppressed or finding.suppressed_by is None
    ]
    return tuple(sorted(found, key=_place))


def _place(located: Located) -> tuple[bool, int]:
    finding = located.finding
    return finding.suppressed_by is not None, _WORST_FIRST[finding.severity]


def unread(reports: Sequence[Report]) -> tuple[Located, ...]:
    """Tell each draft that could not be read as if a rule had found it, at the whole file."""
    told = ((report, why_unreadable(report)) for report in reports)
    return tuple(
        Located(report, Finding(UNREAD, Severity.ERROR, why, fingerprint=UNREAD))
        for report, why in told
        if why is not None
    )


def rule_label(finding: Finding) -> str:
    """Name a rule by its id and its name, as "SP101 quote-altered"; what is no rule by its id."""
    rule = RULES_BY_ID.get(finding.rule)
    return finding.rule if rule is None else f"{rule.id} {rule.name}"


def posix(path: str) -> str:
    """Write a path with slashes and without ``./``, which forges do not match."""
    path = path.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path
