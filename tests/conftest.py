"""Fixtures shared by all tests."""

import gc
from collections.abc import Iterator

import pytest
from web import LocalWeb
from xdist.scheduler import LoadFileScheduling

pytest_plugins = ["fixtures_record", "fixtures_flow", "fixtures_api", "fixtures_client"]


def pytest_sessionstart() -> None:
    """Do not look for garbage while five thousand tests are collected: they all stay."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for it from here on, but not among what was collected: half a second each time."""
    gc.freeze()
    gc.enable()


class _ByFile(LoadFileScheduling):
    """A file goes to one process; the browser tests all to one, for they share a Chromium."""

    def _split_scope(self, nodeid: str) -> str:
        browser = "tests/browser/"
        return browser if nodeid.startswith(browser) else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Take the place of ``--dist loadfile``; other ways of sharing out stay as they are."""
    return _ByFile(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture
def local_web() -> Iterator[LocalWeb]:
    """A scripted web on loopback, closed when the test ends."""
    with LocalWeb() as web:
        yield web
