"""Who sends the request at hand, and what they do, for the audit log. Pure but for its context."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from service.domain import Act, AuditAction
from service.domain.audit import LOCAL, Fact


@dataclass(slots=True)
class Caller:
    """Who sends a request. ``who`` is the id of a key once that was looked at."""

    request_id: str | None = None
    who: str = LOCAL


# The view that learns who calls and the one that acts run in threads, each with a copy of the
# context: so the context holds one object that all of them see.
_CALLER: ContextVar[Caller] = ContextVar("caller")


@contextmanager
def acting(request_id: str) -> Iterator[None]:
    """Let what is done in this block be done by whoever sends that request."""
    token = _CALLER.set(Caller(request_id))
    try:
        yield
    finally:
        _CALLER.reset(token)


def caller() -> Caller:
    """Give who sends the request at hand."""
    return _CALLER.get(Caller())


def act(tenant: str, action: AuditAction, subject: str, **detail: Fact) -> Act:
    """Say what the caller does, for ``store.note``. ``detail`` holds nothing that one wrote."""
    by = caller()
    return Act(tenant, by.who, action, subject, by.request_id, detail)
