"""The name of one of the pages' own files in, the address of exactly that content out. I/O: reads.

A file's address changes with what is in it, so a browser may keep it for as long as it likes.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

STATIC: Final = Path(__file__).parent / "static"
MOUNTED_AT: Final = "/static"
SHOWN: Final = 12  # hexadecimal digits of the SHA-256: 48 bits tell a dozen files apart


def asset(name: str) -> str:
    """Give the address of a file of ``STATIC``, as "/static/0c1d2e3f4a5b/page.css"."""
    return f"{MOUNTED_AT}/{digest_of(name)}/{name}"


@cache
def digest_of(name: str) -> str:
    """Give the beginning of the SHA-256 of a file of ``STATIC``."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:SHOWN]
