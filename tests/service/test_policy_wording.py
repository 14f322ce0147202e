"""What findings say: the words of both sides, and the source by its title."""

from dataclasses import replace

from report_changes import with_statement
from report_fixture import sample_report

from service.domain import QuoteCheck, QuoteResult, Source
from service.policy import find_findings
from service.policy.selections import plain_reason, quoted, source_of


def test_an_altered_quotation_is_told_with_the_wording_of_the_source():
    diff = "a [-bad-] {+good+} bet"
    quote = QuoteCheck("a bad bet", 0, 9, None, QuoteResult.ALTERED, "s2", diff=diff)
    report = with_statement(sample_report(), 3, quotes=(quote,))
    (message,) = [f.message for f in find_findings(report) if "a bad bet" in f.message]
    assert "there it reads “a good bet”." in message


def test_a_title_stands_in_quotation_marks_its_own_marks_within():
    assert quoted(Source("s1", label="“Never again”: a talk")) == "“‘Never again’: a talk”"


def test_an_address_stands_bare_however_long():
    url = "https://a.example/" + "x" * 200
    assert quoted(Source("s1", url)).startswith("https://a.example/")
    assert quoted(None) == "the source"


def test_a_source_is_found_by_its_id_wherever_it_stands():
    report = sample_report()
    turned = replace(report, sources=tuple(reversed(report.sources)))
    for source in report.sources:
        assert source_of(report, source.id) == source_of(turned, source.id) == source
    assert source_of(report, "s999") is source_of(report, "s0") is source_of(report, None) is None


def test_a_reason_names_the_sources_that_it_speaks_of_and_leaves_other_words():
    report = sample_report()
    reason = plain_reason(report, "could_not_check: s1 could not be read, s999 and as1 neither")
    assert reason == f"{quoted(report.sources[0])} could not be read, s999 and as1 neither"
