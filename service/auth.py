"""A secret in, a tenant out; keys made, listed and revoked on the record that is handed in. I/O.

Secrets are random and long, so a plain sha256 at rest is enough: there is nothing
to guess that a slow hash would protect.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from service.domain import Act, AuditAction, Scope
from service.domain.audit import COMMAND, Fact
from service.errors import NotAllowed, NotAuthenticated

PREFIX = "sp_"
SESSION = timedelta(hours=12)  # a working day; then a browser asks for the key again


class Key(Protocol):
    """What is read of a key; ``service.store.Key`` is one."""

    @property
    def id(self) -> str: ...  # noqa: D102  as the record names it
    @property
    def tenant(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def created_at(self) -> datetime: ...  # noqa: D102
    @property
    def revoked_at(self) -> datetime | None: ...  # noqa: D102
    @property
    def last_used_at(self) -> datetime | None: ...  # noqa: D102
    @property
    def expires_at(self) -> datetime | None: ...  # noqa: D102
    @property
    def scopes(self) -> frozenset[Scope]: ...  # noqa: D102


class KeyStore(Protocol):
    """What is asked of the record; ``service.store.Store`` does it."""

    def add_key(  # noqa: D102
        self,
        tenant: str,
        name: str,
        digest: str,
        scopes: Iterable[Scope],
        expires_at: datetime | None,
    ) -> Key: ...
    def list_keys(self) -> tuple[Key, ...]: ...  # noqa: D102
    def find_key(self, digest: str) -> Key | None: ...  # noqa: D102
    def revoke_key(self, key_id: str) -> Key | None: ...  # noqa: D102
    def add_session(self, digest: str, key_id: str, expires_at: datetime) -> None: ...  # noqa: D102
    def find_session(self, digest: str) -> Key | None: ...  # noqa: D102
    def drop_session(self, digest: str) -> None: ...  # noqa: D102
    def note(self, *acts: Act) -> None: ...  # noqa: D102


def create_key(
    store: KeyStore,
    name: str,
    tenant: str,
    scopes: Iterable[Scope] = tuple(Scope),
    expires_at: datetime | None = None,
) -> str:
    """Make a key of a tenant and return its secret, which is nowhere kept.

    That is done at the operator's terminal, and the audit log says so.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    key = store.add_key(tenant, name, _digest(secret), scopes, expires_at)
    facts: dict[str, Fact] = {"scopes": tuple(s.value for s in Scope if s in key.scopes)}
    facts["expires_at"] = None if key.expires_at is None else key.expires_at.isoformat()
    store.note(Act(tenant, COMMAND, AuditAction.KEY_CREATED, key.id, detail=facts))
    return secret


def list_keys(store: KeyStore) -> tuple[Key, ...]:
    """List every key, revoked ones too, oldest first."""
    return store.list_keys()


def revoke_key(store: KeyStore, key_id: str) -> None:
    """Refuse a key from now on; raises NotFound. Doing it twice is no error."""
    key = store.revoke_key(key_id)
    if key is not None:
        store.note(Act(key.tenant, COMMAND, AuditAction.KEY_REVOKED, key.id))


def identify(store: KeyStore, secret: str) -> Key:
    """Find the key of a secret; raises NotAuthenticated on one unknown, revoked or expired."""
    key = store.find_key(_digest(secret))
    if key is None:
        raise NotAuthenticated("The key is unknown, was revoked or has expired.")
    return key


def open_session(store: KeyStore, secret: str) -> str:
    """Begin a browser's session with a key and return its token, which is nowhere kept.

    Raises NotAuthenticated as ``identify`` does.
    """
    key = identify(store, secret)
    token = secrets.token_urlsafe(32)
    store.add_session(_digest(token), key.id, datetime.now(UTC) + SESSION)
    store.note(Act(key.tenant, key.id, AuditAction.SIGNED_IN, key.id))
    return token


def identify_session(store: KeyStore, token: str) -> Key:
    """Find the key of a session; raises NotAuthenticated once that or its key has ended."""
    key = store.find_session(_digest(token))
    if key is None:
        raise NotAuthenticated("You are not signed in, or no longer.")
    return key


def close_session(store: KeyStore, token: str) -> None:
    """Let a token stand for nothing any more."""
    key = store.find_session(_digest(token))
    store.drop_session(_digest(token))
    if key is not None:
        store.note(Act(key.tenant, key.id, AuditAction.SIGNED_OUT, key.id))


def form_token(token: str) -> str:
    """Give what the forms of a session carry, which no page of another site can know."""
    return hmac.new(token.encode(), b"sourceproof form", hashlib.sha256).hexdigest()


def require_scope(key: Key, scope: Scope) -> None:
    """Raise NotAllowed where the key may not do that."""
    if scope not in key.scopes:
        raise NotAllowed(f"This needs a key with the scope {scope}.")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
