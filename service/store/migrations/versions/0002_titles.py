"""Verifications carry the title of their article.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was read before stays without a title."""
    op.add_column("verifications", sa.Column("title", sa.Text(), nullable=True))


def downgrade() -> None:
    """Drop the column."""
    op.drop_column("verifications", "title")
