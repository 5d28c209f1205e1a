"""Hear of changes that other processes make to the facts, however the database can tell."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database import Database
from bot.store.ending import rest
from bot.store.ledger import CHANNEL
from bot.store.values import StoreUnavailable

log = logging.getLogger(__name__)

Refresh = Callable[[], Awaitable[None]]

POLL_SECONDS = 0.5
"""How often SQLite is looked at: a file tells nobody of its changes."""
LOOK_SECONDS = 15.0
"""How often PostgreSQL is asked all the same: a connection can die without a word."""
BACKOFF_SECONDS = (0.1, 0.2, 0.5, 1.0, 2.0)


async def follow(database: Database, refresh: Refresh, closing: asyncio.Event) -> None:
    """Call `refresh` whenever the facts may have changed, through every loss of the database, until `closing`."""
    watch = _listen if database.backend == "postgresql" else _poll
    losses = 0

    async def refreshed() -> None:
        nonlocal losses
        await refresh()
        if losses:
            log.info("The database is back; facts are followed again")
        losses = 0

    while not closing.is_set():
        try:
            await watch(database, refreshed, closing)
        except StoreUnavailable as error:
            if not losses:
                log.warning("The database is away; answering from the facts in memory (%s)", error)
            await rest(closing, BACKOFF_SECONDS[min(losses, len(BACKOFF_SECONDS) - 1)])
            losses += 1


async def _poll(_: Database, refresh: Refresh, closing: asyncio.Event) -> None:
    while not closing.is_set():
        await refresh()
        await rest(closing, POLL_SECONDS)


async def _listen(database: Database, refresh: Refresh, closing: asyncio.Event) -> None:
    """Refresh at each notification until the connection is lost; the first refresh catches up with what was missed."""
    async with database.connection() as connection:
        told = await _told(connection)
        waits = asyncio.create_task(closing.wait())
        waits.add_done_callback(lambda _: told.set())
        try:
            while not closing.is_set():
                told.clear()
                await refresh()
                await rest(told, LOOK_SECONDS)
                # A lost connection also wakes the wait; using it then says so.
                await connection.exec_driver_sql("SELECT 1")
        finally:
            waits.cancel()


async def _told(connection: AsyncConnection) -> asyncio.Event:
    """An event that is set at each notification, and when the connection ends."""
    told = asyncio.Event()
    driver = (await connection.get_raw_connection()).driver_connection
    if driver is None:
        raise StoreUnavailable("the connection ended before it listened")
    driver.add_termination_listener(lambda _: told.set())
    await driver.add_listener(CHANNEL, lambda *_: told.set())
    return told
