"""The page: one file that says first what matters most, and cannot be made to act."""

import base64
import hashlib
import json
import re
from dataclasses import replace

import pytest
from hostile_report import hostile_report
from lxml import html
from report_fixture import TEXTS, sample_report

from service.domain import BlockKind, Report, Severity, StatementKind, Verdict
from service.policy import RULES, Policy, judge
from service.rendering import render, report_from_dict, report_to_dict
from workers.assessing.advice import advise

PASSIVE = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "section", "footer"),
    *("svg", "symbol", "use", "path", "circle", "rect", "h1", "h2", "h3", "h4", "p", "br"),
    *("a", "span", "small", "strong", "b", "sup", "mark", "del", "ins", "bdi", "nav", "ol"),
    *("ul", "li", "details", "summary", "div", "fieldset", "legend", "label", "input"),
    *("article", "blockquote", "figure", "figcaption", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("form", "select", "option", "button", "text", "desc"),
    "script",  # a data block alone, see below
}


@pytest.fixture(scope="module")
def report() -> Report:
    return judge(sample_report(), Policy())


@pytest.fixture(scope="module")
def page(report):
    return html.document_fromstring(render(report, "html"))


def text(node) -> str:
    return " ".join(node.text_content().split())


def test_the_first_screen_says_it_in_one_sentence(page):
    """Counts and what a reader can verify come before everything else."""
    summary = page.find_class("summary")[0]
    assert text(summary).startswith(
        "12 statements: 1 supported, 2 contradicted, 1 not found, 3 partly supported, "
        "3 could not be checked, 2 without a source; a reader can open the evidence for 4."
    )


def test_the_byline_names_the_author(page):
    assert "By Jane <Roe>" in page.xpath("string(//header/p[@class='byline'])")


def test_the_gate_says_by_what_it_failed(page):
    """Named by rule, as in the findings."""
    assert "To fix: quote altered (SP101); number differs (SP204)" in text(
        page.find_class("gate")[0]
    )


def test_findings_stand_worst_first_and_link_to_their_statement(page, report):
    """Every finding is one click from its place."""
    rows = page.find_class("finding")
    assert len(rows) == len(report.findings)
    assert [row.get("class").split()[1] for row in rows] == [
        f"f-{f.severity.value}" for f in report.findings
    ]
    ids = {node.get("id") for node in page.iter() if node.get("id")}
    targets = {a.get("href")[1:] for row in rows for a in row.iter("a")}
    assert targets <= ids


def test_every_link_within_the_page_has_its_target(page):
    """No dead end."""
    ids = [node.get("id") for node in page.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    within = {a.get("href")[1:] for a in page.iter("a") if a.get("href", "").startswith("#")}
    assert within <= set(ids)


def test_the_article_stands_there_whole_with_every_statement_marked(page, report):
    """The text can be read as it was written; each mark has a shape and words, not colour alone."""
    for mark in (*page.find_class("tag"), *page.find_class("to")):
        mark.drop_tree()
    body = page.find_class("body")[0]
    for sup in body.findall(".//sup"):
        sup.drop_tree()
    assert text(body).replace(" ", "") == "".join(report.article.text.split())


def test_each_mark_names_its_verdict_in_words(report):
    """A reader who sees no colour, or nothing, is told the same."""
    page = html.document_fromstring(render(report, "html"))
    marks = page.find_class("mark")
    assert len(marks) == len(report.assessments)
    names = [text(mark.find_class("name")[0]) for mark in marks]
    assert names.count("Contradicted") == report.counts[Verdict.CONTRADICTED]
    assert all(names)


def test_a_card_shows_verdict_reason_advice_passage_and_link(report):
    """Everything about a statement is in one place."""
    page = html.document_fromstring(render(report, "html"))
    card = text(page.get_element_by_id("c4"))
    for part in (
        "Contradicted",
        "The report gives 14 per cent where the article gives 40 per cent.",
        "Correct the number to 14 per cent.",
        "Annual report of the harbour authority.",  # the surroundings
        "page 12",
        "Number differs",
    ):
        assert part in card
    links = {a.get("href") for a in page.get_element_by_id("c4").iter("a")}
    assert "https://harbour.lindhaven.example/annual-report.pdf#:~:text=Ridership" in links


def test_missing_words_and_changed_words_of_quotations_are_marked(report):
    """What no passage accounts for, what the article has, what the source has."""
    page = html.document_fromstring(render(report, "html"))
    card = page.get_element_by_id("c3")
    assert [text(m) for m in card.find_class("said")[0].iter("mark")] == ["never"]
    diff = card.find_class("diff")[0]
    assert [text(node) for node in diff.iter("del")] == ["article: never"]
    assert [text(node) for node in diff.iter("ins")] == ["source: do everything so that we do not"]


def test_surroundings_can_be_handed_in_for_a_stored_report(report):
    """A report read back from JSON has no texts; whoever has them gives them."""
    stored = report_from_dict(report_to_dict(report))
    assert "after eleven days without service" not in render(stored, "html")
    assert "after eleven days without service" in render(stored, "html", source_texts=TEXTS)


def test_a_text_that_does_not_hold_the_passage_gives_no_surroundings(report):
    """Another version of the page must not be shown as if it were the one checked."""
    texts = dict.fromkeys(TEXTS, "Something else altogether. " * 20)
    assert "Something else" not in render(report, "html", source_texts=texts)


def test_a_stored_report_renders_like_a_fresh_one(report):
    """But for the surroundings of passages, which a stored report does not carry."""
    stored = report_from_dict(report_to_dict(report))
    assert render(stored, "html", source_texts=TEXTS) == render(report, "html")


def test_an_article_without_blocks_is_shown_in_paragraphs(report):
    """Blocks are a help, not a condition."""
    bare = replace(report, article=replace(report.article, blocks=()))
    body = html.document_fromstring(render(bare, "html")).find_class("body")[0]
    assert [p.get("class") for p in body] == [f"b-{BlockKind.PARAGRAPH}"] * 5


def test_the_page_asks_nothing_of_the_network_and_has_no_script(report):
    """Its own policy allows its two style sheets, by their hashes, and nothing else."""
    written = render(report, "html")
    page = html.document_fromstring(written)
    policy = next(m for m in page.iter("meta") if m.get("http-equiv")).get("content")
    styles = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in styles]
    assert policy.startswith("default-src 'none'; style-src ")
    assert all(f"'sha256-{h}'" in policy for h in hashes)
    assert "unsafe" not in policy
    assert not re.search(r"url\(|@import|<script|<link|<img|<iframe", written)


@pytest.mark.parametrize("audience", ["editor", "public"])
def test_hostile_text_stays_text(audience):
    """No element, no handler, no style and no address comes from an article or a source."""
    written = render(hostile_report(), "html", audience=audience)
    page = html.document_fromstring(written)
    assert {node.tag for node in page.iter() if isinstance(node.tag, str)} <= PASSIVE
    for script in page.iter("script"):
        assert audience == "public"
        assert dict(script.attrib) == {"type": "application/ld+json"}
        assert json.loads(script.text)["@type"] == "Article"
    for node in page.iter():
        for name, value in node.attrib.items():
            assert not name.startswith("on")
            assert name not in {"style", "src", "srcdoc", "action", "formaction", "background"}
            if name == "href":
                assert value.startswith(("#", "http://", "https://"))
                assert not set(value) & set("\"'<> ") - {"'"}
    assert len(re.findall(r"<style>", written)) == 2
    assert "<!--" not in written
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


def test_a_report_of_nothing_renders():
    """An empty article has a page that says so."""
    report = sample_report()
    empty = replace(
        report,
        assessments=(),
        sources=(),
        independence=None,
        findings=(),
        counts=dict.fromkeys(Verdict, 0),
        article=replace(report.article, text="", title=None, blocks=(), citations=()),
    )
    written = render(empty, "html")
    assert "No statement that a source could speak to was found." in written
    assert "Untitled article" in written


def test_page_furniture_stays_in_the_text_without_mark_or_card(report):
    """An editor has nothing to decide about a menu."""
    first, *others = report.assessments
    furniture = replace(first.statement, kind=StatementKind.BOILERPLATE)
    changed = replace(
        report,
        assessments=(
            replace(first, statement=furniture, verdict=Verdict.NOT_APPLICABLE),
            *others,
        ),
    )
    page = html.document_fromstring(render(changed, "html"))
    assert len(page.find_class("mark")) == len(page.find_class("card")) == len(others)
    assert first.statement.text in text(page.find_class("body")[0])


def test_a_source_added_by_hand_is_not_named_at_every_statement(report):
    """It is held against all of them, and the list of sources says so once."""
    page = html.document_fromstring(render(report, "html"))
    assert "added by hand, for the whole article" in text(page.get_element_by_id("s5"))
    marked = {a.get("href") for sup in page.iter("sup") for a in sup.iter("a")}
    assert "#s5" not in marked
    assert "#s3" in marked


def test_the_worst_findings_stand_open_however_many_and_before_all_else():
    """Nothing need be opened, nor passed by ear or by Tab, to come to what to look at first."""
    report = judge(sample_report(), Policy())
    warnings = tuple(replace(f, severity=Severity.WARNING) for f in report.findings)
    many = replace(report, findings=warnings * 20)
    page = html.fromstring(render(many, "html"))
    (group,) = page.xpath("//section[@class='findings']/details")
    assert group.get("open") is not None
    parts = page.xpath("//main/*")
    assert parts[0].get("class") == "findings"
    assert page.xpath("(//main//a)[1]")[0] in parts[0].find_class("finding")[0].iter("a")
    for_readers = html.fromstring(render(many, "html", audience="public"))
    assert not for_readers.find_class("findings")


def test_no_advice_of_the_page_asks_for_a_flag_of_the_command():
    """The same report is read in a browser, where there is no command line."""
    for rule in RULES:
        assert "--" not in rule.advice
    for verdict in Verdict:
        told = advise(replace(sample_report().assessments[0], verdict=verdict))
        assert "--" not in (told or "")
