"""A database URL in, a SQLAlchemy engine out, and its tables brought up to date. I/O."""

import sqlite3
import threading
from collections.abc import Container
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

MIGRATIONS = Path(__file__).parent / "migrations"

# How long a writer waits for another before it gives up, milliseconds.
BUSY_TIMEOUT_MS = 10_000

# The option that holds the ids of keys which this process revoked.
REVOKED = "revoked"

# Any fixed number will do; it only has to be the same in every Sourceproof process.
_UPGRADE_LOCK = 0x50_52_4F_4F_46


def make_engine(url: str) -> Engine:
    """Make an engine for a SQLAlchemy URL; makes the folder of a SQLite file.

    ``postgres://`` and ``postgresql://`` mean psycopg 3. Opens no connection.
    """
    parsed = make_url(url)
    if parsed.drivername in {"postgres", "postgresql"}:
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() != "sqlite":
        return create_engine(
            parsed,
            pool_pre_ping=True,
            pool_size=10,
            pool_timeout=5,
            execution_options={REVOKED: set()},
        )
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        parsed,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
        # Writers of this process wait in turn, before they take a connection. SQLite would let
        # them ask again and again, asleep for up to 0.1 s each time, while one of them writes.
        execution_options={"writers": threading.Lock(), REVOKED: set()},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def revoked_keys(engine: Engine) -> Container[str]:
    """Give the ids of the keys that were revoked through this engine, as they come to be."""
    found: set[str] = engine.get_execution_options().get(REVOKED, set())
    return found


def _prepare_sqlite(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    """Allow readers beside a writer, references held, and BEGIN left to us."""
    del entry
    if not isinstance(connection, sqlite3.Connection):
        raise TypeError("the SQLite record needs Python's sqlite3 driver")
    # The driver would open a transaction late and only for some statements:
    # https://docs.sqlalchemy.org/en/20/dialects/sqlite.html#pysqlite-serializable
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        # With WAL this loses no consistency at a power cut, at most the last commits.
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at the start, where a transaction is going to write.

    A transaction that reads first and writes later cannot wait for the lock:
    SQLite answers "database is locked" at once, whatever the busy timeout.
    """
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def upgrade(target: Engine | str) -> None:
    """Bring the tables up to the newest migration; safe to call from several processes."""
    engine = make_engine(target) if isinstance(target, str) else target
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    if isinstance(target, str):
        engine.dispose()
