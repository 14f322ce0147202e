"""One Chromium and one served app for all tests of this folder. I/O: processes.

They end with the folder and not with the session: while Playwright is started, a thread has a
running event loop, and a test elsewhere that starts its own would fail.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import heard_of
from browser.walking import PATIENCE, served_sample, started_browser

DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """A started browser; a test opens a context of its own in it."""
    with started_browser() as started:
        yield started


@pytest.fixture(scope="package")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The app's address, and the sample's web in its reach, whose pages answer one by one.

    Other tests' checks are listed in it. Who changes that web changes it back.
    """
    folder = tmp_path_factory.mktemp("app")
    with served_sample(folder, 0.1, SOURCEPROOF_FETCH_CACHE="no") as opened:
        yield opened


@pytest.fixture(scope="package")
def address(service: tuple[str, Path]) -> str:
    """Where the app answers."""
    return service[0]


@pytest.fixture(scope="package")
def offline(browser: Browser) -> Iterator[Page]:
    """A page without a network. Tests take it as ``disk_page``."""
    context = browser.new_context(viewport=DESK, offline=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    context.close()


@pytest.fixture
def strange() -> list[str]:
    """What a page did that it must not do."""
    return []


@pytest.fixture
def disk_page(offline: Page, strange: list[str]) -> Iterator[Page]:
    """A page for reports on disk, which keep nothing in a browser: the same one, as if new.

    To open another takes thrice the time of opening the report in it.
    """
    offline.set_viewport_size(DESK)
    offline.mouse.move(0, 0)
    with heard_of(offline, strange):
        yield offline
    offline.emulate_media(color_scheme="null")
    offline.goto("about:blank")
