"""The audit log: added to, read by its tenant, never changed, and older than what it tells of."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from record_samples import add
from sqlalchemy.exc import DatabaseError

from service import auth
from service.domain import Act, AuditAction, Scope
from service.domain.audit import COMMAND, RETENTION
from service.store import Noted, open_store

NOW = datetime.now(UTC)


def acts(engine, **wanted):
    with open_store(engine, reading=True) as store:
        return [entry.act for entry in store.list_audit(Noted(**wanted))]


def test_an_entry_is_given_back_as_it_was_noted_newest_first(engine):
    first = Act("t", "key_1", AuditAction.ERASED, "vf_1", "rq_1")
    second = Act("t", "local", AuditAction.WEBHOOK_REGISTERED, "wh_1", None, {"events": ("ping",)})
    with open_store(engine) as store:
        store.note(first)
        store.note(second, Act("u", "local", AuditAction.CANCELLED, "vf_2"))
        store.note()
    assert acts(engine, tenant="t") == [second, first]
    assert acts(engine, action=AuditAction.CANCELLED)[0].tenant == "u"
    assert acts(engine, who="key_1") == [first] == acts(engine, subject="vf_1")
    assert acts(engine, until=NOW - timedelta(days=1)) == []
    assert len(acts(engine, since=NOW - timedelta(days=1))) == 3


def test_no_entry_can_be_changed_whoever_tries(engine):
    """The database itself refuses."""
    with open_store(engine) as store:
        store.note(Act("t", "key_1", AuditAction.ERASED, "vf_1"))
    with pytest.raises(DatabaseError, match="never changed"), engine.begin() as connection:
        connection.execute(sa.text("UPDATE audit SET who = 'nobody'"))
    assert acts(engine)[0].who == "key_1"


def test_entries_outlive_what_they_tell_of_and_go_after_their_own_days(engine):
    made = add(engine)
    with open_store(engine) as store:
        store.fail(made.id, "x")
        assert store.expire(datetime.now(UTC) + timedelta(days=1)) == 1
    assert acts(engine, subject=made.id) == [Act("t", RETENTION, AuditAction.EXPIRED, made.id)]
    with open_store(engine) as store:
        assert store.forget_audit(NOW - timedelta(days=1)) == 0
        assert store.forget_audit(datetime.now(UTC) + timedelta(days=1)) == 1
    assert acts(engine) == []


def test_keys_leave_their_making_with_scope_and_expiry_and_one_revocation(engine):
    """Neither the secret nor the name that a person gave is written down."""
    with open_store(engine) as store:
        secret = auth.create_key(store, "A. Person", "t", (Scope.READ,), NOW)
        (key,) = auth.list_keys(store)
        auth.revoke_key(store, key.id)
        auth.revoke_key(store, key.id)
    revoked, created = acts(engine, tenant="t")
    assert revoked == Act("t", COMMAND, AuditAction.KEY_REVOKED, key.id)
    assert created.detail == {"scopes": ("read",), "expires_at": NOW.isoformat()}
    assert not any(word in str(created) for word in (secret, "Person"))


def test_who_signs_in_and_out_is_written_down_and_an_unknown_session_is_not(engine):
    with open_store(engine) as store:
        token = auth.open_session(store, auth.create_key(store, "Ann", "t"))
        auth.close_session(store, token)
        auth.close_session(store, token)
    out, in_, created = acts(engine, tenant="t")
    assert (out.action, in_.action) == (AuditAction.SIGNED_OUT, AuditAction.SIGNED_IN)
    assert out.who == in_.who == created.subject
