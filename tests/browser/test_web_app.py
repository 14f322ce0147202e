"""The web app in a real browser: every page is used, and axe has nothing serious against any."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from browser.axe import violations
from browser.chromium import CHROMIUM
from browser.walking import (
    MINUTES,
    PATIENCE,
    correct_minutes,
    override,
    recheck,
    submit_sample,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]

CHECK = re.compile(r"/verifications/\w+$")
# 1280 × 1024 enlarged fourfold, the screen of WCAG 2.2, success criterion 1.4.10.
NARROW = {"width": 320, "height": 256}


@pytest.fixture
def web(service: tuple[str, Path]) -> Iterator[Path]:
    """The sample's web, for its minutes to be corrected; then they are as they were."""
    minutes = service[1] / MINUTES
    before = minutes.read_bytes()
    yield service[1]
    minutes.write_bytes(before)


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: scripts that failed, what a policy has refused."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda r: None if r.url.startswith(address) else complaints.append(r.url))
    yield opened
    context.close()


def sound(page: Page) -> None:
    """Hold a page to axe, and to a narrow screen without a scroll bar below it."""
    assert violations(page) == [], page.url
    page.set_viewport_size(NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], page.url
    page.set_viewport_size({"width": 1280, "height": 900})


@contextmanager
def going_on(page: Page) -> Iterator[None]:
    """Keep the page of a check from loading itself anew at the check's end, to look at it."""
    held: list[Route] = []
    looking = True

    def hold(route: Route) -> None:
        if looking and route.request.is_navigation_request():
            held.append(route)
        else:
            route.continue_()

    page.route(CHECK, hold)
    yield
    looking = False  # the route stays: to take it away would race with what it holds
    for route in held:
        route.continue_()


def test_an_editor_follows_a_draft_from_submission_to_what_a_recheck_changed(
    page: Page, address: str, web: Path, complaints: list[str]
) -> None:
    """Progress, report, filter, evidence, override, recheck, compare, paper, list and files."""
    page.goto(address)
    sound(page)
    with going_on(page):
        check = submit_sample(page, address)
        expect(page.locator("#sources li").first).to_be_visible()
        assert violations(page) == []
    page.wait_for_url("**/report")
    sound(page)
    page.locator(".finding a").first.click()
    expect(page.locator(".card:visible")).to_have_count(1)
    page.locator(".app-decide:visible").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Statement 3 of 15")
    sound(page)
    override(page, check, "Supported", "The clerk confirms it.")
    expect(page.get_by_role("status")).to_contain_text("The decision is kept")
    expect(page.locator(".log")).to_contain_text("Overridden: Supported by J. Meyer")
    page.goto(f"{check}/report")
    expect(page.locator(".gate")).not_to_contain_text("number differs")
    assert page.pdf().startswith(b"%PDF")
    correct_minutes(web)
    recheck(page, check)
    page.goto(f"{check}/revisions")
    sound(page)
    page.get_by_role("link", name="What changed since revision 1").click()
    expect(page.locator(".changes")).to_contain_text("Contradicted")
    expect(page.locator(".changes")).to_contain_text("a source reads otherwise than before")
    sound(page)
    page.goto(f"{check}/decisions")
    expect(page.get_by_text("stands no more")).to_be_visible()
    sound(page)
    page.goto(f"{check}/files")
    sound(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV, whole").click()
    assert saved.value.suggested_filename.endswith(".csv")
    page.goto(f"{address}/verifications?rule=SP101&gate=fail")
    here = page.locator(f"a[href*='{check.rpartition('/')[2]}']")
    expect(page.locator("tbody tr", has=here)).to_have_count(1)
    sound(page)
    page.goto(f"{check}/erase")
    sound(page)
    page.get_by_role("button", name="Erase it").click()
    expect(page.get_by_role("status")).to_contain_text("The check is erased")
    assert complaints == []


def test_receivers_of_webhooks_are_managed(page: Page, address: str, complaints: list[str]) -> None:
    """Registered, its secret shown once, pinged, disabled, enabled, removed."""
    page.goto(f"{address}/webhooks")
    sound(page)
    page.get_by_label("Address").fill("https://cms.example.org/hooks")
    page.get_by_label("a check failed").check()
    page.get_by_role("button", name="Register").click()
    secret = page.get_by_label("Secret for").input_value()
    assert secret.startswith("whsec_")
    sound(page)
    page.get_by_role("link", name="I have it").click()
    assert secret not in page.content()
    for button in ("Send a ping", "Disable", "Enable"):
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("status")).to_be_visible()
    sound(page)
    page.get_by_role("button", name="New secret").click()
    assert page.get_by_label("Secret for").input_value() != secret
    page.get_by_role("link", name="I have it").click()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Nobody is told yet.")).to_be_visible()
    assert complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_the_colours_of_the_system_a_line_tells_which_page_it_is(
    page: Page, address: str, scheme: str
) -> None:
    """Under its name alone; and a button that sends has a stronger edge than others."""
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    page.goto(f"{address}/webhooks")
    line = "node => getComputedStyle(node).borderBottomColor"
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    other = page.get_by_role("link", name="Checks")
    here = page.get_by_role("navigation").get_by_role("link", name="Webhooks")
    assert other.evaluate(line) == paper
    assert here.evaluate(line) != paper
    button = page.get_by_role("button", name="Register")
    assert button.evaluate("node => getComputedStyle(node).borderTopWidth") == "2px"
    assert violations(page) == []


def test_what_moves_stands_still_where_one_asks_for_that(page: Page, address: str) -> None:
    """The sign that a check goes on turns; without motion it is a ring."""
    page.goto(address)
    page.evaluate("document.querySelector('h1').className = 'going'")
    moves = "getComputedStyle(document.querySelector('h1'), '::before').animationName"
    assert page.evaluate(moves) == "turn"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moves) == "none"


def test_without_scripts_a_draft_is_checked_and_watched_all_the_same(
    browser: Browser, address: str
) -> None:
    """The page looks again by itself, and leads to the report."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    submit_sample(page, address)
    page.wait_for_url("**/report")
    assert page.locator(".app-decide").count() == 15
    context.close()
