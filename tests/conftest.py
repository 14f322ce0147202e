"""Fixtures shared by all tests."""

from collections.abc import Iterator

import pytest
from web import LocalWeb

pytest_plugins = ["fixtures_record", "fixtures_flow", "fixtures_api", "fixtures_client"]


@pytest.fixture
def local_web() -> Iterator[LocalWeb]:
    """A scripted web on loopback, closed when the test ends."""
    with LocalWeb() as web:
        yield web
