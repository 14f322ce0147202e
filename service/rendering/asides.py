"""What editors decided, what was suppressed, what was left out in; a line each out. Pure."""

from service.domain import Decision, DecisionAction, Finding, Limit, Report, Verdict
from service.policy import DRAFT_UNREADABLE, NEW_ONLY, Fault
from service.rendering import words
from service.rendering.cleaning import one_line

# What was left out because it was asked for so.
AS_ASKED = frozenset({NEW_ONLY, "changed_since", "offline"})
# What excuses do not hold, and links that lead nowhere by themselves.
_NO_LIMITS = AS_ASKED | {fault.value for fault in Fault} | {"relative_links", "internal_error"}
EXCERPT = 120  # characters of the statement
_ACTIONS = {DecisionAction.ACCEPT: "accepted", DecisionAction.DISPUTE: "disputed"}


def decision(report: Report, decision: Decision) -> str:
    """Say a decision, as "disputed by J. Meyer: “…” (the computed verdict: contradicted). …"."""
    assessment = next(
        (a for a in report.assessments if a.statement.id == decision.statement_id), None
    )
    said = _did(decision) + (f" by {decision.by}" if decision.by else "")
    if assessment is not None:
        statement = one_line(assessment.statement.text, EXCERPT)
        said += f": “{statement}” (computed: {words.VERDICTS[assessment.verdict].clause})"
    said += "" if decision.is_standing else "; open again, for its ground has changed"
    return f"{said}. {decision.reason}".rstrip()


def suppression(finding: Finding) -> str:
    """Say what a suppressed finding is and what excuses it, as "SP301 dead link, line 3: …"."""
    place = f", line {finding.line}" if finding.line else ""
    return (
        f"{finding.rule} {words.rule_name(finding.rule)}{place}: {finding.message} "
        f"(suppressed by {justification(finding)})"
    )


def limit(reached: Limit) -> str:
    """Say a limit that was hit, as "Limit reached: …"; what is no limit of ours without that."""
    if reached.name in _NO_LIMITS:
        return reached.note
    lead = "Not read" if reached.name == DRAFT_UNREADABLE else "Limit reached"
    return f"{lead}: {reached.note}"


def justification(finding: Finding) -> str:
    """Say by what a finding is suppressed, by whom, why and until when, as far as it is known."""
    said, known = finding.suppressed_by or "", finding.suppression
    if known is None:
        return said
    by = f" by {known.by}" if known.by and known.by not in said else ""
    reason = f": {known.reason.rstrip('.')}" if known.reason and known.reason not in said else ""
    until = f", until {known.until.isoformat()}" if known.until else ""
    return f"{said}{by}{reason}{until}"


def _did(decision: Decision) -> str:
    if decision.action == DecisionAction.OVERRIDE:
        as_what = decision.verdict and words.VERDICTS[Verdict(decision.verdict)].clause
        return f"overridden as {as_what}" if as_what else "overridden"
    if decision.action in set(DecisionAction):
        return _ACTIONS[DecisionAction(decision.action)]
    return decision.action
