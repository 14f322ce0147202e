"""What the readers' page tells programs, and what an application may put into the page."""

import json

import pytest
from lxml import html
from markupsafe import Markup
from report_fixture import sample_report

from service.policy import Policy, judge
from service.rendering import for_public, render
from service.rendering.html import Slots, render_html
from service.rendering.structured import json_ld


@pytest.fixture(scope="module")
def report():
    return judge(sample_report(), Policy())


def test_the_readers_page_tells_programs_what_the_article_rests_on(report):
    """Cited is every source with an address, based on those that say so; no rating of a claim."""
    page = html.document_fromstring(render(report, "html", audience="public"))
    (block,) = page.xpath("//script[@type='application/ld+json']")
    told = json.loads(block.text)
    assert told["@context"] == "https://schema.org"
    assert [each["@id"] for each in told["citation"]] == [s.url for s in report.sources if s.url]
    assert {each["@id"] for each in told["isBasedOn"]} == {s.url for s in report.sources[:4]} - {
        report.sources[2].url  # it contradicts
    }
    assert "Review" not in block.text


def test_an_editors_page_tells_programs_nothing(report):
    """A draft is nobody's to index."""
    assert "application/ld+json" not in render(report, "html")


def test_a_private_source_is_told_to_no_program(report):
    """Not even where it has an address."""
    private = for_public(report)
    assert "Internal vote" not in json_ld(report)
    assert "not shown" not in json_ld(private)


def test_an_application_puts_its_controls_where_they_belong(report):
    """As they are, each at its place; the page then leaves the policy to the application."""
    slots = Slots(
        head=Markup('<link rel="stylesheet" href="/app.css">'),
        before=Markup("<nav id=app></nav>"),
        header=Markup("<form id=recheck></form>"),
        statements={"st4": Markup("<form id=decide></form>")},
        footer=Markup("<p id=end></p>"),
    )
    page = html.document_fromstring(render_html(report, slots=slots))
    assert page.xpath("//head/link[@href='/app.css']")
    assert page.xpath("//body/nav[@id='app']")
    assert page.xpath("//header//form[@id='recheck']")
    assert page.xpath("//article[@id='c4']//form[@id='decide']")
    assert page.xpath("//footer//p[@id='end']")
    assert not page.xpath("//meta[@http-equiv]")
