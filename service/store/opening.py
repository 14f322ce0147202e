"""An engine in, one transaction on the record out. I/O."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from service.errors import NotReady
from service.store.decisions import DecisionRecord
from service.store.deliveries import DeliveryRecord
from service.store.earlier import EarlierRecord
from service.store.ending import EndingRecord
from service.store.engine import BUSY_TIMEOUT_MS
from service.store.happenings import HappeningRecord
from service.store.pulse import PulseRecord
from service.store.rechecking import RecheckRecord
from service.store.sessions import SessionRecord
from service.store.sweeping import SweepingRecord
from service.store.tallies import TallyRecord
from service.store.verifications import VerificationRecord
from service.store.webhooks import WebhookRecord

# "No such table" and "no such column": of PostgreSQL by SQLSTATE (appendix A of its manual,
# 42P01 and 42703), of SQLite by its words, since its code says no more than "error".
_UNDEFINED = frozenset({"42P01", "42703"})
_NO_SUCH = ("no such table", "no such column", "has no column")


class Store(
    VerificationRecord,
    EndingRecord,
    RecheckRecord,
    EarlierRecord,
    DecisionRecord,
    DeliveryRecord,
    HappeningRecord,
    SweepingRecord,
    SessionRecord,
    WebhookRecord,
    PulseRecord,
    TallyRecord,
):
    """Everything the record can do, in one transaction. Made by ``open_store``."""


@contextmanager
def open_store(engine: Engine, *, reading: bool = False) -> Iterator[Store]:
    """Open one transaction: committed at the end of the block, rolled back by an exception.

    ``reading`` promises that nothing is written; on SQLite such a transaction waits
    for no writer. Raises NotReady where the database does not answer, or lacks its tables.
    """
    try:
        with _turn(engine, reading=reading), _begun(engine, reading=reading) as connection:
            yield Store(connection)
    except (OperationalError, InterfaceError, PoolTimeout, ProgrammingError) as err:
        if isinstance(err, DBAPIError) and _lacks_tables(err):
            raise NotReady(
                "The record lacks tables of this version: run `sourceproof db upgrade`."
            ) from err
        if isinstance(err, ProgrammingError):
            raise
        raise NotReady("The record does not answer.") from err


@contextmanager
def _begun(engine: Engine, *, reading: bool) -> Iterator[Connection]:
    # The option is set on the connection: an engine with options is made anew each time.
    with engine.connect() as connection:
        if reading:
            connection.execution_options(reading=True)
        with connection.begin():
            yield connection


@contextmanager
def _turn(engine: Engine, *, reading: bool) -> Iterator[None]:
    """Wait for the other writers of this process, where the engine asks for that."""
    writers = None if reading else engine.get_execution_options().get("writers")
    if writers is None:
        yield
        return
    if not writers.acquire(timeout=BUSY_TIMEOUT_MS / 1000):
        raise NotReady("The record does not answer.")
    try:
        yield
    finally:
        writers.release()


def _lacks_tables(err: DBAPIError) -> bool:
    state = getattr(err.orig, "sqlstate", None)
    if state is not None:
        return state in _UNDEFINED
    return any(words in str(err.orig) for words in _NO_SUCH)
