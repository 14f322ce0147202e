"""Fingerprints: the same as long as nothing that matters changed."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_changes import found, with_statement
from report_fixture import sample_report

from service.policy import find_findings, fingerprint

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


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


TEXT = "“We lost 40 ferries,” said Zoë Ångström’s aide – and 10⁴ more."
FORMS = [
    TEXT.replace(" ", "\n"),
    TEXT.replace(" ", "\r\n\t"),
    TEXT.replace(" ", "\u00a0"),
    TEXT.replace("“", '"').replace("”", '"').replace("’", "'").replace("–", "-"),
    TEXT.replace("“", "«").replace("”", "»").replace("–", "—"),
    TEXT.replace("“", "‘").replace("”", "’"),
    TEXT.upper(),
    TEXT.replace("ferries", "fer\u00adries").replace("lost", "\u200blost"),
    unicodedata.normalize("NFD", TEXT),
    unicodedata.normalize("NFC", TEXT),
]
OTHERS = [
    TEXT.replace("40", "41"),
    TEXT.replace("40", "4 0"),
    TEXT.replace("10⁴", "104"),
    TEXT.replace("lost", "sold"),
    TEXT.replace("We lost", "We"),
    TEXT.replace("Zoë", "Zoe"),
    TEXT.replace(".", "?"),
]


@pytest.mark.parametrize("form", FORMS)
def test_flow_line_endings_style_and_unicode_forms_change_no_fingerprint(form):
    """A draft that another editor saved is the same draft."""
    assert fingerprint("SP202", form, "https://a.example/x") == fingerprint(
        "SP202", TEXT, "http://www.a.example/x/?utm_source=y#part"
    )


@pytest.mark.parametrize("other", OTHERS)
def test_another_word_or_number_changes_the_fingerprint(other):
    """What was excused was something else."""
    before = fingerprint("SP202", TEXT, "https://a.example/x")
    assert fingerprint("SP202", other, "https://a.example/x") != before
    assert fingerprint("SP203", TEXT, "https://a.example/x") != before
    assert fingerprint("SP202", TEXT, "https://a.example/z") != before


@given(st.text(), st.sampled_from(["NFC", "NFD"]))
def test_no_canonical_form_of_any_text_changes_its_fingerprint(text, form):
    """Composed or taken apart, by whatever system it was saved."""
    there = unicodedata.normalize(form, text)
    assert fingerprint("SP202", there, "") == fingerprint("SP202", text, "")


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_that_differ_have_fingerprints_that_differ(one, other):
    """Also where they are raised or in fractions."""
    texts = {f"{one} ships", f"{other} ships", f"10{str(one).translate(RAISED)} ships"}
    assert len({fingerprint("SP204", text, "") for text in texts}) == len(texts)
