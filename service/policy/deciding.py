"""A judged report and the editors' decisions in, the report with them taken in, out. Pure.

What was computed stays as it is: verdicts, counts and shares. What changes is what counts
at the gate. *Accept* lets the computed verdict count. *Dispute* takes the statement's
findings out of account, and while a dispute stands the gate cannot pass. *Override* lets
the editor's verdict count in its place. A decision stands while its statement's words, the
computed verdict and the passages are those that it was made on.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from service.domain import (
    Assessment,
    Decision,
    DecisionAction,
    Finding,
    Gate,
    GateResult,
    Report,
    Suppression,
    SuppressionKind,
    Verdict,
)
from service.policy.gate import gate_of
from service.policy.identity import normal_text
from service.policy.policy import Policy
from service.policy.rules import RULES

BY_DISPUTE = "disputed"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision was made on, as digests: the statement's words, and what was found."""

    words: str
    found: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as it is kept: with the ground that it was made on."""

    decision: Decision
    ground: Ground


def grounds_of(report: Report) -> dict[str, Ground]:
    """Give the ground of every statement, by its id; of equal sentences each has its own."""
    seen: Counter[str] = Counter()
    urls = {source.id: source.url or source.label or source.id for source in report.sources}
    grounds = {}
    for assessment in report.assessments:
        text = normal_text(assessment.statement.text)
        seen[text] += 1
        passages = sorted((urls[e.source_id], normal_text(e.text)) for e in assessment.evidence)
        grounds[assessment.statement.id] = Ground(
            _digest(text, seen[text]), _digest(assessment.verdict.value, passages)
        )
    return grounds


def decided(report: Report, rulings: Iterable[Ruling], policy: Policy) -> Report:
    """Take the rulings into the report, the oldest first; the newest on a statement counts.

    Those made on a later revision are left out; so are those whose statement is gone.
    """
    decisions = tuple(_applied(report, rulings))
    if not decisions:
        return report
    return redecided(replace(report, decisions=decisions), policy)


def redecided(report: Report, policy: Policy) -> Report:
    """Take the decisions that a judged report carries into its findings and its gate.

    For whoever judges anew, by a policy of their own, a report that was decided elsewhere.
    """
    standing = _standing(report)
    excused = {key for key, d in standing.items() if d.action != DecisionAction.ACCEPT}
    findings = tuple(
        _excused(f, standing) if f.statement_id in excused else f for f in report.findings
    )
    told = replace(report, findings=findings)
    return replace(told, gate=decided_gate(told, policy))


def decided_gate(report: Report, policy: Policy) -> Gate:
    """Decide the gate as if the verdicts of the editors had been computed."""
    standing = _standing(report)
    assessments = tuple(_as_decided(a, standing) for a in report.assessments)
    own = tuple(
        finding
        for assessment in assessments
        if (decision := standing.get(assessment.statement.id)) is not None
        and decision.action == DecisionAction.OVERRIDE
        for finding in _finding_of(assessment, policy)
    )
    findings = (*report.findings, *own)
    gate = gate_of(replace(report, assessments=assessments, findings=findings), policy)
    disputed = any(d.action == DecisionAction.DISPUTE for d in standing.values())
    if disputed and gate.result is not GateResult.FAIL:
        return Gate(GateResult.INCONCLUSIVE, (BY_DISPUTE,))
    return gate


def _standing(report: Report) -> dict[str, Decision]:
    """Give the newest decision on each statement, where it stands."""
    newest = {d.statement_id: d for d in report.decisions}
    return {key: d for key, d in newest.items() if d.is_standing}


def _applied(report: Report, rulings: Iterable[Ruling]) -> Iterator[Decision]:
    grounds = grounds_of(report)
    places = {ground.words: statement_id for statement_id, ground in grounds.items()}
    for ruling in rulings:
        statement_id = places.get(ruling.ground.words)
        revision = ruling.decision.revision
        if statement_id is None or (revision is not None and revision > report.revision):
            continue
        is_standing = grounds[statement_id] == ruling.ground
        yield replace(ruling.decision, statement_id=statement_id, is_standing=is_standing)


def _excused(finding: Finding, standing: dict[str, Decision]) -> Finding:
    if finding.suppressed_by is not None or finding.statement_id is None:
        return finding
    decision = standing[finding.statement_id]
    suppression = Suppression(
        SuppressionKind.DECISION, decision.reason, decision.by, since=decision.at.date()
    )
    return replace(
        finding,
        suppressed_by=f"{decision.action} by {decision.by}",
        suppression=suppression,
    )


def _as_decided(assessment: Assessment, standing: dict[str, Decision]) -> Assessment:
    decision = standing.get(assessment.statement.id)
    if decision is None or decision.action == DecisionAction.ACCEPT:
        return assessment
    return replace(assessment, verdict=decision.verdict or Verdict.COULD_NOT_CHECK)


def _finding_of(assessment: Assessment, policy: Policy) -> Iterator[Finding]:
    """Give the finding of the rule that stands for a verdict, as the policy weighs it."""
    for rule in RULES:
        severity = policy.severities.get(rule.id, rule.severity)
        if rule.verdict is assessment.verdict and severity is not None:
            yield Finding(rule.id, severity, "", statement_id=assessment.statement.id)


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
