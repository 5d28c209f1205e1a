"""A strict Discord, the real bot connected to it, and people who talk to it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr

from bot.answering.engine import Engine
from bot.chat.discord.client import GpuBot
from bot.chat.discord.platform import connect
from bot.knowledge.loading import load
from bot.replies.catalogue import Catalogue
from bot.service import Service
from bot.settings import Settings
from tests.fakes.discord.server import TOKEN, FakeDiscord, fake_discord
from tests.fakes.discord.world import Channel, Guild
from tests.services import memory_service

ROOT = Path(__file__).parents[2]
Starting = Callable[..., AbstractAsyncContextManager[None]]


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The real engine over the real facts."""
    return Engine(load(ROOT / "facts"))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest_asyncio.fixture
async def service(engine: Engine, catalogue: Catalogue) -> AsyncIterator[Service]:
    async with memory_service(engine, catalogue) as service:
        yield service


@pytest.fixture(autouse=True)
def addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library keeps its addresses in classes; each test leaves them as they were. It waits 5 s between shards."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    monkeypatch.setattr(GpuBot, "before_identify_hook", _at_once)


async def _at_once(_bot: GpuBot, _shard: int | None, *, initial: bool = False) -> None:
    """Identify without a pause; the fake server is told to allow it."""


@pytest.fixture(autouse=True)
def no_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An error in the log fails a test, unless the test expects it and clears the log."""
    caplog.set_level(logging.INFO)
    yield
    records = [record for phase in ("setup", "call", "teardown") for record in caplog.get_records(phase)]
    errors = [record.getMessage() for record in records if record.levelno >= logging.ERROR]
    assert not errors


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    async with fake_discord() as server:
        server.gateway.seconds_between_identifies = 0
        yield server


@pytest.fixture
def guild(discord: FakeDiscord) -> Guild:
    return discord.world.guild("上海GPU觀察")


@pytest.fixture
def channel(discord: FakeDiscord, guild: Guild) -> Channel:
    return discord.world.channel(guild, "general")


@pytest.fixture
def thread(discord: FakeDiscord, channel: Channel) -> Channel:
    return discord.world.thread(channel)


@pytest.fixture
def elsewhere(discord: FakeDiscord, guild: Guild) -> Channel:
    """Another channel of the guild."""
    return discord.world.channel(guild, "elsewhere")


def settings_for(server: FakeDiscord, **more: object) -> Settings:
    """Settings that point the bot at the fake server."""
    return Settings.model_validate(
        {
            "discord_token": SecretStr(TOKEN),
            "discord_api_url": server.api_url,
            "discord_gateway_url": server.gateway.url,
            **more,
        }
    )


@asynccontextmanager
async def connected(server: FakeDiscord, service: Service, *, shards: int = 1, **more: object) -> AsyncIterator[None]:
    """The real bot, connected to the server for the length of the block, then closed in good order."""
    platform = connect(service, settings_for(server, **more))
    running = asyncio.create_task(platform.run())
    server.watch(running)
    try:
        await server.ready(shards)
        yield
    finally:
        await platform.close()
        await running


@pytest_asyncio.fixture
async def bot(
    discord: FakeDiscord,
    service: Service,
    channel: Channel,  # noqa: ARG001 - is there before the bot connects
    thread: Channel,  # noqa: ARG001
    elsewhere: Channel,  # noqa: ARG001
) -> AsyncIterator[FakeDiscord]:
    """A connected bot in a guild with two channels and a thread."""
    async with connected(discord, service):
        yield discord
