"""A report in, the findings of every rule that is on, worst first, out. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from service.domain import Finding, Report, Severity
from service.policy.rules import RULES

SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

PUBLICATION = "SP5"  # the rules on the publication itself

# One trouble is told once on a statement: the finding that says most (left) silences the
# verdict that it explains (right). "The source says 14, not 40" leaves nothing for
# "contradicted" to add. To fail on SP201 still fails on every contradicted statement.
SILENCES: Mapping[str, frozenset[str]] = {
    "SP101": frozenset({"SP201", "SP202", "SP203"}),
    "SP102": frozenset({"SP201", "SP202", "SP203"}),
    "SP103": frozenset({"SP202", "SP203"}),
    "SP104": frozenset({"SP201", "SP202", "SP203", "SP206"}),
    "SP105": frozenset({"SP202", "SP203"}),
    "SP204": frozenset({"SP201", "SP202", "SP203"}),
    "SP205": frozenset({"SP201", "SP202", "SP203"}),
    "SP206": frozenset({"SP201", "SP202", "SP203"}),
    "SP402": frozenset({"SP401"}),
    "SP403": frozenset({"SP401"}),
    "SP404": frozenset({"SP401"}),
}


def find_findings(
    report: Report, severities: Mapping[str, Severity | None] | None = None
) -> tuple[Finding, ...]:
    """Apply every rule; ``severities`` override the defaults, ``None`` turns a rule off."""
    levels = {rule.id: rule.severity for rule in RULES} | dict(severities or {})
    found = [
        replace(finding, severity=level)
        for rule in RULES
        if (level := levels[rule.id]) is not None
        for finding in rule.find(report)
    ]
    return tuple(sorted(_told_once(found), key=_place))


def _told_once(found: Iterable[Finding]) -> list[Finding]:
    kept = list(found)
    silenced = {
        (finding.statement_id, rule)
        for finding in kept
        if finding.statement_id is not None
        for rule in SILENCES.get(finding.rule, ())
    }
    return [f for f in kept if (f.statement_id, f.rule) not in silenced]


def _place(finding: Finding) -> tuple[int, bool, bool, int, str, str]:
    """Worst first; then what concerns the whole publication, then in the article's order.

    Findings without a place come last.
    """
    return (
        SEVERITY_ORDER[finding.severity],
        not finding.rule.startswith(PUBLICATION),
        finding.start is None,
        finding.start or 0,
        finding.rule,
        finding.source_id or "",
    )
