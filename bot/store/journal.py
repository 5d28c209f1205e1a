"""The questions asked and what people thought of the answers, written in batches behind the replies."""

import asyncio
import logging
from collections import deque
from collections.abc import Mapping
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from bot.store.database import Database, upsert
from bot.store.ending import rest
from bot.store.tables import FeedbackRow, QuestionRow
from bot.store.values import StoreUnavailable

log = logging.getLogger(__name__)

Row = Mapping[str, Any]

MOST_WAITING = 10_000
"""Rows kept in memory while the database is away; beyond that the oldest are dropped."""
BATCH = 500
GATHER_SECONDS = 0.5
"""How long a row waits for company."""
RETRY_SECONDS = (0.2, 0.5, 1.0, 2.0, 5.0)
CLOSE_SECONDS = 1.0


class Journal:
    """Takes rows at once and in memory; a task of its own writes them, and outlasts every loss of the database."""

    def __init__(self, database: Database, most_waiting: int = MOST_WAITING) -> None:
        self._database = database
        self._most_waiting = most_waiting
        self._waiting: deque[tuple[type[QuestionRow | FeedbackRow], Row]] = deque()
        self._dropped = 0
        self._something = asyncio.Event()
        self._closing = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._writing = asyncio.Lock()

    @property
    def waiting(self) -> int:
        """How many rows are not written yet."""
        return len(self._waiting)

    @property
    def dropped(self) -> int:
        """How many rows were given up since the last time it was logged."""
        return self._dropped

    def start(self) -> None:
        """Begin to write."""
        self._task = asyncio.create_task(self._run(), name="journal")

    def question(self, row: Row) -> None:
        """Take a row of `questions`."""
        self._take(QuestionRow, row)

    def feedback(self, row: Row) -> None:
        """Take a row of `feedback`; a person's later word on the same answer replaces the earlier."""
        self._take(FeedbackRow, row)

    async def flush(self) -> None:
        """Write all that waits now. StoreUnavailable when the database is away; what waits then goes on waiting."""
        async with self._writing:
            while self._waiting:
                await self._write([self._waiting[place] for place in range(min(BATCH, len(self._waiting)))])

    async def close(self) -> None:
        """Write what still waits if that can be done soon, and say what could not be."""
        self._closing.set()
        self._something.set()
        try:
            async with asyncio.timeout(CLOSE_SECONDS):
                if self._task is not None:
                    await self._task
                await self.flush()
        except (StoreUnavailable, TimeoutError) as error:
            log.error("%d questions and feedbacks were not kept: %s", len(self._waiting) + self._dropped, error)

    def _take(self, table: type[QuestionRow | FeedbackRow], row: Row) -> None:
        self._waiting.append((table, row))
        if len(self._waiting) > self._most_waiting:
            self._waiting.popleft()
            self._dropped += 1
        self._something.set()

    async def _run(self) -> None:
        failures = 0
        while not self._closing.is_set():
            await self._something.wait()
            self._something.clear()
            await rest(self._closing, GATHER_SECONDS)
            try:
                await self.flush()
            except StoreUnavailable as error:
                if not failures:
                    log.warning("Questions wait in memory, the database is away (%s)", error)
                await rest(self._closing, RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)])
                failures += 1
                self._something.set()
                continue
            if failures or self._dropped:
                log.warning("Questions are written again; %d were dropped meanwhile", self._dropped)
            failures = self._dropped = 0

    async def _write(self, batch: list[tuple[type[QuestionRow | FeedbackRow], Row]]) -> None:
        questions = [row for table, row in batch if table is QuestionRow]
        # Of two opinions of one person on one answer the later stands; one statement may touch a row only once.
        feedback = {(row["question"], row["person"]): row for table, row in batch if table is FeedbackRow}
        try:
            async with self._database.writing() as session:
                # A batch whose end was lost with the connection may have been kept: what is there already stays.
                await upsert(session, QuestionRow, questions, replacing=())
                await upsert(session, FeedbackRow, list(feedback.values()))
        except SQLAlchemyError:
            log.exception("%d questions and feedbacks cannot be written and are given up", len(batch))
            self._dropped += len(batch)
        self._forget_written(batch)

    def _forget_written(self, batch: list[tuple[type[QuestionRow | FeedbackRow], Row]]) -> None:
        # While the batch was being written, the oldest rows may have been dropped to make room.
        written = {id(row) for _, row in batch}
        while self._waiting and id(self._waiting[0][1]) in written:
            self._waiting.popleft()
