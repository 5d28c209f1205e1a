"""Everything that lasts, opened and closed as one."""

import asyncio
import logging
from pathlib import Path

from bot.store.chats import Chats
from bot.store.database import Database
from bot.store.ending import ended, rest
from bot.store.following import follow
from bot.store.importing import import_files
from bot.store.journal import Journal
from bot.store.ledger import Ledger
from bot.store.library import Library, Think
from bot.store.privacy import Privacy, Pseudonyms
from bot.store.values import StoreUnavailable

log = logging.getLogger(__name__)

EXPIRY_SECONDS = 6 * 3600.0
CLOSE_SECONDS = 0.5


class Store:
    """One database and all that lives in it. `open` before use, `close` at the end."""

    def __init__(self, url: str, think: Think, secret: str, retention_days: int = 180) -> None:
        self.database = Database(url)
        self.ledger = Ledger(self.database)
        self.library = Library(self.ledger, think)
        self.journal = Journal(self.database)
        self.chats = Chats(self.database)
        self.pseudonyms = Pseudonyms(secret)
        self.privacy = Privacy(self.database, self.pseudonyms)
        self._retention_days = retention_days
        self._closing = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    async def open(self, seed: Path | None = None) -> None:
        """Migrate, import the fact files of `seed` if they changed, build the engine, start what runs behind."""
        await self.database.migrate()
        await self.library.read()
        if seed is not None:
            await import_files(self.library, seed, "fact files")
        await self.library.build()
        self.journal.start()
        self._tasks = [
            asyncio.create_task(follow(self.database, self.library.refresh, self._closing), name="follow"),
            asyncio.create_task(self._expire(), name="expire"),
        ]
        for task in self._tasks:
            task.add_done_callback(_report)

    async def close(self) -> None:
        """Write down what still waits, then let go of the database."""
        self._closing.set()
        await asyncio.gather(ended(self._tasks, CLOSE_SECONDS), self.chats.close(CLOSE_SECONDS))
        await self.journal.close()
        await self.database.close()

    async def _expire(self) -> None:
        while not self._closing.is_set():
            try:
                gone = await self.privacy.expire(self._retention_days)
                log.debug("%d questions and feedbacks expired", gone)
            except StoreUnavailable as error:
                log.warning("Expired questions stay for now, the database is away (%s)", error)
            await rest(self._closing, EXPIRY_SECONDS)


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.critical("The task “%s” ended, which it never should", task.get_name(), exc_info=error)
