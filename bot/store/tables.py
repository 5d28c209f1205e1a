"""The tables, as typed models.

A record's fields belong to `bot.knowledge.records`; the store keeps each record whole, as a document, so that a new
field needs no migration, and a revision holds all that a record was.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Index, MetaData, String, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

type_of_document = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Store in UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read as UTC."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


class Base(DeclarativeBase):
    """All tables, with names for constraints so that migrations can name them too."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dict[str, Any]: type_of_document, list[str]: type_of_document, datetime: Moment}  # noqa: RUF012


class StateRow(Base):
    """One row: the version of the facts, counted up by each change, and the digest of the last imported seed."""

    __tablename__ = "state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(BigInteger)
    seed: Mapped[str] = mapped_column(String(64))


class RecordRow(Base):
    """A record as it is (`body`, NULL once withdrawn) and as the fact files last said (`seed`, NULL if never)."""

    __tablename__ = "records"

    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    position: Mapped[int]
    file: Mapped[str] = mapped_column(Text)
    line: Mapped[int]
    body: Mapped[dict[str, Any] | None]
    seed: Mapped[dict[str, Any] | None]


class RevisionRow(Base):
    """What one change made of one record: who, when, why, and the whole record after it (NULL when withdrawn)."""

    __tablename__ = "revisions"
    __table_args__ = (Index(None, "kind", "key", "version", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    key: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime]
    who: Mapped[str] = mapped_column(String(120), index=True)
    action: Mapped[str] = mapped_column(String(16))
    why: Mapped[str] = mapped_column(Text)
    body: Mapped[dict[str, Any] | None]


class QuestionRow(Base):
    """One question asked. Chat and person are keyed hashes; `micros` is the time the answer took."""

    __tablename__ = "questions"
    __table_args__ = (Index(None, "outcome", "at"),)

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    platform: Mapped[str] = mapped_column(String(16))
    chat: Mapped[str | None] = mapped_column(String(32), index=True)
    person: Mapped[str | None] = mapped_column(String(32), index=True)
    addressed: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(String(16))
    facts: Mapped[list[str]]
    score: Mapped[float]
    micros: Mapped[int]


class FeedbackRow(Base):
    """What one person thinks of an answer. No foreign key: the question may be dropped, or not be written yet."""

    __tablename__ = "feedback"

    question: Mapped[str] = mapped_column(String(16), primary_key=True)
    person: Mapped[str] = mapped_column(String(32), primary_key=True, index=True)
    chat: Mapped[str | None] = mapped_column(String(32), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    platform: Mapped[str] = mapped_column(String(16))
    helpful: Mapped[bool]
    note: Mapped[str | None] = mapped_column(Text)


class ChatRow(Base):
    """What the managers of one chat chose, and who changed it last."""

    __tablename__ = "chats"

    platform: Mapped[str] = mapped_column(String(16), primary_key=True)
    chat: Mapped[str] = mapped_column(String(80), primary_key=True)
    language: Mapped[str | None] = mapped_column(String(16))
    overheard: Mapped[bool]
    strictness: Mapped[str] = mapped_column(String(16))
    curators: Mapped[list[str]]
    changed: Mapped[datetime]
    changed_by: Mapped[str] = mapped_column(String(120))
