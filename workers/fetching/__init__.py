"""url -> Reply | Unread: the only room that opens a source URL. I/O."""

from workers.fetching.asking import Ask
from workers.fetching.commons import Commons, polite_ask
from workers.fetching.fetcher import Fetcher
from workers.fetching.guard import AddressRefused, NameUnknown, guarded_client, guarded_transport
from workers.fetching.policy import FetchPolicy
from workers.fetching.recording import Recorder, recorded_fetcher
from workers.fetching.replaying import Replay

__all__ = [
    "AddressRefused",
    "Ask",
    "Commons",
    "FetchPolicy",
    "Fetcher",
    "NameUnknown",
    "Recorder",
    "Replay",
    "guarded_client",
    "guarded_transport",
    "polite_ask",
    "recorded_fetcher",
]
