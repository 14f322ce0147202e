"""A URL in, that page in a headless Chromium of this machine out. I/O: drives a browser."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# Debian's Chromium refuses its sandbox to root, and otherwise calls home in the background.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=60_000)  # milliseconds; a loaded machine is slow


@contextmanager
def page_at(url: str, *, width: int = 1280, height: int = 800) -> Iterator[Page]:
    """Open ``url`` in a window of this size, in pixels."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page(viewport={"width": width, "height": height})
        page.goto(url)
        yield page
        browser.close()


@contextmanager
def heard_of(page: Page, strange: list[str]) -> Iterator[None]:
    """Note what a page from disk complains of, and what it asks for elsewhere."""
    listening = {
        "console": lambda message: strange.append(message.text),
        "pageerror": lambda error: strange.append(str(error)),
        "dialog": lambda dialog: (strange.append("dialog"), dialog.dismiss()),
        "request": lambda r: None if r.url.startswith("file:") else strange.append(r.url),
    }
    for event, listener in listening.items():
        page.on(event, listener)
    yield
    for event, listener in listening.items():
        page.remove_listener(event, listener)
