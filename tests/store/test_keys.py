"""Keys are shown once, kept as digests, and refused when revoked."""

from datetime import UTC, datetime, timedelta

import pytest

from service import auth
from service.domain import Scope
from service.errors import (
    NotAllowed,
    NotAuthenticated,
    NotFound,
)
from service.store import (
    open_store,
)


def test_a_key_is_shown_once_kept_as_a_digest_and_refused_when_revoked(engine):
    with open_store(engine) as store:
        secret = auth.create_key(store, "cms", "newsroom")
        (key,) = auth.list_keys(store)
        assert secret not in repr(key)
        assert auth.identify(store, secret).tenant == "newsroom"
        for wrong in (secret + "x", "", "\ud800"):
            with pytest.raises(NotAuthenticated):
                auth.identify(store, wrong)
        auth.revoke_key(store, key.id)
        with pytest.raises(NotAuthenticated):
            auth.identify(store, secret)
        with pytest.raises(NotFound):
            auth.revoke_key(store, "key_unknown")
        assert auth.list_keys(store)[0].revoked_at is not None


def test_a_key_that_has_expired_is_refused_and_its_scopes_and_last_use_are_kept(engine):
    now = datetime.now(UTC)
    with open_store(engine) as store:
        secret = auth.create_key(store, "cms", "t", (Scope.READ,), now + timedelta(days=1))
        key = auth.identify(store, secret)
        assert (key.scopes, key.last_used_at) == ({Scope.READ}, None)
        with pytest.raises(NotAllowed):
            auth.require_scope(key, Scope.VERIFY)
        store.touch_key(key.id, now)
        assert auth.identify(store, secret).last_used_at == now
        assert store.find_key(key.digest, now + timedelta(days=1)) is None
        old = auth.create_key(store, "old", "t", expires_at=now - timedelta(seconds=1))
        with pytest.raises(NotAuthenticated):
            auth.identify(store, old)
