"""Fingerprints: the same as long as nothing that matters changed."""

from dataclasses import replace

from report_changes import found, with_statement
from report_fixture import sample_report

from service.policy import find_findings


def test_moving_a_paragraph_changes_no_fingerprint():
    """Fingerprints hold no offset and no line."""
    report = sample_report()
    moved = tuple(
        replace(a, statement=replace(a.statement, start=0, end=5, line=1, column=1))
        for a in report.assessments
    )
    before = {f.fingerprint for f in find_findings(report)}
    assert {f.fingerprint for f in find_findings(replace(report, assessments=moved))} == before


def test_typography_changes_no_fingerprint_and_another_number_does():
    """Curled quotes are the same statement; 41 for 40 is another."""
    report = sample_report()

    def prints(text: str) -> set[str]:
        statement = replace(report.assessments[13].statement, text=text)
        changed = with_statement(report, 14, statement=statement)
        return {f.fingerprint for f in found(changed, "SP202")}

    assert prints("The “old” ferries – 40 of them.") == prints('the "old"  ferries - 40 of them.')
    assert prints("The “old” ferries – 40 of them.") != prints("The “old” ferries – 41 of them.")


def test_two_findings_of_one_rule_on_one_statement_have_two_fingerprints():
    """Suppressing one wrong number does not suppress the other."""
    report = sample_report()
    values = report.assessments[3].values
    other = replace(values[0], in_article="7 days", in_source="11 days")
    report = with_statement(report, 4, values=(*values, other))
    prints = [f.fingerprint for f in found(report, "SP204") if f.statement_id == "st4"]
    assert len(set(prints)) == 2
