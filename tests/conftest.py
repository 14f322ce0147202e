"""Fixtures shared by all tests."""

import gc
from collections.abc import Iterator

import pytest
from web import LocalWeb

pytest_plugins = ["fixtures_record", "fixtures_flow", "fixtures_api", "fixtures_client"]


def pytest_sessionstart() -> None:
    """Do not look for garbage while five thousand tests are collected: they all stay."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for it from here on, but not among what was collected: half a second each time."""
    gc.freeze()
    gc.enable()


@pytest.fixture
def local_web() -> Iterator[LocalWeb]:
    """A scripted web on loopback, closed when the test ends."""
    with LocalWeb() as web:
        yield web
