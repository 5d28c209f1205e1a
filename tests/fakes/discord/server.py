"""A strict Discord on a loopback port, for the real discord.py to talk to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from aiohttp import web

from tests.fakes.discord.gateway import Gateway
from tests.fakes.discord.people import Person
from tests.fakes.discord.refusals import JSON
from tests.fakes.discord.rest import Rest
from tests.fakes.discord.world import Channel, Interaction, World

T = TypeVar("T")
TOKEN = "MTE2.fake.token-of-the-bot"
PATIENCE = 15.0


class FakeDiscord:
    """The whole platform: its world, REST, gateway and people."""

    def __init__(self) -> None:
        self.world = World()
        self.gateway = Gateway(self.world, TOKEN)
        self.rest = Rest(self.world, self.gateway, TOKEN)
        self.api_url = ""
        self._watched: list[asyncio.Task[None]] = []

    def person(self, name: str = "Ming", *, locale: str = "zh-TW", manager: bool = False) -> Person:
        return Person(self, self.world.user(name, locale=locale, manager=manager))

    def watch(self, task: asyncio.Task[None]) -> None:
        """A task (the bot's) whose end makes every wait fail at once, instead of a time-out later."""
        self._watched = [task]

    # Waiting

    async def until(self, waited: Awaitable[T], what: str) -> T:
        """The result of `waited`, unless the bot stops or the patience ends before."""
        task = asyncio.ensure_future(waited)
        done, _ = await asyncio.wait([task, *self._watched], timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        if task in done:
            return task.result()
        task.cancel()
        for ended in self._watched:
            if ended in done:
                ended.result()
                raise AssertionError(f"the bot stopped while waiting for {what}")
        raise AssertionError(f"no {what} within {PATIENCE} s; refused so far: {self.rest.refused}")

    async def when(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something holds."""

        async def poll() -> None:
            while not true():  # noqa: ASYNC110 - what is waited for has no event of its own
                await asyncio.sleep(0.005)

        await self.until(poll(), what)

    async def ready(self, shards: int = 1) -> None:
        """Until so many shards are connected."""
        await self.when(lambda: len(self.gateway.connected()) >= shards, f"{shards} shards")

    async def next_message(self, channel: Channel) -> JSON:
        """The bot's next message in a channel."""
        return await self.until(channel.posted.get(), f"message in {channel.name}")

    async def answered(self, interaction: Interaction) -> JSON:
        """The bot's first answer to an interaction."""
        await self._changed(interaction, lambda: interaction.callback is not None)
        return interaction.callback or {}

    async def shown(self, interaction: Interaction) -> JSON:
        """The message that a person sees after an interaction, once it stands there."""
        await self._changed(interaction, lambda: interaction.original is not None)
        return interaction.original or {}

    async def _changed(self, interaction: Interaction, true: Callable[[], bool]) -> None:
        async def wait() -> None:
            while not true():
                interaction.changed.clear()
                await interaction.changed.wait()

        await self.until(wait(), "answer to the interaction")


@asynccontextmanager
async def fake_discord() -> AsyncIterator[FakeDiscord]:
    """A running server; everything of it is gone afterwards."""
    server = FakeDiscord()
    api = web.Application(middlewares=[server.rest.manners])
    api.add_routes(server.rest.routes())
    root = web.Application()
    root.add_subapp("/api/v10", api)
    root.router.add_get("/gateway/", server.gateway.serve)
    runner = web.AppRunner(root, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    server.api_url = f"http://127.0.0.1:{port}/api/v10"
    server.gateway.url = f"ws://127.0.0.1:{port}/gateway/"
    try:
        yield server
    finally:
        await server.gateway.shutdown()
        await runner.cleanup()
