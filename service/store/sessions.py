"""Sessions of browsers, by the digest of their token; each stands for a key. I/O: SQL."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from service.store.keys import Key, KeyRecord, to_key, valid_at
from service.store.rows import moment
from service.store.tables import api_keys, browser_sessions


class SessionRecord(KeyRecord):
    """The part of the record that keeps who is signed in."""

    def add_session(self, digest: str, key_id: str, expires_at: datetime) -> None:
        """Record a session of a key, and drop those that have expired."""
        now = moment(None)
        column = browser_sessions.c
        self._connection.execute(delete(browser_sessions).where(column.expires_at <= now))
        row = {"digest": digest, "key_id": key_id, "created_at": now, "expires_at": expires_at}
        self._connection.execute(insert(browser_sessions).values(row))

    def find_session(self, digest: str, now: datetime | None = None) -> Key | None:
        """Find the key of a session, unless either has ended."""
        now = moment(now)
        column = browser_sessions.c
        query = (
            select(api_keys)
            .join(browser_sessions, column.key_id == api_keys.c.id)
            .where(column.digest == digest, column.expires_at > now, *valid_at(now))
        )
        row = self._connection.execute(query).mappings().one_or_none()
        return None if row is None else to_key(row)

    def drop_session(self, digest: str) -> None:
        """End a session; one that there is not is no error."""
        query = delete(browser_sessions).where(browser_sessions.c.digest == digest)
        self._connection.execute(query)
