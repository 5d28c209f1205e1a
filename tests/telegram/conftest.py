"""The real aiogram against the strict test server, over real sockets, with the real engine on the real facts."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web

from bot.answering.engine import Engine
from bot.chat.telegram.connection import Telegram, connect
from bot.knowledge.loading import load, seed_folder
from bot.knowledge.records import Records
from bot.knowledge.verify import verify
from bot.replies.catalogue import Catalogue
from bot.service import Service
from bot.settings import Settings
from bot.store.curation import Curation
from bot.store.store import Store
from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_state import PATIENCE, Room
from tests.services import memory_service

QUESTION = "沐曦2024年營收是多少"
FIGURE = "7.43億元"


@pytest.fixture(autouse=True)
def no_error_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An ERROR that nobody expects fails the test; a test that expects one clears the log."""
    caplog.set_level(logging.INFO)
    yield
    errors = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert not errors


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(load(seed_folder()))


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@dataclass(slots=True)
class Running:
    """A bot at work: the server it talks to, its service, and its connection."""

    fake: FakeTelegram
    service: Service
    connection: Telegram
    expected: list[str] = field(default_factory=list)

    async def settled(self) -> None:
        """Until every update was taken and handled: what was not said by now will not be said."""
        await self.fake.taken()
        assert await self.connection.settled(PATIENCE)

    def expect(self, refusal: str) -> None:
        """The server may refuse something for this reason."""
        self.expected.append(refusal)

    def check(self) -> None:
        """Nothing was refused that was not expected, and no flooded chat was written to too early."""
        refused, self.fake.state.refused = self.fake.state.refused, []
        assert not [one for one in refused if not any(reason in one[1] for reason in self.expected)]
        assert not self.fake.state.hammered
        self.expected.clear()

    async def ask(self, text: str, language: str | None = None) -> Json:
        """The answer to a question in a new private chat."""
        person = self.fake.person(language=language)
        return await self.fake.answer(await self.fake.say(self.fake.private(person), person, text))

    async def no_answer(self, room: Room) -> None:
        """The bot keeps still in this chat."""
        await self.settled()
        assert not self.fake.said(room)


@asynccontextmanager
async def at_work(fake: FakeTelegram, service: Service, settings: Settings | None = None) -> AsyncIterator[Running]:
    """A bot that polls until the block ends, and then leaves nothing undone."""
    connection = connect(service, settings or polling(fake), web.Application())
    serving = asyncio.create_task(connection.run())
    running = Running(fake, service, connection)
    try:
        await fake.state.until(lambda: fake.calls("getUpdates") or serving.done() or None)
        yield running
    finally:
        await connection.close()
        await serving
    running.check()


def polling(fake: FakeTelegram) -> Settings:
    """Settings for long polling."""
    return Settings.model_validate({"telegram_token": TOKEN, "telegram_api_url": fake.url})


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as server:
        yield server


@pytest.fixture
async def service(engine: Engine, catalogue: Catalogue) -> AsyncIterator[Service]:
    async with memory_service(engine, catalogue) as made:
        yield made


@asynccontextmanager
async def seeded(file: Path, catalogue: Catalogue) -> AsyncIterator[Service]:
    """A service over a database that has imported the real facts."""
    store = Store(f"sqlite+aiosqlite:///{file}", _think, "secret of the tests")
    await store.open(seed_folder())
    service = Service(store, Curation(store.library, ()), catalogue)
    try:
        yield service
    finally:
        await service.close()


def _think(records: Records, version: str) -> Engine:
    return Engine(verify(records, version))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared(engine: Engine, catalogue: Catalogue) -> AsyncIterator[Running]:
    """One bot for a module's tests, since saying good-bye to a session takes aiogram a quarter of a second."""
    async with FakeTelegram() as server, memory_service(engine, catalogue) as made, at_work(server, made) as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def running(shared: Running) -> AsyncIterator[Running]:
    """The shared bot, in order before and after the test."""
    yield shared
    await shared.settled()
    shared.check()
