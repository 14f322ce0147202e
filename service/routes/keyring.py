"""The digest of a secret in, the key that it was found to be a moment ago out. Pure but its clock.

Each request of a service with keys asks whose its secret is. What the record said is believed
for ``TRUST`` seconds: a key that another process revokes works on for no longer than that, one
that is revoked by this process, or expires, not at all. Nothing of a secret is held but its
digest, as in the record.
"""

import hashlib
import time
from collections.abc import Callable, Container
from datetime import UTC, datetime

from service.auth import Key

TRUST = 2.0  # seconds
MOST = 1_000  # keys; with more in use at once, the record is asked again


class Keyring:
    """Keys that were found in the record just now. Safe to share between threads.

    ``revoked`` holds the ids of keys that this process has revoked.
    """

    def __init__(
        self, revoked: Container[str] = (), clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._revoked = revoked
        self._clock = clock
        self._found: dict[bytes, tuple[float, Key]] = {}

    def find(self, secret: str) -> Key | None:
        """Give the key of a secret; None where the record has to be asked."""
        until, key = self._found.get(_digest(secret), (0.0, None))
        if key is None or self._clock() >= until or key.id in self._revoked:
            return None
        is_over = key.expires_at is not None and key.expires_at <= datetime.now(UTC)
        return None if is_over else key

    def keep(self, secret: str, key: Key, asked_at: float) -> None:
        """Believe a key for a while from ``asked_at``, when the record was asked (``now``)."""
        if len(self._found) >= MOST:
            self._found.clear()
        self._found[_digest(secret)] = (asked_at + TRUST, key)

    def now(self) -> float:
        """Give the moment by the clock that trust is counted on."""
        return self._clock()


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
