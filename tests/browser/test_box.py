"""The embeddable box of sources, on a page that would undo it: it stays readable and usable."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

sys.path.insert(0, str(Path(__file__).parents[1] / "service"))
from hostile_report import hostile_report
from report_fixture import sample_report

from browser.axe import violations
from browser.chromium import CHROMIUM
from service.policy import Policy, judge
from service.rendering import render

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
HOST = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Herald</title><style>"
    "p{display:none}a{color:#fff;pointer-events:none}li{font-size:0}summary{visibility:hidden}"
    "ol{float:left;width:9px}</style><main><h1>Story</h1>"
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def test_the_box_opens_by_keyboard_and_axe_has_nothing_against_it(
    page: Page, tmp_path: Path
) -> None:
    """Whatever the page says of its own paragraphs, lists and links."""
    page_file = tmp_path / "story.html"
    page_file.write_text(f"{HOST}{render(judge(sample_report(), Policy()), 'embed')}</main>")
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(page_file.as_uri())
    box = page.locator(".sourceproof-box")
    assert box.get_by_text("a reader can check 4 of 12 statements").is_visible()
    link = box.get_by_role("link", name="Minutes of the council, 14 April")
    assert not link.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert link.is_visible()
    page.keyboard.press("Tab")
    assert link.evaluate("node => node === document.activeElement")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []


def test_nothing_runs_in_the_box_of_an_attacker(page: Page, tmp_path: Path) -> None:
    """Not a script, not a handler, and nothing is asked for."""
    page_file = tmp_path / "story.html"
    page_file.write_text(f"{HOST}{render(hostile_report(), 'embed')}</main>")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto(page_file.as_uri())
    page.locator(".sourceproof-box summary").click()
    assert asked == [page_file.as_uri()]
