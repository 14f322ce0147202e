"""The API as `serve` opens it: the front door, the embedded broker, and a worker behind it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from service.app import create_app
from service.settings import Settings
from service.store import upgrade
from workers.tools import Tools
from workers.working import run_embedded_worker

Opened = tuple[TestClient, Tools]


@pytest.fixture
def api(tmp_path: Path, embedded_url: str) -> Iterator[Callable[[dict[str, str]], Opened]]:
    """Open the door for an environment; give a client of it, and the tools of its worker."""
    with ExitStack() as stack:

        def open_for(environ: dict[str, str]) -> Opened:
            given = {k.removeprefix("SOURCEPROOF_").lower(): v for k, v in environ.items()}
            settings = Settings(data_dir=tmp_path / "data", broker_url=embedded_url, **given)
            upgrade(settings.record_url)
            tools = stack.enter_context(run_embedded_worker(settings, beat=False))
            app = create_app(settings, tools.engine, tools.queue)
            client = TestClient(app, base_url="http://127.0.0.1:8000")
            stack.callback(client.close)
            return client, tools

        yield open_for
