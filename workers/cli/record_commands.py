"""`sourceproof keys` and `sourceproof db`: the flags; the work is in workers.cli.keys. I/O."""

# ruff: noqa: PLC0415  commands import when they run, see workers.cli

from typing import Annotated

import typer

keys_app = typer.Typer(
    help="API keys: created once, shown once, hashed at rest.", no_args_is_help=True
)
db_app = typer.Typer(help="The record's tables.", no_args_is_help=True)


@keys_app.command("create")
def keys_create(
    name: Annotated[str, typer.Argument(help="Whose key it is, for the list.")],
    tenant: Annotated[str, typer.Option(help="Sees only its own verifications.")] = "local",
    scope: Annotated[
        list[str] | None, typer.Option(help="read, verify or admin, repeatable; default all.")
    ] = None,
    days: Annotated[int | None, typer.Option(min=1, help="Days until it expires.")] = None,
) -> None:
    """Create a key and show it, this once."""
    from workers.cli.keys import create

    create(name, tenant, scope or [], days)


@keys_app.command("list")
def keys_list() -> None:
    """List the keys; never their secrets."""
    from workers.cli.keys import list_all

    list_all()


@keys_app.command("revoke")
def keys_revoke(key_id: Annotated[str, typer.Argument(help="As the list shows it.")]) -> None:
    """Revoke a key, at once and for good."""
    from workers.cli.keys import revoke

    revoke(key_id)


@db_app.command("upgrade")
def db_upgrade() -> None:
    """Bring the record's tables to this version."""
    from workers.cli.keys import upgrade_record

    upgrade_record()
