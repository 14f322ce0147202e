"""SP501 to SP504: a publisher is told what it does not keep, and never what it does."""

from dataclasses import replace

import pytest
from report_changes import found, with_statement
from report_fixture import sample_report

from service.domain import (
    Access,
    Block,
    BlockKind,
    Citation,
    CitationBasis,
    PublicationBasis,
    PublicationNote,
    ReaderAccess,
    Report,
    Severity,
    Unread,
    Verdict,
)
from service.domain import PublicationKind as Kind
from service.policy import find_findings
from service.rendering import render, report_from_dict, report_to_dict
from service.schemas.report import ReportOut


def noted(*kinds: Kind, **changes) -> Report:
    """Give the sample report with a note of each kind on its first statement."""
    report = sample_report()
    first = report.article.statements[0]
    notes = tuple(
        PublicationNote(
            kind, PublicationBasis.WORDING, first.text, first.start, first.end, first.id
        )
        for kind in kinds
    )
    return replace(report, publication=notes, **changes)


def without_links(report: Report) -> Report:
    article = report.article
    plain = tuple(
        b for b in article.blocks if b.kind not in {BlockKind.SOURCE_LIST, BlockKind.NOTE}
    )
    return replace(report, sources=(), article=replace(article, citations=(), blocks=plain))


def with_outcomes(report: Report, outcome: Unread) -> Report:
    """Let every source of the report have come out so, and have no printed list."""
    sources = tuple(replace(source, outcome=outcome) for source in report.sources)
    article = replace(report.article, blocks=without_links(report).article.blocks)
    return replace(report, sources=sources, article=article)


def test_what_a_publication_says_of_its_own_making_needs_no_source():
    """“We document every source” rests on no source; the rules on the publication weigh it."""
    report = noted(Kind.SOURCES_PROMISED)
    unsourced = with_statement(report, 1, verdict=Verdict.NO_SOURCE_GIVEN)
    others = len(found(report, "SP401"))
    assert len(found(unsourced, "SP401")) == others
    assert len(found(replace(unsourced, publication=()), "SP401")) == others + 1


def test_a_promise_kept_by_links_is_no_finding():
    """The sample cites pages that readers can open."""
    assert not found(noted(Kind.SOURCES_PROMISED), "SP501")


def test_a_promise_without_any_source_is_told_at_the_promise():
    """Nothing is linked, and nothing is listed."""
    report = without_links(noted(Kind.SOURCES_PROMISED))
    (finding,) = found(report, "SP501")
    first = report.article.statements[0]
    assert (finding.statement_id, finding.start, finding.end) == (first.id, first.start, first.end)
    assert finding.line == first.line
    assert finding.column == first.column
    assert "gives no source" in finding.message


def test_a_promise_kept_by_a_printed_list_is_no_finding():
    """Books and files have no link."""
    report = without_links(noted(Kind.SOURCES_PROMISED))
    blocks = (*report.article.blocks, Block(BlockKind.SOURCE_LIST, 0, 5))
    report = replace(report, article=replace(report.article, blocks=blocks))
    assert not found(report, "SP501")


def test_links_whose_access_is_not_known_are_no_reason_to_accuse():
    """Offline, nothing was seen."""
    late = Unread("https://a.example", Access.TIMEOUT, "late")
    assert not found(with_outcomes(noted(Kind.SOURCES_PROMISED), late), "SP501")


@pytest.mark.parametrize(
    "outcome",
    [
        Unread("https://a.example", Access.DEAD, "404"),
        Unread("https://a.example", Access.OK, "", ReaderAccess.HIDDEN_BY_PUBLISHER),
    ],
)
def test_links_that_lead_nowhere_or_are_hidden_keep_no_promise(outcome):
    """A reader can open none of them."""
    assert found(with_outcomes(noted(Kind.SOURCES_PROMISED), outcome), "SP501")


def test_sources_added_by_the_editor_keep_no_promise_to_readers():
    """What stands in the check does not stand in the article."""
    report = noted(Kind.SOURCES_PROMISED)
    article = without_links(report).article
    supplied = tuple(
        Citation(s.id, s.url or "", 0, 0, CitationBasis.SUPPLIED) for s in report.sources
    )
    report = replace(report, article=replace(article, citations=supplied))
    assert found(report, "SP501")


def test_a_promise_and_a_subscription_are_one_finding_that_quotes_both():
    """One trouble is told once."""
    (finding,) = found(noted(Kind.SOURCES_PROMISED, Kind.SOURCES_WITHHELD), "SP501")
    assert "keeps the links" in finding.message


def test_a_subscription_alone_is_told_too():
    """To unlock the sources is a promise by itself."""
    assert len(found(noted(Kind.SOURCES_WITHHELD), "SP501")) == 1


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (Kind.AI_IMAGE_UNLABELLED, "SP502"),
        (Kind.AI_AUTHORSHIP_UNDISCLOSED, "SP503"),
        (Kind.REVIEW_UNCLEAR, "SP504"),
    ],
)
def test_what_readers_are_not_told_is_a_finding(kind, rule):
    """Each note by its own rule."""
    (finding,) = found(noted(kind), rule)
    assert finding.statement_id == "st1"
    assert finding.start is not None


@pytest.mark.parametrize(
    "kind",
    [Kind.AI_IMAGE_LABELLED, Kind.AI_AUTHORSHIP_DISCLOSED, Kind.REVIEW_STATED],
)
def test_what_readers_are_told_is_no_finding(kind):
    """The all-clear stays in the report as a note."""
    report = noted(kind)
    for rule in ("SP501", "SP502", "SP503", "SP504"):
        assert not found(report, rule)


def test_a_review_of_this_article_clears_a_general_claim():
    """The general claim leaves nothing open any more."""
    assert not found(noted(Kind.REVIEW_UNCLEAR, Kind.REVIEW_STATED), "SP504")


def test_notes_survive_report_json_and_fit_its_schema():
    """There and back again, and a report without the key reads as one without notes."""
    report = noted(*Kind)
    data = report_to_dict(report)
    assert report_from_dict(data).publication == report.publication
    ReportOut.model_validate(data)
    del data["publication"]
    assert report_from_dict(data).publication == ()
    ReportOut.model_validate(data)


@pytest.mark.parametrize("form", ["html", "terminal"])
def test_people_are_shown_a_section_on_the_publication(form):
    """Only where there is something to say."""
    heading = "About this publication"
    assert heading in render(noted(Kind.AI_IMAGE_LABELLED), form)
    assert heading not in render(sample_report(), form)


def test_what_concerns_the_whole_publication_comes_first_among_its_equals() -> None:
    report = noted(Kind.SOURCES_PROMISED, Kind.SOURCES_WITHHELD)
    warnings = [f.rule for f in find_findings(report) if f.severity is Severity.WARNING]
    assert warnings[0] == "SP501"
    assert len(warnings) > 1
