"""One database, whichever it is: connections, transactions, migrations."""

import logging
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.tables import Base
from bot.store.values import StoreUnavailable

log = logging.getLogger(__name__)

# A stalled server must not hold a writer for ever: everything the bot asks of it takes milliseconds.
CONNECT_SECONDS = 5.0
COMMAND_SECONDS = 10.0
BUSY_SECONDS = 1.0
Opened = tuple[AsyncEngine, tuple[type[Exception], ...]]
"""An engine, and what it raises when the database is away."""

MIGRATION_LOCK = 0x67_70_75_62_6F_74


class Database:
    """The connections to one database. When it is away, that is StoreUnavailable, whatever the driver says."""

    def __init__(self, url: str) -> None:
        """ArgumentError when `url` is no address of a SQLite or PostgreSQL database."""
        address = make_url(url)
        self.backend = address.get_backend_name()
        self.engine, self._away = _opener(self.backend)(address)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session that only reads: one consistent moment of the database."""
        with _translated(self._away):
            async with self._sessions() as session:
                yield session

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A transaction that is kept whole or not at all; when this ends without an exception, it is kept."""
        with _translated(self._away):
            async with self._sessions() as session:
                await session.connection(execution_options={"begin": "IMMEDIATE"})
                yield session
                await session.commit()

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A bare connection outside transactions, for listening."""
        with _translated(self._away):
            async with self.engine.connect() as connection:
                yield await connection.execution_options(isolation_level="AUTOCOMMIT")

    async def migrate(self, revision: str = "head") -> None:
        """Bring the tables to `revision`; processes that start together take turns."""
        with _translated(self._away):
            async with self.engine.connect() as connection:
                await connection.execution_options(begin="IMMEDIATE")
                if self.backend == "postgresql":
                    await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
                await connection.run_sync(_migrate, revision)
                await connection.commit()

    async def close(self) -> None:
        """Let go of every connection."""
        await self.engine.dispose()


async def upsert(
    session: AsyncSession,
    table: type[Base],
    rows: Sequence[Mapping[str, Any]],
    replacing: Collection[str] | None = None,
) -> None:
    """Insert rows; of one that is there already these columns are replaced (all when None, none when empty)."""
    if not rows:
        return
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    # The table itself, not its class: the ORM's care for each row would double the time a batch takes.
    plain = table.metadata.tables[table.__tablename__]
    statement = insert(plain)
    keys = [column.name for column in plain.primary_key]
    replaced = {
        name: statement.excluded[name] for name in (rows[0] if replacing is None else replacing) if name not in keys
    }
    if replaced:
        await session.execute(statement.on_conflict_do_update(index_elements=keys, set_=replaced), rows)
    else:
        await session.execute(statement.on_conflict_do_nothing(), rows)


@contextmanager
def _translated(away: tuple[type[Exception], ...]) -> Iterator[None]:
    try:
        yield
    except away as error:
        raise StoreUnavailable(f"{type(error).__name__}: {error}".splitlines()[0]) from error


def _migrate(connection: Connection, revision: str) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    move = command.downgrade if revision == "base" else command.upgrade
    move(config, revision)


def _opener(backend: str) -> Callable[[URL], Opened]:
    openers = {"sqlite": _sqlite, "postgresql": _postgresql}
    if backend not in openers:
        raise ArgumentError(f"“{backend}” is neither sqlite nor postgresql")
    return openers[backend]


def _sqlite(address: URL) -> Opened:
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(address.set(drivername="sqlite+aiosqlite"), connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # The driver's own idea of when a transaction begins would leave schema changes outside; `begin` below says it.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: two that only find out at their first write would stop each other.
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")

    return engine, (OperationalError,)


def _postgresql(address: URL) -> Opened:
    import asyncpg  # noqa: PLC0415 - only who uses PostgreSQL needs the driver

    engine = create_async_engine(
        address.set(drivername="postgresql+asyncpg"),
        pool_pre_ping=True,
        connect_args={"timeout": CONNECT_SECONDS, "command_timeout": COMMAND_SECONDS},
    )
    return engine, (
        OperationalError,
        InterfaceError,
        OSError,
        TimeoutError,
        asyncpg.PostgresError,
        asyncpg.InterfaceError,
    )
