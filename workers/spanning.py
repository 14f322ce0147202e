"""The work of a task in a span, below the request that began it, however it came here. I/O."""

from contextlib import AbstractContextManager
from urllib.parse import urlsplit

from service.domain import Delivery, Verification
from service.queue import Task
from service.tracing import Told
from workers.tools import Tools


def spanning(tools: Tools, task: Task, of: Verification | Delivery) -> AbstractContextManager[Told]:
    """Make a span of ids and hosts around the work; its trace is the one that the record keeps."""
    told: dict[str, str | int] = {"sourceproof.revision": of.revision}
    if isinstance(of, Delivery):
        told |= {
            "sourceproof.verification_id": of.verification_id,
            "sourceproof.event_id": of.event_id,
            "sourceproof.attempt": of.attempts,
            "server.address": urlsplit(of.url).hostname or "",
        }
    else:
        told["sourceproof.verification_id"] = of.id
    return tools.tracing.span(task.value, told, parent=of.trace)
