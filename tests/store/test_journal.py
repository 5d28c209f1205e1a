import logging
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.store.database import Database
from bot.store.journal import Journal
from bot.store.tables import FeedbackRow, QuestionRow


def _question(id_: str, **fields: object) -> dict[str, Any]:
    said = {"id": id_, "at": datetime.now(UTC), "platform": "discord", "chat": "c", "person": "p", "text": "沐曦營收"}
    return {**said, "addressed": "command", "outcome": "answer", "facts": ["x"], "score": 1.0, "micros": 9, **fields}


def _feedback(question: str, helpful: bool) -> dict[str, Any]:
    said = {"question": question, "person": "p", "chat": "c", "at": datetime.now(UTC), "platform": "discord"}
    return {**said, "helpful": helpful, "note": None}


async def _count(database: Database, table: type[QuestionRow | FeedbackRow]) -> int:
    async with database.reading() as session:
        return (await session.scalars(select(func.count()).select_from(table))).one()


async def test_questions_are_kept_whole(database: Database) -> None:
    journal = Journal(database)
    row = _question("one", facts=["metax.revenue.2024"], chat=None)
    journal.question(row)
    await journal.flush()
    async with database.reading() as session:
        kept = await session.get_one(QuestionRow, "one")
    assert {field: getattr(kept, field) for field in row} == row


async def test_what_waits_is_written_when_the_journal_closes(database: Database) -> None:
    journal = Journal(database)
    journal.start()
    for number in range(1200):
        journal.question(_question(str(number)))
    assert journal.waiting == 1200
    await journal.close()
    assert (journal.waiting, await _count(database, QuestionRow)) == (0, 1200)


async def test_a_batch_written_twice_is_there_once(database: Database) -> None:
    journal = Journal(database)
    for _ in range(2):
        journal.question(_question("one"))
        await journal.flush()
    assert await _count(database, QuestionRow) == 1


async def test_of_two_opinions_of_one_person_the_later_stands(database: Database) -> None:
    journal = Journal(database)
    for helpful in (True, True, False):
        journal.feedback(_feedback("one", helpful))
    await journal.flush()
    journal.feedback(_feedback("two", helpful=False))
    journal.feedback(_feedback("two", helpful=True))
    await journal.flush()
    async with database.reading() as session:
        rows = (await session.scalars(select(FeedbackRow).order_by(FeedbackRow.question))).all()
    assert [(row.question, row.helpful) for row in rows] == [("one", False), ("two", True)]


async def test_with_too_much_waiting_the_oldest_is_dropped(database: Database) -> None:
    journal = Journal(database, most_waiting=3)
    for number in range(5):
        journal.question(_question(str(number)))
    assert (journal.waiting, journal.dropped) == (3, 2)
    await journal.flush()
    async with database.reading() as session:
        assert sorted(await session.scalars(select(QuestionRow.id))) == ["2", "3", "4"]


async def test_a_row_that_the_database_refuses_does_not_stop_those_after_it(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    journal = Journal(database)
    journal.question(_question("bad", outcome=None))
    with caplog.at_level(logging.ERROR):
        await journal.flush()
    assert "1 questions and feedbacks cannot be written" in caplog.text
    journal.question(_question("good"))
    await journal.flush()
    assert await _count(database, QuestionRow) == 1
