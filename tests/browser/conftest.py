"""One Chromium and one served app for all tests of this folder. I/O: processes.

They end with the folder and not with the session: while Playwright is started, a thread has a
running event loop, and a test elsewhere that starts its own would fail.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.walking import served_sample, started_browser


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
