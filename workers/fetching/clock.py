"""Time limits that stand still while one waits for others. I/O: the clock of the event loop.

A source has so many seconds for itself. Waiting for its turn at a host that others ask
too is no fault of it, so while it waits every limit that runs for it is put off.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import anyio

_RUNNING: ContextVar[tuple[anyio.CancelScope, ...]] = ContextVar("running_limits", default=())


@contextmanager
def time_limit(seconds: float) -> Iterator[anyio.CancelScope]:
    """Leave the block after ``seconds`` of its own time."""
    with anyio.move_on_after(seconds) as scope:
        token = _RUNNING.set((*_RUNNING.get(), scope))
        try:
            yield scope
        finally:
            _RUNNING.reset(token)


@contextmanager
def standing_still() -> Iterator[None]:
    """Put off the limits that run for this task by as long as the block lasts."""
    began = anyio.current_time()
    ends = [(scope, scope.deadline) for scope in _RUNNING.get()]
    for scope, _ in ends:
        scope.deadline = math.inf
    try:
        yield
    finally:
        waited = anyio.current_time() - began
        for scope, deadline in ends:
            scope.deadline = deadline + waited
