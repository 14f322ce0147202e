"""Keys are shown once, kept as digests, and refused when revoked."""

import pytest

from service import auth
from service.errors import (
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
        assert auth.verify_key(store, secret) == "newsroom"
        for wrong in (secret + "x", "", "\ud800"):
            with pytest.raises(NotAuthenticated):
                auth.verify_key(store, wrong)
        auth.revoke_key(store, key.id)
        with pytest.raises(NotAuthenticated):
            auth.verify_key(store, secret)
        with pytest.raises(NotFound):
            auth.revoke_key(store, "key_unknown")
        assert auth.list_keys(store)[0].revoked_at is not None
