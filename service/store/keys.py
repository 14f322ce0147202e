"""API keys, by the digest of their secret; the secret itself is never here. I/O: SQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, ColumnElement, bindparam, insert, or_, select, update

from service.domain import Scope
from service.errors import NotFound
from service.store.engine import REVOKED
from service.store.ids import new_id
from service.store.rows import Record, Row, moment
from service.store.tables import Instant, api_keys


@dataclass(frozen=True, slots=True)
class Key:
    """A key of one tenant. ``digest`` is the sha256 of its secret, in hexadecimal."""

    id: str
    tenant: str
    name: str
    digest: str
    created_at: datetime
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None
    scopes: frozenset[Scope] = frozenset(Scope)
    expires_at: datetime | None = None


class KeyRecord(Record):
    """The part of the record that keeps keys."""

    def add_key(
        self,
        tenant: str,
        name: str,
        digest: str,
        scopes: Iterable[Scope] = Scope,
        expires_at: datetime | None = None,
    ) -> Key:
        """Record a key."""
        row = {
            "id": new_id("key"),
            "tenant": tenant,
            "name": name,
            "digest": digest,
            "created_at": moment(None),
            "scopes": " ".join(dict.fromkeys(scope.value for scope in scopes)),
            "expires_at": expires_at,
        }
        query = insert(api_keys).values(row).returning(api_keys)
        return to_key(self._connection.execute(query).mappings().one())

    def list_keys(self) -> tuple[Key, ...]:
        """List every key, revoked ones too, oldest first."""
        rows = self._connection.execute(select(api_keys).order_by(api_keys.c.id)).mappings()
        return tuple(to_key(row) for row in rows)

    def find_key(self, digest: str, now: datetime | None = None) -> Key | None:
        """Find the key with that digest, unless it was revoked or has expired."""
        asked = {"digest": digest, "now": moment(now)}
        row = self._connection.execute(_OF_DIGEST, asked).mappings().one_or_none()
        return None if row is None else to_key(row)

    def touch_key(self, key_id: str, now: datetime) -> None:
        """Note that a key was used."""
        query = update(api_keys).where(api_keys.c.id == key_id)
        self._connection.execute(query.values(last_used_at=now))

    def revoke_key(self, key_id: str) -> Key | None:
        """Refuse a key from now on, and give it; None where that was done before.

        Raises NotFound.
        """
        column = api_keys.c
        query = update(api_keys).where(column.id == key_id, column.revoked_at.is_(None))
        moved = query.values(revoked_at=moment(None)).returning(api_keys)
        row = self._connection.execute(moved).mappings().one_or_none()
        if row is not None:
            # Before the commit: from here on this process asks the record of it each time.
            self._connection.get_execution_options().get(REVOKED, set()).add(key_id)
            return to_key(row)
        known = select(column.id).where(column.id == key_id)
        if self._connection.execute(known).one_or_none() is None:
            raise NotFound(f"no key {key_id}")
        return None


def valid_at(now: datetime | BindParameter[datetime]) -> tuple[ColumnElement[bool], ...]:
    """Give the clauses under which a key may be used."""
    column = api_keys.c
    return column.revoked_at.is_(None), or_(column.expires_at.is_(None), column.expires_at > now)


# Each request with a key asks this, so it is made once.
_OF_DIGEST = select(api_keys).where(
    api_keys.c.digest == bindparam("digest"), *valid_at(bindparam("now", type_=Instant))
)


def to_key(row: Row) -> Key:
    """Turn a row of the table into a Key."""
    scopes = frozenset(Scope(word) for word in row["scopes"].split())
    return Key(**{**row, "scopes": scopes})
