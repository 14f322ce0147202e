"""Snapshots of each revision, how a revision is made, and events that keep how it ended.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the key of snapshots; what there is belongs to the first revision."""
    with op.batch_alter_table("snapshots") as batch:
        batch.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="1"))
        batch.drop_constraint("pk_snapshots", type_="primary")
        batch.create_primary_key("pk_snapshots", ["verification_id", "revision", "source_id"])
    op.add_column("verifications", sa.Column("recheck", sa.String(length=16), nullable=True))
    op.add_column("events", sa.Column("status", sa.String(length=24), nullable=True))
    op.add_column("events", sa.Column("gate", sa.String(length=16), nullable=True))


def downgrade() -> None:
    """Keep the snapshots of the first revision alone."""
    op.execute(sa.text("DELETE FROM snapshots WHERE revision > 1"))
    with op.batch_alter_table("snapshots") as batch:
        batch.drop_constraint("pk_snapshots", type_="primary")
        batch.create_primary_key("pk_snapshots", ["verification_id", "source_id"])
        batch.drop_column("revision")
    op.drop_column("verifications", "recheck")
    op.drop_column("events", "status")
    op.drop_column("events", "gate")
