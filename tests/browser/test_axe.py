"""The harness itself: it finds what is planted, and it works under the strictest policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.axe import violations
from browser.chromium import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
POLICY = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
SOUND = f"<!doctype html><html lang=en><head>{POLICY}<title>A</title></head><main><h1>A</h1></main>"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    yield opened
    opened.close()


def test_a_planted_fault_is_named_with_its_place(page: Page) -> None:
    """Also where the page itself allows no script, and a sound page has nothing against it."""
    page.set_content(SOUND)
    assert violations(page) == []
    page.set_content(f"{SOUND}<button id=b></button>")
    (found,) = violations(page)
    assert found.startswith("button-name (critical)")
    assert "#b" in found


def test_what_a_page_from_disk_does_is_noted(
    disk_page: Page, strange: list[str], tmp_path: Path
) -> None:
    """What it writes to the console, a dialog, an error, and what it asks for elsewhere."""
    doing = "console.log('said'); alert(1); fetch('https://paper.example/'); missing()"
    (tmp_path / "page.html").write_text(f"<!doctype html><script>{doing}</script>")
    disk_page.goto((tmp_path / "page.html").as_uri())
    assert {"said", "dialog", "https://paper.example/"} <= set(strange)
    assert any("missing is not defined" in each for each in strange)
