"""What the article's publisher hides from readers is told apart from what we could read."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.domain import (
    Access,
    DraftMarks,
    Page,
    ReaderAccess,
    Submission,
    SuppliedSource,
)
from service.domain.report import Versions
from service.policy import Policy
from workers.assessing import load_scorer
from workers.assessing.article import assess_article
from workers.assessing.report import make_report
from workers.reading import read_article

SAID = "The council of Velden closed the ferry line on Monday by eight votes to three."
CITED = f"# Ferry\n\n[{SAID}](https://council.example/minutes)\n"
WITHHELD = "\nSubscribe to unlock direct links to all sources used in this article.\n"
HIDDEN, OPEN = ReaderAccess.HIDDEN_BY_PUBLISHER, ReaderAccess.OPEN


def _read(draft, *, url=None, name="draft.md", supplied=()):
    submission = Submission(
        content=draft.encode(), filename=name, language="en", url=url, sources=supplied
    )
    return read_article(submission, max_bytes=10**6, max_sources=99, max_statements=999)


def _report(reading, marks=None, policy=None):
    """Check a reading whose every source was read in full and is open on its own site."""
    pages = tuple(
        replace(s, outcome=Page(s.url, SAID, Access.OK, OPEN, language="en"))
        for s in reading.sources
    )
    reading = replace(reading, sources=pages, marks=marks or DraftMarks())
    return make_report(
        reading,
        assess_article(reading, load_scorer()),
        policy or Policy(),
        report_id="r1",
        checked_at=datetime(2026, 5, 4, tzinfo=UTC),
        versions=Versions("1", "1", "1", "1"),
    )


def _access(report):
    return [source.outcome.reader_access for source in report.sources]


def _rules(report):
    return {finding.rule for finding in report.findings}


def test_a_source_linked_in_the_text_is_as_its_own_page_has_it():
    """Open is open, and the statement is verifiable by readers."""
    report = _report(_read(CITED))
    assert _access(report) == [OPEN]
    assert report.reader_verifiable_share > 0
    assert not _rules(report) & {"SP303", "SP501"}


def test_a_source_in_a_gated_list_is_hidden_though_we_could_read_it():
    """Our access stays what it was; the readers' share falls to nothing."""
    marks = DraftMarks(hidden_urls=("https://council.example/minutes?utm_source=x",))
    report = _report(_read(CITED), marks)
    assert _access(report) == [HIDDEN]
    assert report.sources[0].access is Access.OK
    assert report.reader_verifiable_share == 0
    assert "SP303" in _rules(report)


def test_a_source_that_only_the_editor_knows_is_hidden_where_the_list_is_for_subscribers():
    """The article says that it has sources, and shows readers no way to them."""
    supplied = (SuppliedSource(url="https://council.example/minutes"),)
    report = _report(_read(f"# Ferry\n\n{SAID}\n{WITHHELD}", supplied=supplied))
    assert _access(report) == [HIDDEN]
    assert {"SP303", "SP501"} <= _rules(report)
    assert report.reader_verifiable_share == 0


def test_a_source_added_by_hand_is_not_hidden_where_nothing_is_withheld():
    """That an article does not name it is another matter."""
    supplied = (SuppliedSource(url="https://council.example/minutes"),)
    assert _access(_report(_read(f"# Ferry\n\n{SAID}\n", supplied=supplied))) == [OPEN]


def test_a_source_linked_in_the_text_is_not_hidden_by_a_list_for_subscribers():
    """Readers have this one."""
    assert _access(_report(_read(CITED + WITHHELD))) == [OPEN]


@pytest.mark.parametrize(
    ("link", "access"),
    [
        ("https://www.paper.example/login?next=minutes", HIDDEN),
        ("https://paper.example/sign-up", HIDDEN),
        ("https://paper.example/subscribe/", HIDDEN),
        ("https://paper.example/loginscreen-of-the-town", OPEN),
        ("https://other.example/login", OPEN),
        ("https://paper.example/minutes", OPEN),
    ],
)
def test_a_link_into_the_articles_own_login_hides_its_source(link, access):
    """A login elsewhere is that site's affair."""
    draft = f"# Ferry\n\n[{SAID}]({link})\n"
    assert _access(_report(_read(draft, url="https://paper.example/ferry"))) == [access]


NATO = Path(__file__).parents[3] / "shared" / "articles" / "nato-openai.txt"


@pytest.mark.skipif(not NATO.exists(), reason="the shared articles are not here")
def test_the_nato_article_is_told_what_it_withholds_and_nothing_that_it_discloses():
    """SP501 and SP504, with their sentences; no SP502, no SP503; nothing a reader can verify."""
    reading = _read(NATO.read_text(), name="nato-openai.txt")
    report = _report(reading)
    quoted = {
        f.rule: report.article.text[f.start : f.end]
        for f in report.findings
        if f.rule.startswith("SP5")
    }
    assert quoted == {
        "SP501": "That's why we meticulously document every source.",
        "SP504": "Where needed, our human editors come in.",
    }
    (promise,) = (f for f in report.findings if f.rule == "SP501")
    assert "Subscribe to our free newsletter to unlock direct links" in promise.message
    assert (promise.line, promise.column) == (37, 55)
    assert report.reader_verifiable_share == 0
    assert report.independence is None
