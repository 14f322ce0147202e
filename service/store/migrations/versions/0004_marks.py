"""Verdicts and rules of the newest report, for lists to be filtered by.

Revision: 0004, after 0003.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and fill it from the reports there are."""
    op.create_table(
        "marks",
        sa.Column("verification_id", sa.String(length=40), nullable=False),
        sa.Column("mark", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["verification_id"],
            ["verifications.id"],
            name=op.f("fk_marks_verification_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("verification_id", "mark", name=op.f("pk_marks")),
    )
    op.create_index("ix_verifications_tenant_status", "verifications", ["tenant", "status"])
    _fill()


def downgrade() -> None:
    """Drop the table."""
    op.drop_index("ix_verifications_tenant_status", "verifications")
    op.drop_table("marks")


def _fill() -> None:
    connection = op.get_bind()
    marks = sa.table("marks", sa.column("verification_id"), sa.column("mark"))
    ids = connection.execute(sa.text("SELECT DISTINCT verification_id FROM reports")).scalars()
    for verification_id in ids.all():
        newest = sa.text(
            "SELECT body, counts FROM reports WHERE verification_id = :id "
            "ORDER BY revision DESC LIMIT 1"
        )
        row = connection.execute(newest, {"id": verification_id}).one()
        found = {name for name, number in json.loads(row.counts).items() if number}
        found |= {finding["rule"] for finding in json.loads(row.body)["findings"]}
        rows = [{"verification_id": verification_id, "mark": mark} for mark in sorted(found)]
        if rows:
            connection.execute(sa.insert(marks), rows)
