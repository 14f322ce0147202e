"""Imports in, no look for garbage among what they make out. I/O: the process's own collector."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Import within: what is imported stays, and is not looked through, now or later.

    Nothing that an import makes is garbage, and to look is a tenth of a small check. Where all
    was imported before, nothing is changed.
    """
    before = len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > before:
            gc.freeze()
        gc.enable()
