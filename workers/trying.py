"""Many pieces of work, each done whatever becomes of the others; the first error in the end. I/O.

What goes wrong is logged as it happens, and raised when all were tried, so that it is not lost.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from service.errors import NotReady

_LOG = logging.getLogger(__name__)


class Trying:
    """What a round of work came to: use ``each`` around every piece, and ``end`` after the last.

    Where a part that all need does not answer, no further piece is tried.
    """

    def __init__(self) -> None:
        self._first: Exception | None = None

    @contextmanager
    def each(self, what: str, of: str = "") -> Iterator[None]:
        """Do one piece, ``what``, at the thing with the id ``of``. Raises NotReady alone."""
        try:
            yield
        except NotReady:
            raise
        except Exception as err:  # noqa: BLE001  one that cannot be done never sinks the rest
            _LOG.exception("%s failed %s", what, of)
            self._first = self._first or err

    def end(self) -> None:
        """Raise the first error, if there was one."""
        if self._first is not None:
            raise self._first
