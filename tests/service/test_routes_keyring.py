"""A key is believed for seconds after the record was asked, and no longer where it was revoked."""

from datetime import UTC, datetime, timedelta

import pytest

from service.auth import create_key, identify, list_keys, revoke_key
from service.routes.keyring import MOST, TRUST, Keyring
from service.store import make_engine, open_store

URL = "/v1/verifications"


@pytest.fixture
def ours(locked_door):
    """The headers of a key that was used before, so that its use is noted and it is believed."""
    with open_store(locked_door.engine) as store:
        headers = {"authorization": f"Bearer {create_key(store, 'cms', 'ours')}"}
    for _ in range(3):
        assert locked_door.client.get(URL, headers=headers).status_code == 200
    return headers


def ring_of(door) -> Keyring:
    return door.client.app.state.house.keyring


def secret_of(headers) -> str:
    return headers["authorization"].removeprefix("Bearer ")


def test_a_key_that_was_just_used_is_not_looked_up_again(locked_door, ours):
    assert ring_of(locked_door).find(secret_of(ours)) is not None


def test_a_key_that_this_process_revokes_dies_at_once(locked_door, ours):
    """Also one that was believed at that moment, and from then on for good."""
    with open_store(locked_door.engine) as store:
        revoke_key(store, list_keys(store)[0].id)
    for _ in range(2):
        assert locked_door.client.get(URL, headers=ours).status_code == 401


def test_a_key_that_another_process_revokes_dies_within_the_time_of_trust(locked_door, ours):
    """An engine of its own is what another process has."""
    theirs = make_engine(locked_door.engine.url.render_as_string(hide_password=False))
    with open_store(theirs) as store:
        revoke_key(store, list_keys(store)[0].id)
    theirs.dispose()
    ring = ring_of(locked_door)
    later = ring.now() + TRUST
    ring._clock = lambda: later
    assert locked_door.client.get(URL, headers=ours).status_code == 401


def test_trust_begins_when_the_record_was_asked_and_ends_with_the_key(locked_door):
    """Not when the answer came: a revocation may have come in between."""
    with open_store(locked_door.engine) as store:
        secret = create_key(store, "x", "t", expires_at=datetime.now(UTC) + timedelta(hours=1))
        key = identify(store, secret)
    now = [100.0]
    ring = Keyring(clock=lambda: now[0])
    ring.keep(secret, key, asked_at=99.0)
    assert ring.find(secret) == key
    now[0] = 99.0 + TRUST
    assert ring.find(secret) is None
    over = type(key)(**{n: getattr(key, n) for n in key.__slots__} | {"expires_at": key.created_at})
    ring.keep(secret, over, asked_at=now[0])
    assert ring.find(secret) is None


def test_what_a_key_may_not_do_is_refused_however_often_it_is_asked(locked_door, ours):
    """Scopes and limits are looked at for each request, believed or not."""
    for _ in range(3):
        reply = locked_door.client.get(URL, headers=ours)
        assert int(reply.headers["ratelimit-remaining"]) < int(reply.headers["ratelimit-limit"])
    left = [
        int(locked_door.client.get(URL, headers=ours).headers["ratelimit-remaining"])
        for _ in range(2)
    ]
    assert left[0] > left[1]


def test_a_ring_holds_a_bounded_number_of_keys_and_no_secret(locked_door):
    with open_store(locked_door.engine) as store:
        key = identify(store, create_key(store, "x", "t"))
    ring = Keyring()
    for number in range(2 * MOST + 1):
        ring.keep(f"sp_secret{number}", key, ring.now())
    assert len(ring._found) <= MOST
    assert "sp_secret" not in repr(ring._found)
