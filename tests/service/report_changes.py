"""Small changes to a report, and the findings of one rule: what tests of the rules share."""

from dataclasses import replace

from service.domain import Attribution, Report, Severity
from service.policy import find_findings


def found(report: Report, rule: str, **severities: Severity | None):
    return [f for f in find_findings(report, severities) if f.rule == rule]


def with_statement(report: Report, number: int, **changes) -> Report:
    """Change one assessment of the report; 1-based."""
    changed = list(report.assessments)
    changed[number - 1] = replace(changed[number - 1], **changes)
    return replace(report, assessments=tuple(changed))


def with_attribution(report: Report, number: int, attribution: Attribution, **changes) -> Report:
    statement = report.assessments[number - 1].statement
    statement = replace(statement, attribution=attribution, **changes)
    return with_statement(report, number, statement=statement)
