"""A finding on the page: the words that matter in it are marked, and nothing of it is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_fixture import sample_report

from service.domain import Finding, QuoteCheck, QuoteResult, Severity
from service.policy import Policy, judge
from service.rendering.html.telling import denied_by, told_of
from service.rendering.html.view import make_view

REPORT = judge(sample_report(), Policy())
VIEW = make_view(REPORT, audience="editor")


def marked(finding: Finding) -> list[tuple[str, str]]:
    pieces = told_of(finding, VIEW.by_id.get(finding.statement_id))
    return [piece for piece in pieces if piece[1]]


def of_rule(rule: str) -> Finding:
    return next(f for f in REPORT.findings if f.rule == rule)


@pytest.mark.parametrize("finding", REPORT.findings, ids=lambda f: f"{f.rule}-{f.start}")
def test_the_message_is_given_back_whole(finding: Finding) -> None:
    """Whatever is marked in it."""
    pieces = told_of(finding, VIEW.by_id.get(finding.statement_id))
    assert "".join(text for text, _ in pieces) == finding.message


def test_what_differs_is_marked_on_both_sides() -> None:
    """A value by its quotation marks, a quotation by the words that were changed."""
    assert marked(of_rule("SP204")) == [("“40 per cent”", "differs"), ("“14 per cent”", "theirs")]
    assert marked(of_rule("SP101")) == [
        ("never", "differs"),
        ("do everything so that we do not", "theirs"),
    ]
    assert marked(of_rule("SP301")) == []


def test_a_quotation_that_the_message_cuts_is_marked_as_far_as_it_goes() -> None:
    """A change behind the ellipsis marks nothing that stands elsewhere."""
    card = VIEW.by_id["st3"]
    quote = replace(card.assessment.quotes[0], diff="We [-two-] {+three+} went far [-away-]")
    card = replace(card, assessment=replace(card.assessment, quotes=(quote,)))
    message = "“We two went…” is not worded so in X: there it reads “We three…”."
    finding = replace(of_rule("SP101"), message=message, start=quote.start, end=quote.end)
    marks = [piece for piece in told_of(finding, card) if piece[1]]
    assert marks == [("two", "differs"), ("three", "theirs")]


def test_a_contradiction_shows_the_passage_that_contradicts() -> None:
    """Its message names the source; what that says stands below, with the words that differ."""
    card = VIEW.by_id["st4"]
    finding = Finding("SP201", Severity.ERROR, "X contradicts: “Ridership fell.”", "st4", "s3")
    pieces = denied_by(finding, card)
    assert ("14 per cent", "differs") in pieces
    assert denied_by(of_rule("SP204"), card) == ()


@given(before=st.text("ab ", max_size=900), after=st.text("ab ", max_size=900))
def test_a_long_passage_is_cut_around_what_differs(before: str, after: str) -> None:
    """The window always holds the beginning of the first word that differs."""
    card = VIEW.by_id["st4"]
    pieces = ((before, ""), ("14 per cent", "differs"), (after, ""))
    passage = replace(card.passages[0], pieces=pieces)
    finding = Finding("SP201", Severity.ERROR, "X contradicts", "st4", "s3")
    shown = denied_by(finding, replace(card, passages=(passage,)))
    assert any(how == "differs" for _, how in shown)
    text = "".join(text for text, _ in shown).strip("…")
    assert text in before + "14 per cent" + after
    assert len(text) <= 240


WORDS = st.text("abc, '[]{}-+“”", max_size=12)


@given(text=WORDS, diff=WORDS, message=WORDS)
def test_no_diff_and_no_message_breaks_it(text: str, diff: str, message: str) -> None:
    """Reports come from files too."""
    card = VIEW.by_id["st3"]
    quote = QuoteCheck(text, 0, 5, None, QuoteResult.ALTERED, "s2", diff)
    card = replace(card, assessment=replace(card.assessment, quotes=(quote,)))
    finding = Finding("SP101", Severity.ERROR, message, "st3", "s2", 0, 5)
    assert "".join(piece for piece, _ in told_of(finding, card)) == message
