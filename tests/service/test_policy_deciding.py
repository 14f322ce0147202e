"""Decisions of editors: what was computed stays, what counts at the gate changes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from report_changes import with_statement
from report_fixture import sample_report

from service.domain import Decision, DecisionAction, GateResult, SuppressionKind, Verdict
from service.policy import BY_DISPUTE, Ruling, decided, grounds_of, judge, make_policy

POLICY = make_policy({"max_could_not_check": 100, "fail_on": ["contradicted", "SP101"]})
PLAIN = replace(sample_report(), decisions=())
FAILING = [a for a in PLAIN.assessments if a.verdict is Verdict.CONTRADICTED]
# A report that fails by one contradicted statement alone.
REPORT = judge(
    replace(PLAIN, assessments=tuple(a for a in PLAIN.assessments if a not in FAILING[1:])),
    make_policy({"max_could_not_check": 100, "fail_on": ["contradicted"]}),
)
POLICY = make_policy({"max_could_not_check": 100, "fail_on": ["contradicted"]})
ID = FAILING[0].statement.id


def ruling(action: DecisionAction, verdict: Verdict | None = None, statement_id: str = ID):
    at = datetime(2026, 5, 4, tzinfo=UTC)
    decision = Decision(statement_id, action, "Ann", "Read again.", at, verdict, 1)
    return Ruling(decision, grounds_of(REPORT)[statement_id])


def gate(*rulings: Ruling, report=REPORT):
    return decided(report, rulings, POLICY).gate


def test_without_decisions_a_report_is_as_it_was():
    assert REPORT.gate.result is GateResult.FAIL
    assert decided(REPORT, (), POLICY) is REPORT


def test_an_accepted_verdict_counts_as_before():
    assert gate(ruling(DecisionAction.ACCEPT)) == REPORT.gate


def test_a_dispute_fails_nothing_and_lets_nothing_pass():
    told = gate(ruling(DecisionAction.DISPUTE))
    assert (told.result, told.failed_by) == (GateResult.INCONCLUSIVE, (BY_DISPUTE,))


def test_an_override_counts_in_place_of_the_computed_verdict_which_stays():
    told = decided(REPORT, [ruling(DecisionAction.OVERRIDE, Verdict.SUPPORTED)], POLICY)
    assert told.gate.result is GateResult.PASS
    assert told.assessments == REPORT.assessments
    assert told.counts == REPORT.counts
    excused = [f for f in told.findings if f.statement_id == ID]
    assert all(f.suppressed_by == "override by Ann" for f in excused)
    assert {f.suppression.kind for f in excused} == {SuppressionKind.DECISION}
    assert {f.suppression.by for f in excused} == {"Ann"}
    assert len(told.findings) == len(REPORT.findings)


def test_an_override_for_the_worse_fails():
    other = next(a.statement.id for a in REPORT.assessments if a.verdict is Verdict.SUPPORTED)
    rulings = [
        ruling(DecisionAction.OVERRIDE, Verdict.SUPPORTED),
        ruling(DecisionAction.OVERRIDE, Verdict.CONTRADICTED, other),
    ]
    assert gate(*rulings).failed_by == ("contradicted",)


def test_the_newest_decision_counts():
    first, second = ruling(DecisionAction.DISPUTE), ruling(DecisionAction.ACCEPT)
    assert gate(first, second) == REPORT.gate
    assert gate(second, first).result is GateResult.INCONCLUSIVE
    assert len(decided(REPORT, (first, second), POLICY).decisions) == 2


def place() -> int:
    return next(n for n, a in enumerate(REPORT.assessments, 1) if a.statement.id == ID)


def test_a_recheck_keeps_a_decision_while_statement_and_evidence_are_the_same():
    statement = replace(FAILING[0].statement, id="st99", start=7, end=9, line=3)
    moved = replace(with_statement(REPORT, place(), statement=statement), revision=2)
    (kept,) = decided(moved, [ruling(DecisionAction.DISPUTE)], POLICY).decisions
    assert (kept.statement_id, kept.is_standing, kept.revision) == ("st99", True, 1)


@pytest.mark.parametrize(
    "change", [{"verdict": Verdict.NOT_FOUND}, {"evidence": ()}, {"verdict": Verdict.SUPPORTED}]
)
def test_and_opens_the_statement_again_where_they_are_not(change):
    later = replace(with_statement(REPORT, place(), **change), revision=2)
    told = decided(later, [ruling(DecisionAction.DISPUTE)], POLICY)
    (opened,) = told.decisions
    assert not opened.is_standing
    assert told.findings == later.findings


def test_a_statement_that_is_gone_takes_its_decisions_with_it():
    gone = tuple(a for a in REPORT.assessments if a.statement.id != ID)
    assert decided(replace(REPORT, assessments=gone), [ruling(DecisionAction.ACCEPT)], POLICY)
    assert gate(ruling(DecisionAction.DISPUTE), report=replace(REPORT, assessments=gone))


def test_a_decision_on_a_later_revision_leaves_the_earlier_as_it_was():
    later = ruling(DecisionAction.DISPUTE)
    later = replace(later, decision=replace(later.decision, revision=2))
    assert gate(later) == REPORT.gate


def test_of_two_equal_sentences_one_is_decided():
    twice = replace(REPORT, assessments=REPORT.assessments + REPORT.assessments[:1])
    assert len({ground.words for ground in grounds_of(twice).values()}) == len(grounds_of(twice))
