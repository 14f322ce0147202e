"""The gate: the contract's exit codes, in their order, after suppressions."""

from dataclasses import replace

import pytest
from report_fixture import sample_report

from service.domain import GateResult, Report, Severity, Verdict
from service.errors import UsageError
from service.policy import (
    OnInconclusive,
    Policy,
    checkable,
    count,
    coverage,
    exit_code,
    gate_of,
    judge,
    make_policy,
    parse_fail_on,
    reader_verifiable_share,
)

QUIET = {"SP101": None, "SP204": None, "SP201": None}


def of_verdicts(*verdicts: Verdict) -> Report:
    """Make a report of bare statements with the given verdicts."""
    report = sample_report()
    bare = replace(report.assessments[0], evidence=(), values=())
    assessments = tuple(
        replace(bare, statement=replace(bare.statement, id=f"st{n}"), verdict=verdict)
        for n, verdict in enumerate(verdicts)
    )
    return replace(
        report,
        assessments=assessments,
        sources=(),
        independence=None,
        counts=count(assessments),
        coverage=coverage(assessments),
        reader_verifiable_share=reader_verifiable_share(assessments, ()),
    )


def decide(report: Report, policy: Policy) -> tuple[GateResult, tuple[str, ...], int]:
    judged = judge(report, policy)
    return judged.gate.result, judged.gate.failed_by, exit_code(judged, policy)


def suppressed(report: Report, findings, by: str, policy: Policy) -> Report:
    """Suppress some findings of a judged report, and decide its gate without them."""
    prints = {finding.fingerprint for finding in findings}
    left = tuple(
        replace(f, suppressed_by=by) if f.fingerprint in prints else f for f in report.findings
    )
    told = replace(report, findings=left)
    return replace(told, gate=gate_of(told, policy))


def test_errors_fail_by_default_and_warnings_do_not():
    """Without --fail-on, severity decides."""
    assert decide(sample_report(), Policy()) == (GateResult.FAIL, ("SP101", "SP204"), 1)
    kept = of_verdicts(Verdict.SUPPORTED, Verdict.NOT_FOUND)
    assert decide(kept, Policy()) == (GateResult.PASS, (), 0)


def test_fail_on_replaces_the_default():
    """What is not named does not fail, an error or not."""
    policy = Policy(fail_on=("SP306",))
    assert decide(sample_report(), policy)[2] != 1


@pytest.mark.parametrize("word", ["SP404", "no_source_given", "SP401"])
def test_fail_on_takes_rules_and_verdicts(word):
    """A rule that stands for a verdict is met by it, though another finding took its place."""
    assert decide(sample_report(), Policy(fail_on=(word,))) == (GateResult.FAIL, (word,), 1)


def test_nothing_checked_is_three_and_never_a_success():
    """Not even where an inconclusive gate is allowed to pass."""
    report = of_verdicts(Verdict.COULD_NOT_CHECK, Verdict.NO_SOURCE_GIVEN)
    policy = Policy(on_inconclusive=OnInconclusive.PASS, max_could_not_check=1.0)
    assert decide(report, policy) == (GateResult.INCONCLUSIVE, ("nothing_checked",), 3)


def test_no_statement_at_all_is_three():
    """An empty article is not fine."""
    assert decide(of_verdicts(), Policy())[2] == 3
    assert decide(of_verdicts(Verdict.NOT_APPLICABLE), Policy())[2] == 3


def test_findings_come_before_nothing_checked():
    """1 is given before 3."""
    report = of_verdicts(Verdict.NO_SOURCE_GIVEN)
    assert decide(report, Policy(fail_on=("no_source_given",)))[2] == 1


def test_too_much_unchecked_is_four_and_the_share_is_of_the_checkable():
    """Opinions do not water the share down."""
    some = (Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.SUPPORTED, Verdict.COULD_NOT_CHECK)
    assert decide(of_verdicts(*some), Policy())[2] == 0
    more = (*some, Verdict.COULD_NOT_CHECK, *[Verdict.NOT_APPLICABLE] * 10)
    assert decide(of_verdicts(*more), Policy()) == (
        GateResult.INCONCLUSIVE,
        ("max_could_not_check",),
        4,
    )


@pytest.mark.parametrize(
    ("choice", "code"),
    [(OnInconclusive.FAIL, 4), (OnInconclusive.WARN, 0), (OnInconclusive.PASS, 0)],
)
def test_on_inconclusive_changes_the_exit_code_and_never_the_gate(choice, code):
    """The report stays honest whatever the step does with it."""
    report = of_verdicts(Verdict.SUPPORTED, Verdict.COULD_NOT_CHECK)
    result, _, given = decide(report, Policy(on_inconclusive=choice))
    assert (result, given) == (GateResult.INCONCLUSIVE, code)


def test_too_little_that_readers_can_verify_fails():
    """The share is of the checkable statements."""
    report = sample_report()
    policy = Policy(severities=QUIET, min_reader_verifiable=0.5)
    assert decide(report, policy)[:2] == (GateResult.FAIL, ("min_reader_verifiable",))
    assert decide(report, replace(policy, min_reader_verifiable=0.3))[2] == 0


def test_suppressed_findings_stay_and_do_not_count():
    """The exit code is computed after suppressions."""
    report = sample_report()
    errors = [f for f in judge(report, Policy()).findings if f.severity is Severity.ERROR]
    judged = suppressed(judge(report, Policy()), errors, "J. Meyer", Policy())
    assert judged.gate.result is GateResult.PASS
    assert exit_code(judged, Policy()) == 0
    assert sum(f.suppressed_by == "J. Meyer" for f in judged.findings) == len(errors)


def test_a_verdict_whose_every_finding_is_suppressed_does_not_fail():
    """A verdict in --fail-on is excused with the findings that tell of it."""
    report, policy = sample_report(), Policy(fail_on=("not_found",))
    own = [f for f in judge(report, policy).findings if f.statement_id == "st14"]
    judged = suppressed(judge(report, policy), own, "the baseline", policy)
    assert judge(report, policy).gate.result is GateResult.FAIL
    assert judged.gate.result is GateResult.PASS


def test_judging_twice_changes_nothing():
    """Judgement depends on the report's facts alone."""
    once = judge(sample_report(), Policy())
    assert judge(once, Policy()) == once


def test_shares_are_none_where_nothing_was_checked():
    """Never 0 and never 1."""
    report = of_verdicts(Verdict.COULD_NOT_CHECK, Verdict.NOT_APPLICABLE)
    assert report.coverage is None
    assert report.reader_verifiable_share is None


def test_counts_name_every_verdict_and_leave_nothing_out():
    """The counts add up to the statements."""
    report = sample_report()
    assert set(report.counts) == set(Verdict)
    assert sum(report.counts.values()) == len(report.assessments)
    assert checkable(report.assessments) == 12
    assert report.coverage == 7 / 12


def test_a_reader_can_verify_only_what_rests_on_an_open_public_source():
    """Not the paid page, nor the private vote."""
    report = sample_report()
    assert report.reader_verifiable_share == 4 / 12


def test_words_for_rules_and_verdicts_are_read_in_any_writing():
    """Ids, names and verdicts, with hyphens or underscores, small or large."""
    words = "sp101, Quote-Not-Found ,not-found,NO_SOURCE_GIVEN,sp101,"
    assert parse_fail_on(words) == ("SP101", "SP103", "not_found", "no_source_given")
    assert parse_fail_on(["SP201"]) == ("SP201",)


@pytest.mark.parametrize("word", ["SP999", "quote", "supported", "not_applicable"])
def test_words_that_could_never_fail_are_refused(word):
    """A gate on a rule that is not made would be green for ever."""
    with pytest.raises(UsageError):
        parse_fail_on(word)


def test_a_policy_is_read_from_options():
    """Flags, configuration and API requests come down to one table."""
    policy = make_policy(
        {
            "fail_on": "contradicted",
            "severities": {"sp202": "ERROR", "dead-link": "off"},
            "max_could_not_check": "40%",
            "min_reader_verifiable": 10,
            "on_inconclusive": "warn",
            "callback": "not ours",
        }
    )
    assert policy == Policy(
        severities={"SP202": Severity.ERROR, "SP301": None},
        fail_on=("contradicted",),
        max_could_not_check=0.4,
        min_reader_verifiable=0.1,
        on_inconclusive=OnInconclusive.WARN,
    )
    assert make_policy({"fail_on": None}) == Policy()


@pytest.mark.parametrize(
    "options",
    [
        {"max_could_not_check": "many"},
        {"max_could_not_check": 101},
        {"max_could_not_check": "nan"},
        {"min_reader_verifiable": -1},
        {"on_inconclusive": "perhaps"},
        {"severities": {"SP101": "loud"}},
        {"severities": {"SP000": "off"}},
        {"severities": "SP101"},
        {"fail_on": 7},
    ],
)
def test_options_that_make_no_sense_are_refused_with_a_pointer(options):
    """The error names the field."""
    with pytest.raises(UsageError) as caught:
        make_policy(options)
    assert caught.value.pointer == f"/{next(iter(options))}"
