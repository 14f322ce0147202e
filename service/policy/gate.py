"""A report and a policy in, the judged report and its exit code out. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from service.domain import Assessment, Finding, Gate, GateResult, Report, Severity, Verdict
from service.policy.findings import find_findings
from service.policy.measures import checked, could_not_check_share
from service.policy.policy import OnInconclusive, Policy
from service.policy.rules import RULES

PASSED, FAILED, NOTHING_CHECKED, INCONCLUSIVE = 0, 1, 3, 4

BY_NOTHING_CHECKED = "nothing_checked"
BY_COULD_NOT_CHECK = "max_could_not_check"
BY_READER_VERIFIABLE = "min_reader_verifiable"


def judge(report: Report, policy: Policy) -> Report:
    """Give the report its findings, all of which count, and its gate."""
    found = replace(report, findings=find_findings(report, policy.severities))
    return replace(found, gate=gate_of(found, policy))


def gate_of(report: Report, policy: Policy) -> Gate:
    """Decide the gate of a report whose findings stand."""
    failed_by = tuple(dict.fromkeys(_failures(report, policy)))
    if failed_by:
        return Gate(GateResult.FAIL, failed_by)
    if not checked(report.assessments):
        return Gate(GateResult.INCONCLUSIVE, (BY_NOTHING_CHECKED,))
    excused = _excused(report)
    counting = (a for a in report.assessments if not _is_known_gap(a, excused))
    missed = could_not_check_share(counting)
    if missed is not None and missed > policy.max_could_not_check:
        return Gate(GateResult.INCONCLUSIVE, (BY_COULD_NOT_CHECK,))
    return Gate(GateResult.PASS)


def exit_code(report: Report, policy: Policy) -> int:
    """Give 0 pass, 1 failed, 3 nothing checked or 4 inconclusive, for a judged report.

    ``on_inconclusive`` can turn 4 into 0, and never 3, which is no success in any case.
    """
    return exit_code_of(gate_of(report, policy), policy)


def exit_code_of(gate: Gate, policy: Policy) -> int:
    """Give the code of a gate, which editors may have decided with; see ``exit_code``."""
    if gate.result is GateResult.FAIL:
        return FAILED
    if gate.result is GateResult.PASS:
        return PASSED
    if BY_NOTHING_CHECKED in gate.failed_by:
        return NOTHING_CHECKED
    return INCONCLUSIVE if policy.on_inconclusive is OnInconclusive.FAIL else PASSED


def _failures(report: Report, policy: Policy) -> Iterator[str]:
    counting = [finding for finding in report.findings if finding.suppressed_by is None]
    if policy.fail_on is None:
        yield from (f.rule for f in counting if f.severity is Severity.ERROR)
    else:
        yield from _named(report, counting, policy.fail_on)
    share, least = report.reader_verifiable_share, policy.min_reader_verifiable
    if least is not None and share is not None and share < least:
        yield BY_READER_VERIFIABLE


def _named(report: Report, counting: list[Finding], fail_on: tuple[str, ...]) -> Iterator[str]:
    """Give the named rules with a finding, and the named verdicts that a statement has.

    A rule that stands for a verdict is met by the verdict too: a finding that says more
    may have taken its place on that statement.
    """
    found = {finding.rule for finding in counting}
    verdicts = _verdicts_that_count(report)
    stands_for = {rule.id: rule.verdict for rule in RULES}
    for word in fail_on:
        if word in found or word in verdicts or stands_for.get(word) in verdicts:
            yield word


def _verdicts_that_count(report: Report) -> set[Verdict]:
    excused = _excused(report)
    return {a.verdict for a in report.assessments if a.statement.id not in excused}


def _excused(report: Report) -> set[str | None]:
    """Give the ids of the statements whose every finding was suppressed."""
    has, counts = set(), set()
    for finding in report.findings:
        has.add(finding.statement_id)
        if finding.suppressed_by is None:
            counts.add(finding.statement_id)
    return has - counts


def _is_known_gap(assessment: Assessment, excused: set[str | None]) -> bool:
    """Whether someone has answered for it that a statement could not be checked."""
    return assessment.verdict is Verdict.COULD_NOT_CHECK and assessment.statement.id in excused
