"""Registered receivers of webhooks.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; deliveries name the receiver they go to."""
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("tenant", sa.String(length=64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("events", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("old_secret", sa.Text(), nullable=True),
        sa.Column("old_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("disabled_by", sa.String(length=24), nullable=True),
        sa.Column("ping_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ping_status", sa.Integer(), nullable=True),
        sa.Column("ping_outcome", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhooks")),
    )
    op.create_index("ix_webhooks_tenant", "webhooks", ["tenant"])
    op.add_column("deliveries", sa.Column("webhook_id", sa.String(length=40), nullable=True))
    op.create_index("ix_deliveries_webhook_id", "deliveries", ["webhook_id", "id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_index("ix_deliveries_webhook_id", "deliveries")
    op.drop_column("deliveries", "webhook_id")
    op.drop_table("webhooks")
