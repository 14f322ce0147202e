"""A service with keys, a worker behind it, and a client in front: over a real loopback socket."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from fixtures_flow import HOOK, PAGE, SECRET, SOURCE
from web import Answer, LocalWeb

from service.app import create_app
from service.auth import create_key
from service.broker import embedded_broker
from service.client import Client
from service.settings import Settings
from service.store import open_store, upgrade
from workers.tools import Tools
from workers.working import run_embedded_worker


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """Serve an app on a free port in a thread of this process; give its address."""
    config = uvicorn.Config(app, port=0, log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server ended before it listened"
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: its address, a key of all scopes, and the tools of its worker."""

    address: str
    key: str
    tools: Tools
    web: LocalWeb


@contextmanager
def running(folder: Path) -> Iterator[Service]:
    """Run a service that requires keys, with a worker and a local web to read."""
    with embedded_broker(folder) as broker, LocalWeb() as web:
        web.page(SOURCE, PAGE)
        web.add(HOOK, Answer(status=204))
        settings = Settings(
            data_dir=folder,
            broker_url=broker,
            require_keys=True,
            rate_limit=0,
            resolve=web.resolve(),
            allow_networks="127.0.0.0/8",
            webhook_secret=(SECRET,),
        )
        upgrade(settings.record_url)
        with run_embedded_worker(settings, beat=False) as tools:
            with open_store(tools.engine) as store:
                key = create_key(store, "cms", "desk")
            with listening(create_app(settings, tools.engine, tools.queue)) as address:
                yield Service(address, key, tools, web)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One service for all tests of a module: what they leave behind is there for the others."""
    with running(tmp_path_factory.mktemp("service")) as made:
        yield made


@pytest.fixture
def client(service: Service) -> Iterator[Client]:
    """A client of that service."""
    with Client(service.address, service.key) as made:
        yield made
