"""Waiting for what happens elsewhere."""

import asyncio
from collections.abc import Callable


async def until(condition: Callable[[], bool]) -> None:
    """Wait until the condition holds; TimeoutError when that takes beyond all measure."""
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 - nothing tells of what another process or thread does
            await asyncio.sleep(0.01)
