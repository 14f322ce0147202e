"""`sourceproof audit`: what the operator did at the terminal, and what tenants did over HTTP."""

import json

from command import sourceproof


def test_keys_made_and_revoked_are_told_with_their_ids_and_no_name_or_secret(tmp_path):
    environ = {"SOURCEPROOF_DATA_DIR": str(tmp_path)}

    def run(*arguments):
        done = sourceproof(*arguments, environ=environ)
        assert done.code == 0, done.err
        return done.out

    secret = run("keys", "create", "Ann", "--tenant", "desk", "--scope", "read").strip()
    key = run("keys", "list").split()[0]
    run("keys", "revoke", key)
    revoked, created = run("audit", "--tenant", "desk").splitlines()
    assert revoked.split()[1:] == ["desk", "command", "key.revoked", key]
    assert created.split()[1:] == ["desk", "command", "key.created", key, "scopes=read"]
    (line,) = run("audit", "--action", "key.created", "--json").splitlines()
    assert json.loads(line)["subject"] == key
    assert not any(word in line + revoked + created for word in ("Ann", secret))
    assert run("audit", "--tenant", "another", "--since", "2020-01-01") == ""


def test_what_is_no_action_or_no_date_is_a_usage_error(tmp_path):
    environ = {"SOURCEPROOF_DATA_DIR": str(tmp_path)}
    for flags in (("--action", "x"), ("--since", "yesterday")):
        assert sourceproof("audit", *flags, environ=environ).code == 2
