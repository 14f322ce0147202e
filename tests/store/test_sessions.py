"""A browser's session stands for a key, as long as both last."""

from datetime import UTC, datetime, timedelta

import pytest

from service import auth
from service.errors import NotAuthenticated
from service.store import open_store


def test_a_session_stands_for_its_key_until_it_is_closed(engine):
    """Its token is kept as a digest, and neither it nor the key's secret finds the other."""
    with open_store(engine) as store:
        secret = auth.create_key(store, "desk", "newsroom")
        token = auth.open_session(store, secret)
        assert auth.identify_session(store, token).tenant == "newsroom"
        with pytest.raises(NotAuthenticated):
            auth.identify_session(store, secret)
        with pytest.raises(NotAuthenticated):
            auth.identify(store, token)
        auth.close_session(store, token)
        auth.close_session(store, token)
        with pytest.raises(NotAuthenticated):
            auth.identify_session(store, token)


def test_a_session_ends_with_its_key(engine):
    """A key that is revoked ends every session that was begun with it."""
    with open_store(engine) as store:
        secret = auth.create_key(store, "desk", "newsroom")
        tokens = [auth.open_session(store, secret) for _ in range(2)]
        auth.revoke_key(store, auth.identify(store, secret).id)
        for token in tokens:
            with pytest.raises(NotAuthenticated):
                auth.identify_session(store, token)


def test_a_session_ends_after_its_time_and_is_forgotten(engine):
    """An expired session is found no more, and is dropped when the next one begins."""
    now = datetime.now(UTC)
    with open_store(engine) as store:
        key = auth.identify(store, auth.create_key(store, "desk", "newsroom"))
        store.add_session("a" * 64, key.id, now + timedelta(hours=1))
        assert store.find_session("a" * 64, now + timedelta(minutes=59)) == key
        assert store.find_session("a" * 64, now + timedelta(hours=1)) is None
        store.add_session("b" * 64, key.id, now - timedelta(seconds=1))
        store.add_session("c" * 64, key.id, now + timedelta(hours=1))
        assert store.find_session("b" * 64, now - timedelta(hours=1)) is None


def test_nobody_signs_in_with_a_key_that_is_none(engine):
    with open_store(engine) as store, pytest.raises(NotAuthenticated):
        auth.open_session(store, "sp_nonsense")


def test_the_token_of_forms_is_made_of_the_session_and_does_not_tell_it():
    token = "t" * 43
    assert auth.form_token(token) != auth.form_token("u" * 43)
    assert token not in auth.form_token(token)
