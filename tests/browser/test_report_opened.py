"""The page in a real browser: from disk, without a network, with hostile text in it."""

import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1] / "service"))
from hostile_report import hostile_report
from report_fixture import sample_report

from browser.chromium import CHROMIUM
from service.policy import Policy, judge
from service.rendering import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture
def page(disk_page: Page) -> Page:
    return disk_page


def open_report(page: Page, folder: Path, report) -> None:
    file = folder / "report.html"
    file.write_text(render(report, "html"), encoding="utf-8")
    page.goto(file.as_uri())


def visible_cards(page: Page) -> list[str]:
    return [
        card.get_attribute("id") for card in page.query_selector_all(".card") if card.is_visible()
    ]


def test_choosing_a_statement_shows_its_evidence_beside_it(page, strange, tmp_path):
    """One click, from a finding as from the text, without a script."""
    open_report(page, tmp_path, judge(sample_report(), Policy()))
    assert len(visible_cards(page)) == 14
    page.click(".finding:nth-child(2) a")
    assert visible_cards(page) == ["c4"]
    assert page.locator("#m4").is_visible()
    page.click("#m3 .words")
    assert visible_cards(page) == ["c3"]
    page.click("#c3 .walk a[rel=next]")
    assert visible_cards(page) == ["c4"]
    page.click("#c4 .walk a[href='#evidence']")
    assert len(visible_cards(page)) == 14
    assert strange == []


def test_a_filter_leaves_the_cards_of_its_verdict(page, strange, tmp_path):
    """By CSS alone, and by keyboard."""
    open_report(page, tmp_path, judge(sample_report(), Policy()))
    page.focus("#f-all")
    page.keyboard.press("ArrowRight")
    assert visible_cards(page) == ["c4", "c11"]
    assert strange == []


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_sticks_out_sideways(page, tmp_path, width):
    """Not even hostile words of 10,000 letters, on a telephone as on a desk."""
    for report in (judge(sample_report(), Policy()), hostile_report()):
        page.set_viewport_size({"width": width, "height": 900})
        open_report(page, tmp_path, report)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_does_nothing(page, strange, tmp_path):
    """No dialog, no request, no error, and no violation of the page's own policy."""
    open_report(page, tmp_path, hostile_report())
    page.click("#m1 .words")
    assert page.evaluate("document.querySelectorAll('script, img, iframe, object').length") == 0
    assert strange == []
