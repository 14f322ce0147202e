"""Run by Alembic: applies the migrations on the connection that ``upgrade`` hands over. I/O."""

from alembic import context
from sqlalchemy import Connection

from service.store.tables import metadata


def run() -> None:
    """Apply the migrations in the transaction that is already open."""
    connection: Connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=metadata,
        # SQLite cannot alter a table in place.
        render_as_batch=connection.dialect.name == "sqlite",
    )
    context.run_migrations()


run()
