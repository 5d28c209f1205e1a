"""First tables: facts with their revisions, questions with feedback, chats."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision: str | None = None

DOCUMENT = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make every table; the one row of `state` says that no fact is there yet."""
    _facts()
    _questions()
    op.create_table(
        "chats",
        sa.Column("platform", sa.String(16)),
        sa.Column("chat", sa.String(80)),
        sa.Column("language", sa.String(16)),
        sa.Column("overheard", sa.Boolean, nullable=False),
        sa.Column("strictness", sa.String(16), nullable=False),
        sa.Column("curators", DOCUMENT, nullable=False),
        sa.Column("changed", MOMENT, nullable=False),
        sa.Column("changed_by", sa.String(120), nullable=False),
        sa.PrimaryKeyConstraint("platform", "chat", name="pk_chats"),
    )


def downgrade() -> None:
    """Drop every table."""
    for table in ("chats", "feedback", "questions", "revisions", "records", "state"):
        op.drop_table(table)


def _facts() -> None:
    state = op.create_table(
        "state",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("seed", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_state"),
    )
    op.bulk_insert(state, [{"id": 1, "version": 0, "seed": ""}])
    op.create_table(
        "records",
        sa.Column("kind", sa.String(16)),
        sa.Column("key", sa.String(200)),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("body", DOCUMENT),
        sa.Column("seed", DOCUMENT),
        sa.PrimaryKeyConstraint("kind", "key", name="pk_records"),
    )
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("who", sa.String(120), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("body", DOCUMENT),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
    )
    op.create_index("ix_revisions_kind_key_version", "revisions", ["kind", "key", "version"], unique=True)
    op.create_index("ix_revisions_who", "revisions", ["who"])


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", sa.String(16)),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("chat", sa.String(32)),
        sa.Column("person", sa.String(32)),
        sa.Column("addressed", sa.String(16), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("facts", DOCUMENT, nullable=False),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("micros", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_index("ix_questions_outcome_at", "questions", ["outcome", "at"])
    op.create_table(
        "feedback",
        sa.Column("question", sa.String(16)),
        sa.Column("person", sa.String(32)),
        sa.Column("chat", sa.String(32)),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
        sa.Column("note", sa.Text),
        sa.PrimaryKeyConstraint("question", "person", name="pk_feedback"),
    )
    for table in ("questions", "feedback"):
        for column in ("at", "chat", "person"):
            op.create_index(f"ix_{table}_{column}", table, [column])
