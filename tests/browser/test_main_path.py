"""The main path in a real browser: a draft goes in by keyboard alone, its report comes out."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import CHROMIUM
from browser.walking import PATIENCE, SAMPLE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]


@pytest.fixture
def strange(address: str) -> list[str]:
    """What a page asked for outside the service, or complained of."""
    del address
    return []


@pytest.fixture
def page(browser: Browser, address: str, strange: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    opened.on("console", lambda message: strange.append(message.text))
    opened.on("pageerror", lambda error: strange.append(str(error)))
    opened.on("request", lambda r: None if r.url.startswith(address) else strange.append(r.url))
    yield opened
    context.close()


def test_a_draft_goes_in_by_keyboard_and_its_report_says_first_what_to_fix(
    page: Page, address: str, strange: list[str]
) -> None:
    page.goto(address)
    page.focus("#draft")
    page.keyboard.insert_text((SAMPLE / "draft.md").read_text(encoding="utf-8"))
    for field in ("format", "file", "url", "more-sources", "options"):
        page.keyboard.press("Tab")
        assert (
            page.evaluate("document.activeElement.id || document.activeElement.parentElement.id")
            == field
        )
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/report")
    expect(page.locator(".gate")).to_contain_text("To fix: number differs")
    first = page.locator(".finding").first
    expect(first).to_contain_text("“$64 million”")
    expect(first).to_contain_text("“$46 million”")
    first.locator("a").focus()
    page.keyboard.press("Enter")
    cards = page.locator(".card:visible")
    expect(cards).to_have_count(1)
    expect(cards.first).to_contain_text("The cost of the boats is $46 million")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(address)
    expect(page.locator("table a").first).to_have_text("Harborview will buy four electric ferries")
    assert strange == []


def test_the_documentation_shows_the_calls_and_asks_nothing_of_the_outside(
    page: Page, address: str, strange: list[str]
) -> None:
    page.goto(f"{address}/docs")
    expect(page.get_by_text("Check an article against its sources")).to_be_visible()
    assert strange == []
