"""The public version: what is private or internal is in none of its forms."""

from dataclasses import replace

import pytest
from report_changes import with_statement
from report_fixture import TEXTS, sample_report

from service.domain import Report, Suppression, SuppressionKind, UnsupportedPart
from service.errors import UsageError
from service.policy import Policy, judge
from service.rendering import FORMATS, render

# From the text of the private source, its names, and what was concluded from it.
PRIVATE = ("212 members", "140", "leaked", "Internal vote", TEXTS["s5"])
INTERNAL = ("cms-4711", "J. Meyer", "in our archive")


@pytest.fixture
def report() -> Report:
    found = judge(sample_report(), Policy())
    first, *rest = found.findings
    excuse = Suppression(SuppressionKind.BASELINE, "it is in our archive", "J. Meyer")
    first = replace(first, suppressed_by="J. Meyer, by phone", suppression=excuse)
    return replace(found, findings=(first, *rest))


@pytest.mark.parametrize("fmt", FORMATS)
def test_nothing_private_or_internal_is_in_the_public_version(report, fmt):
    """In no format, though source texts are handed in."""
    texts = TEXTS if fmt == "html" else None
    written = render(report, fmt, audience="public", source_texts=texts)
    for secret in (*PRIVATE, *INTERNAL):
        assert secret not in written


def test_what_a_private_source_lacks_is_withheld_as_what_it_has():
    """Which part of a statement is not supported would tell what else the source says."""
    numbers = [
        n
        for n, each in enumerate(sample_report().assessments, 1)
        if "s5" in each.statement.citations
    ]
    part = UnsupportedPart("the half that is wrong", 0, 22)
    report = with_statement(sample_report(), numbers[0], unsupported_part=part)
    assert part.text in render(report, "json")
    assert part.text not in render(report, "json", audience="public")


def test_the_same_words_are_there_for_editors(report):
    """The test above would pass on an empty page; this one would not."""
    written = render(report, "html") + render(report, "json")
    for word in (*PRIVATE[:4], *INTERNAL):
        assert word in written


def test_readers_see_that_a_statement_rests_on_something_they_cannot_see(report):
    """Withheld is said to be withheld, and the verdict stays."""
    written = render(report, "html", audience="public")
    assert "a source that is not shown to readers" in written
    assert "2 contradicted" in written


def test_readers_see_open_passages_in_their_surroundings(report):
    """What is open stays whole."""
    written = render(report, "html", audience="public")
    assert "after eleven days without service" in written


def test_unknown_formats_and_audiences_are_refused(report):
    """A typing error is told, not guessed at."""
    with pytest.raises(UsageError):
        render(report, "pdf")
    with pytest.raises(UsageError):
        render(report, "html", audience="everyone")
