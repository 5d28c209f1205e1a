"""What is kept about people: under keyed hashes, for a limited time, shown and deleted when they ask."""

import hmac
import json
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from bot.store.database import Database
from bot.store.tables import FeedbackRow, QuestionRow, RevisionRow
from bot.store.values import Asker

KNOWN = 4096
"""Hashes kept in memory: the same people ask again."""
SOMEBODY = "somebody"
"""Who a revision says it is by, once that person wants to be forgotten."""


class Pseudonyms:
    """Keyed hashes of chats and persons: without the secret nobody can tell whose a row is."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()
        self._hash = lru_cache(KNOWN)(self._hashed)

    def chat(self, asker: Asker) -> str | None:
        """The hash that stands for the asker's chat."""
        return self._hash(f"chat\0{asker.platform}\0{asker.chat}") if asker.chat is not None else None

    def person(self, asker: Asker) -> str | None:
        """The hash that stands for the asker."""
        return self._hash(f"person\0{asker.platform}\0{asker.person}") if asker.person is not None else None

    def _hashed(self, text: str) -> str:
        return hmac.digest(self._secret, text.encode("utf-8", "replace"), "sha256").hex()[:32]


class Privacy:
    """Shows, deletes and lets expire what is stored about people."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    async def export(self, asker: Asker) -> str:
        """Everything stored about this person (or, without a person, from this chat), as JSON."""
        async with self._database.reading() as session:
            questions = await session.scalars(select(QuestionRow).where(self._of(QuestionRow, asker)))
            feedback = await session.scalars(select(FeedbackRow).where(self._of(FeedbackRow, asker)))
            revisions = await session.scalars(select(RevisionRow).where(RevisionRow.who == signature(asker)))
            told: dict[str, list[dict[str, Any]]] = {
                "questions": [_told(row, "at", "text", "addressed", "outcome", "facts") for row in questions],
                "feedback": [_told(row, "at", "question", "helpful", "note") for row in feedback],
                "changes": [_told(row, "at", "kind", "key", "action", "why") for row in revisions],
            }
        return json.dumps(told, ensure_ascii=False, indent=1, default=datetime.isoformat)

    async def forget(self, asker: Asker) -> int:
        """Delete the same, and take the name off the changes, which stay. How many entries it were."""
        async with self._database.writing() as session:
            gone = [
                await session.execute(delete(table).where(self._of(table, asker)))
                for table in (QuestionRow, FeedbackRow)
            ]
            gone.append(
                await session.execute(
                    update(RevisionRow).where(RevisionRow.who == signature(asker)).values(who=SOMEBODY)
                )
            )
        return sum(result.rowcount for result in gone)  # type: ignore[attr-defined]

    async def expire(self, days: int) -> int:
        """Delete what is older than this. How many entries it were."""
        before = datetime.now(UTC) - timedelta(days=days)
        async with self._database.writing() as session:
            gone = [
                await session.execute(delete(table).where(table.at < before)) for table in (QuestionRow, FeedbackRow)
            ]
        return sum(result.rowcount for result in gone)  # type: ignore[attr-defined]

    def _of(self, table: type[QuestionRow | FeedbackRow], asker: Asker) -> ColumnElement[bool]:
        if asker.person is not None:
            return table.person == self._pseudonyms.person(asker)
        return table.chat == self._pseudonyms.chat(asker)


def signature(asker: Asker) -> str:
    """How a change names the one who made it."""
    return f"{asker.platform}:{asker.person}"[:120]


def _told(row: QuestionRow | FeedbackRow | RevisionRow, *fields: str) -> dict[str, Any]:
    return {field: getattr(row, field) for field in fields}
