"""A Sourceproof service, called from Python: drafts in, reports out. I/O.

::

    with Client("https://sourceproof.example", key) as client:
        report = client.check(Draft(markdown=text, external_id="cms-4711"))
"""

from service.client.client import Client
from service.client.errors import (
    ClientError,
    DeadlinePassed,
    FieldAtFault,
    InConflict,
    KeyRefused,
    LimitReached,
    NotAllowed,
    NotReady,
    NotThere,
    Refused,
    UnexpectedAnswer,
    Unreachable,
    Unusable,
)
from service.client.nouns import (
    Comparison,
    Decided,
    Delivery,
    Draft,
    Event,
    Options,
    Verification,
    Webhook,
    WebhookWithSecret,
)
from service.domain import SuppliedSource

__all__ = [
    "Client",
    "ClientError",
    "Comparison",
    "DeadlinePassed",
    "Decided",
    "Delivery",
    "Draft",
    "Event",
    "FieldAtFault",
    "InConflict",
    "KeyRefused",
    "LimitReached",
    "NotAllowed",
    "NotReady",
    "NotThere",
    "Options",
    "Refused",
    "SuppliedSource",
    "UnexpectedAnswer",
    "Unreachable",
    "Unusable",
    "Verification",
    "Webhook",
    "WebhookWithSecret",
]
