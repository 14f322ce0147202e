"""Keys and the record's tables, for the operator's terminal. I/O."""

import typer
from sqlalchemy import Engine

from service import auth
from service.errors import NotFound, UsageError
from service.store import make_engine, open_store, upgrade
from workers.cli.configuration import read_settings


def create(name: str, tenant: str) -> None:
    """Create a key and print its secret, this once."""
    with open_store(_engine()) as store:
        secret = auth.create_key(store, name, tenant)
    typer.echo(secret)
    typer.echo("Keep it: it is not shown again.", err=True)


def list_all() -> None:
    """Print every key: id, tenant, name, when it was made and revoked."""
    with open_store(_engine()) as store:
        for key in auth.list_keys(store):
            state = f"revoked {key.revoked_at:%Y-%m-%d}" if key.revoked_at else "active"
            typer.echo(f"{key.id}  {key.tenant}  {key.name}  {key.created_at:%Y-%m-%d}  {state}")


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
