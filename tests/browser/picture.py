"""The README's pictures: the sample's draft in, four screens of the app as PNG out. I/O.

make pictures
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.walking import (
    PATIENCE,
    SAMPLE,
    correct_minutes,
    override,
    recheck,
    served_sample,
    started_browser,
    submit_sample,
)

DRAFT = (SAMPLE / "draft.md").read_text(encoding="utf-8")
SIZE = {"width": 1200, "height": 760}


def main() -> None:
    """Use the app as an editor would, and take its picture on the way."""
    folder = Path(sys.argv[1])
    with (
        tempfile.TemporaryDirectory() as scratch,
        # The sources take their time, for progress to be seen.
        served_sample(Path(scratch), 0.6, SOURCEPROOF_FETCH_CACHE="no") as (address, web),
        started_browser() as browser,
    ):
        page = browser.new_page(viewport=SIZE)
        page.set_default_timeout(PATIENCE)
        check = _picture_the_way(page, address, folder)
        correct_minutes(web)
        recheck(page, check)
        override(page, check, "Supported", "The trust sent us the table that says so.")
        page.goto(f"{check}/compare")
        page.screenshot(path=folder / "compare.png")
        page.goto(address)
        page.fill("#draft", DRAFT)
        page.screenshot(path=folder / "home.png")


def _picture_the_way(page: Page, address: str, folder: Path) -> str:
    """Send the draft and watch it; the address of its check, which is at its end."""
    check = submit_sample(page, address)
    expect(page.locator("#sources li").nth(1)).to_be_visible(timeout=PATIENCE)
    page.screenshot(path=folder / "progress.png")
    page.wait_for_url("**/report")
    page.screenshot(path=folder / "report.png")
    return check


if __name__ == "__main__":
    main()
