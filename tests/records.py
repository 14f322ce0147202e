"""A record's URL in, its tables there: made once in a process, and copied from then on. I/O.

What ``upgrade`` takes 40 ms to make from nothing (130 on PostgreSQL) is wanted by some seven
hundred tests. Those of ``upgrade`` itself begin with an empty database.
"""

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import make_url

from service.store import upgrade


def lay_sqlite(url: str) -> None:
    """Put a record at a SQLite URL where nothing is yet, as ``upgrade`` makes it."""
    path = Path(str(make_url(url).database))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_made())


@cache
def _made() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        upgrade(f"sqlite:///{path}")
        return path.read_bytes()
