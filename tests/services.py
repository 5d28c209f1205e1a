"""Services for tests: `async with memory_service(engine, catalogue) as service`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.service import Brain, Service, Words


@asynccontextmanager
async def memory_service(
    engine: Brain, catalogue: Words, curators: frozenset[str] = frozenset()
) -> AsyncIterator[Service]:
    """A service that keeps nothing beyond the test."""
    service = Service(engine, catalogue, curators)
    try:
        yield service
    finally:
        await service.close()
