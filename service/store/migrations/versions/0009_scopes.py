"""Keys carry what they may do, and until when.

Revision: 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; a key of an older version may do everything, as it could."""
    every = "read verify admin"
    op.add_column(
        "api_keys",
        sa.Column("scopes", sa.String(length=64), nullable=False, server_default=every),
    )
    op.add_column("api_keys", sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    op.drop_column("api_keys", "expires_at")
    op.drop_column("api_keys", "scopes")
