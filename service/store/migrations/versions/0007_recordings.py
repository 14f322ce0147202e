"""Verifications are found by the address of their article; raw exchanges are kept on demand.

Revision: 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty for what there is: it is compared with from now on."""
    op.add_column("verifications", sa.Column("article_key", sa.Text(), nullable=True))
    op.create_index(
        "ix_verifications_tenant_article_key", "verifications", ["tenant", "article_key"]
    )
    op.create_table(
        "recordings",
        sa.Column("verification_id", sa.String(length=40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verifications.id"],
            name=op.f("fk_recordings_verification_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("verification_id", "revision", "part", name=op.f("pk_recordings")),
    )


def downgrade() -> None:
    """Drop the recordings and the column."""
    op.drop_table("recordings")
    op.drop_index("ix_verifications_tenant_article_key", table_name="verifications")
    op.drop_column("verifications", "article_key")
