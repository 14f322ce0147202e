"""The record: the only room that speaks SQL. I/O.

``open_store(engine)`` is one transaction; what it yields does everything the
record can do, in domain values. Every change of state is one conditional update
that says whether it moved.
"""

from service.domain import Attempt, Delivery, DeliveryState, Webhook
from service.store.audit import Noted
from service.store.deliveries import subscribers
from service.store.engine import make_engine, revoked_keys, upgrade
from service.store.happenings import Standing
from service.store.ids import new_id
from service.store.keys import Key
from service.store.opening import Store, open_store
from service.store.revisions import Revision, revision_of
from service.store.sweeping import Stranded
from service.store.wanted import Wanted

__all__ = [
    "Attempt",
    "Delivery",
    "DeliveryState",
    "Key",
    "Noted",
    "Revision",
    "Standing",
    "Store",
    "Stranded",
    "Wanted",
    "Webhook",
    "make_engine",
    "new_id",
    "open_store",
    "revision_of",
    "revoked_keys",
    "subscribers",
    "upgrade",
]
