import asyncio
import sys
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, select

from bot.store.database import Database
from bot.store.tables import Base, StateRow


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def _drift(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata))


async def test_the_migrated_tables_are_those_of_the_models(database: Database) -> None:
    async with database.connection() as connection:
        assert await connection.run_sync(_tables) == set(Base.metadata.tables)
        assert await connection.run_sync(_drift) == []


async def test_down_to_nothing_and_up_again(database: Database) -> None:
    await database.migrate("base")
    async with database.connection() as connection:
        assert await connection.run_sync(_tables) == set()
    await database.migrate()
    async with database.connection() as connection:
        assert await connection.run_sync(_drift) == []


async def test_a_migration_that_was_done_is_not_done_again(database: Database) -> None:
    await database.migrate()
    async with database.reading() as session:
        assert [row.version for row in await session.scalars(select(StateRow))] == [0]


async def test_processes_that_start_together_migrate_once(url: str, database: Database) -> None:
    await database.migrate("base")
    await database.close()
    code = f"import asyncio; from bot.store.database import Database; asyncio.run(Database({url!r}).migrate())"
    starting = [await asyncio.create_subprocess_exec(sys.executable, "-c", code) for _ in range(2)]
    assert [await process.wait() for process in starting] == [0, 0]
    async with database.reading() as session:
        assert len((await session.scalars(select(StateRow))).all()) == 1


async def _fail_halfway(database: Database) -> None:
    async with database.writing() as session:
        (await session.get_one(StateRow, 1)).version = 7
        await session.flush()
        raise ZeroDivisionError


async def test_a_write_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await _fail_halfway(database)
    async with database.reading() as session:
        assert (await session.get_one(StateRow, 1)).version == 0
