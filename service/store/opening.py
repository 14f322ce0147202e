"""An engine in, one transaction on the record out. I/O."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from service.errors import NotReady
from service.store.deliveries import DeliveryRecord
from service.store.keys import KeyRecord
from service.store.outcomes import OutcomeRecord
from service.store.sweeping import SweepingRecord
from service.store.verifications import VerificationRecord


class Store(VerificationRecord, OutcomeRecord, DeliveryRecord, SweepingRecord, KeyRecord):
    """Everything the record can do, in one transaction. Made by ``open_store``."""


@contextmanager
def open_store(engine: Engine, *, reading: bool = False) -> Iterator[Store]:
    """Open one transaction: committed at the end of the block, rolled back by an exception.

    ``reading`` promises that nothing is written; on SQLite such a transaction waits
    for no writer. Raises NotReady where the database does not answer.
    """
    try:
        with engine.execution_options(reading=reading).begin() as connection:
            yield Store(connection)
    except (OperationalError, InterfaceError, PoolTimeout) as err:
        raise NotReady("the record does not answer") from err
