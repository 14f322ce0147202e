"""Idempotency keys whose request still waits for its answer, in this process. Pure.

While a request with `Prefer: wait` is open, another with its key would have to wait beside it, or
be given an answer that is not the first's. It is told to come again
(draft-ietf-httpapi-idempotency-key-header, section 2.6). Other processes give it the
verification at once, which is safe too: there is one of it in any case.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from service.errors import Conflict
from service.routes.problems import HttpProblem
from service.schemas.problem import problem_of


class Answering:
    """The keys of requests that wait. Lives on the event loop of the server."""

    def __init__(self) -> None:
        self._open: set[tuple[str, str]] = set()

    def refuse_if_open(self, tenant: str, key: str | None) -> None:
        """Raise HttpProblem, a conflict, where a request of that key waits at this moment."""
        if key is not None and (tenant, key) in self._open:
            detail = "A request with this Idempotency-Key is still waiting for its answer."
            raise HttpProblem(problem_of(Conflict(detail)), {"retry-after": "1"})

    @contextmanager
    def waiting(self, tenant: str, key: str | None) -> Iterator[None]:
        """Hold the key for as long as the block lasts."""
        held = None if key is None else (tenant, key)
        if held is not None:
            self._open.add(held)
        try:
            yield
        finally:
            if held is not None:
                self._open.discard(held)
