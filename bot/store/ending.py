"""Ending what runs in the background: by itself if it can, since a query that is cut off costs its connection."""

import asyncio
from collections.abc import Iterable


async def rest(closing: asyncio.Event, seconds: float) -> None:
    """Sleep, but no longer than until `closing`."""
    try:
        async with asyncio.timeout(seconds):
            await closing.wait()
    except TimeoutError:
        pass


async def ended(tasks: Iterable[asyncio.Task[None]], seconds: float) -> None:
    """Wait until tasks that were told to close have ended; those that have not by then are cancelled."""
    waiting = set(tasks)
    if waiting:
        _, waiting = await asyncio.wait(waiting, timeout=seconds)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
