"""Fresh, migrated databases for tests: a file for SQLite, a database of its own on a real PostgreSQL server."""

import asyncio
import os
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import asyncpg
import pytest

from bot.store.database import Database

SERVER = os.environ.get("TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432")


async def _administer(statement: str) -> None:
    connection = await asyncpg.connect(f"{SERVER}/test", timeout=3)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _migrated(url: str) -> None:
    database = Database(url)
    await database.migrate()
    await database.close()


@contextmanager
def postgresql_template() -> Iterator[str]:
    """The name of a migrated database to copy; skips where no server answers (or fails, under REQUIRE_SERVERS=1)."""
    name = f"gpubot_{uuid.uuid4().hex[:12]}"
    try:
        asyncio.run(_administer(f"CREATE DATABASE {name}"))
    except OSError as error:
        if os.environ.get("REQUIRE_SERVERS") == "1":
            raise
        pytest.skip(f"no PostgreSQL server at {SERVER}: {error}")
    try:
        asyncio.run(_migrated(address(name)))
        yield name
    finally:
        asyncio.run(_administer(f"DROP DATABASE {name} WITH (FORCE)"))


@asynccontextmanager
async def postgresql_copy(template: str) -> AsyncIterator[str]:
    """The address of a fresh copy of the template."""
    name = f"gpubot_{uuid.uuid4().hex[:12]}"
    await _administer(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield address(name)
    finally:
        await _administer(f"DROP DATABASE {name} WITH (FORCE)")


def address(name: str) -> str:
    """The DATABASE_URL of a database on the test server."""
    return f"{SERVER}/{name}".replace("postgresql://", "postgresql+asyncpg://")


def sqlite_template(file: Path) -> Path:
    """A migrated SQLite file to copy."""
    asyncio.run(_migrated(f"sqlite+aiosqlite:///{file}"))
    return file
