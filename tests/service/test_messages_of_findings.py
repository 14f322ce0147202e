"""What an editor reads in a finding: whose words it quotes, and whom it blames."""

from dataclasses import replace

import pytest
from report_changes import found, with_statement
from report_fixture import sample_report

from service.domain import Evidence, QuoteCheck, QuoteResult
from service.policy import find_findings
from service.rendering import render


def _with_verdict(rule):
    report = sample_report()
    finding = found(report, rule, SP204=None)[0]
    number = next(
        n for n, a in enumerate(report.assessments, 1) if a.statement.id == finding.statement_id
    )
    return report, number, finding


@pytest.mark.parametrize(
    ("ids", "opening"),
    [
        (("s1", "s2"), "Neither of the two sources for it, both read in full, says: “"),
        (("s1", "s2", "s3"), "None of the 3 sources for it, all read in full, says: “"),
    ],
)
def test_of_several_silent_sources_none_is_blamed_alone(ids, opening):
    """A statement held against several sources is told to be in none of them."""
    report, number, _ = _with_verdict("SP202")
    statement = report.assessments[number - 1].statement
    cited = replace(statement, citations=ids)
    (told,) = (
        f
        for f in found(with_statement(report, number, statement=cited), "SP202")
        if f.statement_id == statement.id
    )
    assert told.message.startswith(opening)


def test_a_single_silent_source_is_named():
    """With one source the message names it."""
    report, number, _ = _with_verdict("SP202")
    statement = report.assessments[number - 1].statement
    cited = replace(statement, citations=statement.citations[:1])
    told = found(with_statement(report, number, statement=cited), "SP202")
    assert any(" was read in full and does not say: “" in each.message for each in told)


def test_what_a_source_contradicts_is_not_taken_for_its_words():
    """The sentence of the article does not follow a word of saying."""
    _, _, finding = _with_verdict("SP201")
    assert " contradicts: “" in finding.message


def test_a_wrong_speaker_is_told_with_whom_the_article_names():
    """The message says whom the words were not given to."""
    report, number, _ = _with_verdict("SP201")
    start = report.assessments[number - 1].statement.start
    quote = QuoteCheck("No", start, start + 2, "Ida Lund", QuoteResult.WRONG_SPEAKER, "s1")
    (told,) = (
        f
        for f in found(with_statement(report, number, quotes=(quote,)), "SP104")
        if f.statement_id == report.assessments[number - 1].statement.id
    )
    assert told.message.endswith(" gives “No” to another speaker than Ida Lund.")


def test_no_passage_is_shown_under_a_finding_on_who_is_named():
    """What a source has on the topic says nothing on whether "experts" are named."""
    report = sample_report()
    vague = found(report, "SP404")[0]
    number = next(
        n for n, a in enumerate(report.assessments, 1) if a.statement.id == vague.statement_id
    )
    passage = Evidence("s1", "A passage of no matter.", 0, 23, 0.9)
    report = with_statement(report, number, evidence=(passage,))
    findings = [f for f in find_findings(report, {}) if f.statement_id == vague.statement_id]
    shown = render(replace(report, findings=tuple(findings)), "terminal", width=200)
    beside = sum(not each.rule.startswith("SP4") for each in findings)
    assert shown.count("A passage of no matter.") == beside
    assert "nobody can tell who that is" in shown
