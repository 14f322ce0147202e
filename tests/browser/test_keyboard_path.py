"""An editor without a mouse: a draft goes in, is watched, read, decided on and checked anew."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import CHROMIUM
from browser.tabbing import stops, tab_to
from browser.walking import PATIENCE, SAMPLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
SOURCES = 7  # of the sample


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def listen(page: Page) -> list[str]:
    """Keep what live regions say, over all pages that are opened."""
    heard: list[str] = []
    page.expose_function("said", lambda text: heard.append(text))  # noqa: PLW0108  it wants a function of ours
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
          for (const each of document.querySelectorAll("[role=status], [aria-live]"))
            new MutationObserver(() => said(each.textContent))
              .observe(each, { childList: true, characterData: true, subtree: true });
        })"""
    )
    return heard


def submit(page: Page, address: str) -> None:
    """From the first Tab to the report."""
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(".skip:focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_to(page, id="draft")
    page.keyboard.insert_text((SAMPLE / "draft.md").read_text(encoding="utf-8"))
    tab_to(page, name="Check the sources")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report")


def decide(page: Page) -> None:
    """From the worst finding to a decision that is kept."""
    tab_to(page, name="To the findings")
    page.keyboard.press("Enter")
    summary = tab_to(page, name="2 errors")
    assert summary.tag == "summary"
    page.keyboard.press("Space")
    expect(page.locator(".finding").first).not_to_be_visible()
    page.keyboard.press("Space")
    assert tab_to(page, name="Show the evidence").href == "#m3"
    page.keyboard.press("Enter")
    tab_to(page, name="evidence")
    page.keyboard.press("Enter")
    tab_to(page, name="Accept, dispute or override")
    page.keyboard.press("Enter")
    page.wait_for_url("**/statements/**")
    tab_to(page, id="action-accept")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Override")).to_be_checked()
    tab_to(page, id="verdict")
    page.keyboard.press("S")
    assert tab_to(page, id="by").tag == "input"
    page.keyboard.type("J. Meyer")
    tab_to(page, id="reason")
    page.keyboard.type("The clerk confirms it.")
    tab_to(page, name="Keep this decision")
    page.keyboard.press("Enter")
    expect(page.locator(".log")).to_contain_text("Overridden: Supported by J. Meyer")


def test_the_whole_path_goes_by_keyboard_and_is_told_sparingly(page: Page, address: str) -> None:
    """Each stop shows its focus; a screen reader hears stages and quarters, not every source."""
    heard = listen(page)
    submit(page, address)
    assert len(heard) < SOURCES
    decide(page)
    tab_to(page, name="Revisions", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/revisions")
    tab_to(page, id="sources-all")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#sources-unread")).to_be_checked()
    tab_to(page, name="Check again")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report")
    expect(page.get_by_text("Revision 2")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/verifications", "/webhooks"])
def test_no_page_keeps_a_keyboard(page: Page, address: str, path: str) -> None:
    """Tab leaves each at its end, and every button and field was met on the way."""
    page.goto(f"{address}{path}")
    ids = "[...document.querySelectorAll('main :is(input:not([type=hidden]), select, textarea)')]"
    fields = set(page.evaluate(f"{ids}.filter(e => e.checkVisibility()).map(e => e.id)"))
    met = {stop.id for stop in stops(page)}
    assert fields <= met


def test_a_paste_that_is_too_long_is_refused_with_a_word(page: Page, address: str) -> None:
    """Nothing of it goes in, for a draft that is cut would be checked as if it were whole."""
    page.goto(address)
    page.focus("#draft")
    page.keyboard.insert_text("Short.\n")
    page.keyboard.insert_text("It goes on.\n" * 90_000)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("1,080,007 characters, and 1,000,000 is the most.")
    expect(alert).to_contain_text("Choose it as a file")
    assert page.input_value("#draft") == "Short.\n"
    page.keyboard.insert_text("More.")
    expect(alert).to_have_count(0)
    assert page.input_value("#draft") == "Short.\nMore."
