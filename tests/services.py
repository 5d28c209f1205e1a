"""Services for tests: `async with memory_service(engine, catalogue) as service`."""

import atexit
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from bot.replies.catalogue import Catalogue
from bot.service import Brain, Service
from bot.store.curation import Curation
from bot.store.database import Database
from bot.store.store import Store


@asynccontextmanager
async def memory_service(
    engine: Brain,
    catalogue: Catalogue,
    curators: frozenset[str] = frozenset(),
    curating_chats: frozenset[str] = frozenset(),
) -> AsyncIterator[Service]:
    """A service over this engine; its database holds no fact (so nothing can be taught) and ends with the test."""
    with tempfile.TemporaryDirectory() as folder:
        file = shutil.copy(await _template(), folder)
        store = Store(f"sqlite+aiosqlite:///{file}", lambda *_: engine, "secret of the tests")
        await store.open()
        service = Service(store, Curation(store.library, ()), catalogue, curators, curating_chats)
        try:
            yield service
        finally:
            await service.close()


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    return folder


async def _template() -> Path:
    """A migrated database to copy, made once."""
    file = _folder() / "bot.sqlite3"
    if not file.exists():
        database = Database(f"sqlite+aiosqlite:///{file}")
        await database.migrate()
        await database.close()
    return file
