"""Rechecks on a schedule, what an event tells beside its verification, and traces.

Revision: 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what there is has no schedule."""
    moment = sa.DateTime(timezone=True)
    op.add_column("verifications", sa.Column("schedule_every", sa.Integer(), nullable=True))
    op.add_column("verifications", sa.Column("schedule_left", sa.Integer(), nullable=True))
    op.add_column("verifications", sa.Column("schedule_at", moment, nullable=True))
    op.add_column("verifications", sa.Column("trace", sa.String(length=55), nullable=True))
    op.create_index("ix_verifications_schedule_at", "verifications", ["schedule_at"])
    op.add_column("events", sa.Column("told", sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("events", "told")
    op.drop_index("ix_verifications_schedule_at", "verifications")
    for name in ("trace", "schedule_at", "schedule_left", "schedule_every"):
        op.drop_column("verifications", name)
