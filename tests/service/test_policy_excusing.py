"""What excuses a finding: it stays in the report and says by what; what does not hold is named."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from report_changes import with_statement
from report_fixture import sample_report

from service.domain import GateResult, InlineIgnore, Severity, SuppressionKind, Verdict
from service.errors import UsageError
from service.policy import (
    NO_BASELINE,
    Accepting,
    Base,
    Baseline,
    Excuses,
    Fault,
    Policy,
    approved_in,
    excused,
    exit_code,
    fits,
    judge,
    left_unfollowed,
    parse_ignores,
    renewed,
)

DRAFT = "drafts/ferries.md"
ADDED = date(2026, 1, 10)
ACCEPTING = Accepting("Ann", ADDED, date(2026, 6, 30), "asked the port")
EVERYTHING = Policy(max_could_not_check=1.0)
REPORT = judge(replace(sample_report(), decisions=()), EVERYTHING)
ACCEPTED = renewed(NO_BASELINE, REPORT, DRAFT, ACCEPTING)
NUMBER = next(f for f in REPORT.findings if f.rule == "SP204")
STATEMENT = next(a.statement for a in REPORT.assessments if a.statement.id == NUMBER.statement_id)


def at(day: date, report=REPORT):
    return replace(report, checked_at=datetime(day.year, day.month, day.day, 23, tzinfo=UTC))


def told(report, excuses: Excuses, policy: Policy = EVERYTHING):
    return excused(report, excuses, policy)


def counting(report) -> list[str]:
    return [f.rule for f in report.findings if f.suppressed_by is None]


def is_excused(report) -> bool:
    """Whether the finding on the number is suppressed."""
    (found,) = [f for f in report.findings if f.fingerprint == NUMBER.fingerprint]
    return found.suppressed_by is not None


def faults(report) -> dict[str, str]:
    return {limit.name: limit.note for limit in report.limits if limit.name in set(Fault)}


def inline(rule: str = "SP204", reason: str = "asked", **more) -> InlineIgnore:
    place = {"start": STATEMENT.start, "end": STATEMENT.end, "line": 7}
    return InlineIgnore(rule, reason, **(place | more))


def test_what_the_baseline_has_stays_in_the_report_and_fails_nothing():
    """Each finding says who excused it, why, since when and until when."""
    report = told(at(date(2026, 3, 1)), Excuses(DRAFT, baseline=ACCEPTED))
    assert counting(report) == []
    assert len(report.findings) == len(REPORT.findings)
    assert (report.gate.result, exit_code(report, EVERYTHING)) == (GateResult.PASS, 0)
    excuse = report.findings[0].suppression
    assert (excuse.kind, excuse.reason, excuse.by) == (
        SuppressionKind.BASELINE,
        "asked the port",
        "Ann",
    )
    assert (excuse.since, excuse.until) == (ADDED, date(2026, 6, 30))
    assert report.findings[0].suppressed_by == "the baseline (Ann)"


@pytest.mark.parametrize(("day", "counts"), [(date(2026, 6, 30), False), (date(2026, 7, 1), True)])
def test_an_entry_holds_through_its_last_day_and_is_named_after_it(day, counts):
    """The day is that of the check, in UTC; what expired counts again and is said."""
    report = told(at(day), Excuses(DRAFT, baseline=ACCEPTED))
    assert bool(counting(report)) is counts
    assert (Fault.EXPIRED in faults(report)) is counts
    assert not counts or "Ann, until 2026-06-30" in faults(report)[Fault.EXPIRED]


def test_an_excuse_is_reopened_when_the_evidence_is_another():
    """The same words of the article, another passage of the source: somebody must look again."""
    number = next(n for n, a in enumerate(REPORT.assessments) if a.statement == STATEMENT)
    passages = REPORT.assessments[number].evidence
    changed = tuple(replace(p, text=p.text + " Since then two were sold.") for p in passages)
    report = at(ADDED, with_statement(REPORT, number + 1, evidence=changed))
    assert "SP204" in counting(told(report, Excuses(DRAFT, baseline=ACCEPTED)))
    assert "SP204" in faults(told(report, Excuses(DRAFT, baseline=ACCEPTED)))[Fault.REOPENED]


def test_an_excuse_is_reopened_when_the_verdict_is_another():
    """An excuse for the one verdict is none for the other."""
    number = next(n for n, a in enumerate(REPORT.assessments) if a.statement == STATEMENT)
    report = at(ADDED, with_statement(REPORT, number + 1, verdict=Verdict.NOT_FOUND))
    assert "SP204" in counting(told(report, Excuses(DRAFT, baseline=ACCEPTED)))


def test_another_draft_is_not_excused_and_a_moved_one_is():
    """An entry whose draft is there no more holds for whatever draft has its finding."""
    elsewhere = Excuses("drafts/copy.md", baseline=ACCEPTED)
    assert counting(told(at(ADDED), elsewhere)) == counting(REPORT)
    moved = replace(elsewhere, gone=frozenset({DRAFT}))
    assert counting(told(at(ADDED), moved)) == []
    renamed = renewed(ACCEPTED, told(at(ADDED), moved), "drafts/copy.md", ACCEPTING, moved.gone)
    assert renamed.drafts == {"drafts/copy.md"}
    assert len(renamed.entries) == len(ACCEPTED.entries)


def test_what_was_excused_as_unchecked_leaves_the_share_that_makes_a_run_inconclusive():
    """A paywalled source that someone looked at by hand holds no run up for ever."""
    strict = Policy(max_could_not_check=0.0, severities={"SP207": Severity.NOTE})
    report = judge(replace(sample_report(), decisions=()), strict)
    assert exit_code(replace(report, findings=()), strict) == 4
    accepted = renewed(NO_BASELINE, report, DRAFT, ACCEPTING)
    assert (
        exit_code(told(at(ADDED, report), Excuses(DRAFT, baseline=accepted), strict), strict) == 0
    )


def test_a_report_of_which_nothing_was_checked_is_no_success_whatever_excuses_it():
    """Exit code 3 cannot be excused."""
    nothing = tuple(
        replace(a, verdict=Verdict.COULD_NOT_CHECK, evidence=(), values=(), quotes=())
        for a in REPORT.assessments
    )
    report = judge(replace(REPORT, assessments=nothing, findings=()), EVERYTHING)
    accepted = renewed(NO_BASELINE, report, DRAFT, ACCEPTING)
    report = told(at(ADDED, report), Excuses(DRAFT, baseline=accepted))
    assert counting(report) == []
    assert exit_code(report, EVERYTHING) == 3


def test_an_inline_ignore_covers_its_rule_in_its_block_alone():
    """Suppressed by the draft, with the reason; other rules and other blocks count."""
    report = told(at(ADDED), Excuses(DRAFT, inline=(inline("number-differs", by="Bo"),)))
    (finding,) = [f for f in report.findings if f.suppressed_by is not None]
    assert (finding.rule, finding.statement_id) == ("SP204", STATEMENT.id)
    assert finding.suppressed_by == "the draft (Bo)"
    assert finding.suppression.kind is SuppressionKind.INLINE
    assert faults(report) == {}
    whole = told(at(ADDED), Excuses(DRAFT, inline=(inline("SP202", start=None, end=None),)))
    assert "SP202" not in counting(whole)
    assert "SP202" in counting(REPORT)


@pytest.mark.parametrize(
    ("ignore", "fault", "said"),
    [
        (inline(reason=""), Fault.REFUSED, "line 7: it gives no reason for SP204"),
        (inline(rule=""), Fault.REFUSED, "line 7: it names no rule"),
        (inline("nummber-differs"), Fault.REFUSED, "did you mean number-differs?"),
        (inline(until="soon"), Fault.REFUSED, "line 7: until is a day, as 2026-12-31, not soon"),
        (inline(until="2025-12-31"), Fault.EXPIRED, "line 7, SP204: until 2025-12-31"),
        (inline("SP404"), Fault.UNUSED, "line 7, SP404"),
        (inline(start=9, end=9), Fault.UNUSED, "line 7, SP204"),
    ],
)
def test_an_inline_ignore_that_cannot_hold_suppresses_nothing_and_is_named(ignore, fault, said):
    """With what is wrong with it, so that it can be mended or taken away."""
    report = told(at(ADDED), Excuses(DRAFT, inline=(ignore,)))
    assert counting(report) == counting(REPORT)
    assert said in faults(report)[fault]


def test_the_service_follows_no_ignore_and_says_so():
    """There an editor's decision excuses, not the draft that was sent."""
    assert left_unfollowed(REPORT, ()) is REPORT
    report = left_unfollowed(REPORT, (inline(),))
    assert report.findings == REPORT.findings
    assert report.limits[-1].name == "ignores_not_followed"


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ({"rule": "SP204"}, {"SP204"}),
        ({"rule": "SP204", "path": "drafts/**"}, {"SP204"}),
        ({"rule": "SP204", "path": "opinion/**"}, set()),
        ({"rule": "SP204", "statement": STATEMENT.text[:20].upper()}, {"SP204"}),
        ({"rule": "SP204", "statement": "of another"}, set()),
        ({"rule": "SP204", "until": "2025-12-31"}, set()),
        ({"path": "ferries.md"}, {f.rule for f in REPORT.findings}),
    ],
)
def test_an_ignore_of_the_configuration_holds_where_all_that_it_names_does(table, left):
    """By rule, path and words of the statement, until its day."""
    configured = parse_ignores([{"reason": "known", **table}], "sourceproof.toml")
    report = told(at(ADDED), Excuses(DRAFT, DRAFT, configured=configured))
    assert {f.rule for f in report.findings if f.suppressed_by == "the configuration"} == left


def test_an_ignore_names_a_source_by_host_or_by_address():
    """A host covers its subdomains, an address its page alone."""
    source = next(s for s in REPORT.sources if s.id == NUMBER.source_id)
    host = source.url.split("/")[2]
    parent = host.partition(".")[2]
    for wanted in (host, source.url, f"{source.url}#part", parent if "." in parent else host):
        configured = parse_ignores([{"source": wanted, "reason": "known"}], "c")
        report = told(at(ADDED), Excuses(DRAFT, DRAFT, configured=configured))
        assert is_excused(report), wanted
    for other in (f"not{host}", source.url + "/elsewhere"):
        configured = parse_ignores([{"source": other, "reason": "known"}], "c")
        assert not is_excused(told(at(ADDED), Excuses(DRAFT, DRAFT, configured=configured))), other


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ([{"rule": "SP204"}], "gives no reason"),
        ([{"reason": "known"}], "names no rule, path, source or statement"),
        ([{"rule": "SP2044", "reason": "known"}], "did you mean SP204?"),
        ([{"ruel": "SP204", "reason": "known"}], "did you mean rule?"),
        ([{"rule": "SP204", "reason": "known", "until": "May"}], "until is a day"),
        ("SP204", "a list of tables"),
        (["SP204"], "a list of tables"),
    ],
)
def test_an_ignore_that_makes_no_sense_is_refused(tables, said):
    """Each names something, and gives a reason."""
    with pytest.raises(UsageError) as caught:
        parse_ignores(tables, "sourceproof.toml")
    assert said in caught.value.detail


def test_what_came_with_the_change_excuses_nothing():
    """Where there is a base, only what stood there counts: entry, inline ignore, configuration."""
    configured = parse_ignores([{"rule": "SP204", "reason": "known"}], "sourceproof.toml")
    for new in (
        Excuses(DRAFT, baseline=ACCEPTED),
        Excuses(DRAFT, inline=(inline(),)),
        Excuses(DRAFT, DRAFT, configured=configured),
    ):
        report = told(at(ADDED), replace(new, base=Base()))
        assert counting(report) == counting(REPORT)
        assert "SP204" in faults(report)[Fault.NOT_APPROVED]
    words = approved_in((inline(),), [STATEMENT])
    base = Base(ACCEPTED, frozenset(configured), words)
    for old in (
        Excuses(DRAFT, baseline=ACCEPTED, base=base),
        Excuses(DRAFT, inline=(inline(),), base=base),
        Excuses(DRAFT, DRAFT, configured=configured, base=base),
    ):
        assert "SP204" not in counting(told(at(ADDED), old))


def test_an_ignore_that_was_moved_to_another_statement_is_new():
    """A writer cannot carry an old ignore over to a new fault."""
    other = next(a.statement for a in REPORT.assessments if a.statement != STATEMENT)
    base = Base(inline=approved_in((inline(),), [replace(other, start=STATEMENT.start)]))
    report = told(at(ADDED), Excuses(DRAFT, inline=(inline(),), base=base))
    assert "SP204" in counting(report)


def test_an_extended_expiry_counts_only_once_it_stands_in_the_base():
    """Nor can the day be put off in the same change."""
    longer = Baseline(tuple(replace(e, until=date(2027, 1, 1)) for e in ACCEPTED.entries))
    late = at(date(2026, 8, 1))
    assert counting(told(late, Excuses(DRAFT, baseline=longer))) == []
    held = told(late, Excuses(DRAFT, baseline=longer, base=Base(ACCEPTED)))
    assert counting(held) == counting(REPORT)


@pytest.mark.parametrize(
    ("pattern", "path", "does"),
    [
        ("opinion/**", "opinion/2026/a.md", True),
        ("opinion/**", "opinion", False),
        ("opinion", "opinion/a.md", True),
        ("*.md", "deep/er/a.md", True),
        ("drafts/*.md", "drafts/er/a.md", False),
        ("drafts/**/a.md", "drafts/a.md", True),
        ("**/notes/*", "a/notes/b.txt", True),
        ("draft?.md", "draft1.md", True),
        ("draft[0-9].md", "draftx.md", False),
        ("./drafts/", "drafts/a.md", True),
        ("a.md", "xa.md", False),
        ("**", "any/thing.md", True),
    ],
)
def test_patterns_fit_as_those_of_gitignore(pattern, path, does):
    """A star stays within a folder, two go through folders, a bare name fits anywhere."""
    assert fits(pattern, path) is does
