"""Two reports compared: what has changed, each statement once, and what lies under it."""

from dataclasses import replace

from report_changes import with_statement
from report_fixture import sample_report

from service.domain import Access, Report, Unread, Verdict
from service.policy import Why, compare

REPORT = sample_report()
CHECKED = next(i for i, a in enumerate(REPORT.assessments, 1) if a.verdict is Verdict.SUPPORTED)


def with_source(report: Report, source_id: str, **changes) -> Report:
    sources = tuple(replace(s, **changes) if s.id == source_id else s for s in report.sources)
    return replace(report, sources=sources)


def cited() -> str:
    return REPORT.assessments[CHECKED - 1].statement.citations[0]


def test_a_report_does_not_differ_from_itself():
    found = compare(REPORT, REPORT)
    assert (found.changed, found.added, found.removed, found.sources) == ((), (), (), ())
    assert found.unchanged == len(REPORT.assessments)


def test_a_verdict_that_fell_with_its_source_says_so():
    dead = Unread("https://x.example/", Access.DEAD, "gone")
    after = with_statement(REPORT, CHECKED, verdict=Verdict.COULD_NOT_CHECK)
    after = with_source(after, cited(), outcome=dead)
    found = compare(REPORT, after)
    (changed,) = found.changed
    assert changed.before.verdict is Verdict.SUPPORTED
    assert changed.why == (Why.SOURCE_NO_LONGER_READ,)
    assert [source.after for source in found.sources] == [Access.DEAD]
    (back,) = compare(after, REPORT).changed
    assert back.why == (Why.SOURCE_NOW_READ,)


def test_a_changed_text_and_another_version_are_told_apart():
    page = next(s.page for s in REPORT.sources if s.id == cited())
    after = with_statement(REPORT, CHECKED, verdict=Verdict.CONTRADICTED)
    after = with_source(after, cited(), outcome=replace(page, text=page.text + " More."))
    (changed,) = compare(REPORT, after).changed
    assert changed.why == (Why.SOURCE_TEXT_CHANGED,)
    (changed,) = compare(
        REPORT, replace(after, versions=replace(REPORT.versions, scorer="2"))
    ).changed
    assert Why.CHECKED_BY_ANOTHER_VERSION in changed.why


def test_statements_are_found_again_wherever_they_stand_and_however_quotes_are_drawn():
    turned = replace(REPORT, assessments=REPORT.assessments[::-1])
    assert compare(REPORT, turned).unchanged == len(REPORT.assessments)
    shorter = replace(REPORT, assessments=REPORT.assessments[1:])
    assert compare(REPORT, shorter).removed == REPORT.assessments[:1]
    assert compare(shorter, REPORT).added == REPORT.assessments[:1]
    twice = replace(REPORT, assessments=REPORT.assessments[:1] * 2)
    assert compare(twice, twice).unchanged == 2


def test_a_source_that_is_no_longer_cited_is_told():
    fewer = replace(REPORT, sources=tuple(s for s in REPORT.sources if s.id != cited()))
    (gone,) = compare(REPORT, fewer).sources
    assert gone.after is None
