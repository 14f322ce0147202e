"""Keys and the record's tables, for the operator's terminal. I/O."""

from datetime import UTC, datetime, timedelta

import typer
from sqlalchemy import Engine

from service import auth
from service.domain import Scope
from service.errors import NotFound, UsageError
from service.store import make_engine, open_store, upgrade
from workers.cli.configuration import read_settings


def create(name: str, tenant: str, scopes: list[str], days: int | None) -> None:
    """Create a key and print its secret, this once."""
    unknown = sorted(set(scopes) - set(Scope))
    if unknown:
        raise UsageError(f"no scope {', '.join(unknown)}; there are {', '.join(Scope)}")
    until = None if days is None else datetime.now(UTC) + timedelta(days=days)
    with open_store(_engine()) as store:
        chosen = tuple(Scope(word) for word in scopes or Scope)
        secret = auth.create_key(store, name, tenant, chosen, until)
    typer.echo(secret)
    typer.echo("Keep it: it is not shown again.", err=True)


def list_all() -> None:
    """Print every key: id, tenant, name, scopes, when it was made, last used, and its state."""
    with open_store(_engine()) as store:
        for key in auth.list_keys(store):
            used = f"used {key.last_used_at:%Y-%m-%d}" if key.last_used_at else "never used"
            scopes = ",".join(scope for scope in Scope if scope in key.scopes)
            words = (key.id, key.tenant, key.name, scopes, f"{key.created_at:%Y-%m-%d}", used)
            typer.echo("  ".join((*words, _state(key))))


def _state(key: auth.Key) -> str:
    if key.revoked_at:
        return f"revoked {key.revoked_at:%Y-%m-%d}"
    if key.expires_at is None:
        return "active"
    word = "expired" if key.expires_at <= datetime.now(UTC) else "active until"
    return f"{word} {key.expires_at:%Y-%m-%d}"


def revoke(key_id: str) -> None:
    """Revoke a key."""
    try:
        with open_store(_engine()) as store:
            auth.revoke_key(store, key_id)
    except NotFound as err:
        raise UsageError(f"no key {key_id}") from err
    typer.echo(f"revoked {key_id}")


def upgrade_record() -> None:
    """Bring the tables to this version."""
    settings = read_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(settings.record_url)
    typer.echo("the record is up to date")


def _engine() -> Engine:
    settings = read_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(settings.record_url)
    return make_engine(settings.record_url)
