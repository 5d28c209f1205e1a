"""How long a question on Telegram takes, from the update going out to the reply coming in, over loopback.

    python -m bench.telegram

The bot runs as it does for people, with the real aiogram, engine and store; the test server that stands in for Telegram
runs beside it on the same core, and its time counts as well. For scale: what aiogram needs for a bot that says "ok".
"""

import asyncio
import contextlib
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiohttp import web

from bot.chat.telegram.connection import connect
from bot.knowledge.loading import seed_folder
from bot.replies.catalogue import Catalogue
from bot.service import Service
from bot.settings import Settings
from bot.store.curation import Curation
from bot.store.store import Store
from bot.store.thinking import Thinker
from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_state import Room

QUESTIONS = (
    "沐曦2024年營收是多少",
    "壁仞2022年收入",
    "摩爾線程在哪裡上市",
    "比較沐曦和壁仞2024年的營收",
    "天數智芯上市日期",
    "沐曦股價",
    "MetaX revenue 2024",
    "燧原S60訂單",
)
PEOPLE = 200
ONE_BY_ONE = 400
AT_ONCE = 100


@contextlib.asynccontextmanager
async def ours(fake: FakeTelegram) -> AsyncIterator[None]:
    """This bot, polling."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite+aiosqlite:///{Path(folder) / 'bench.sqlite3'}", Thinker(), "secret")
        await store.open(seed_folder())
        service = Service(store=store, curation=Curation(store.library, ()), catalogue=Catalogue.load())
        settings = Settings.model_validate({"telegram_token": TOKEN, "telegram_api_url": fake.url})
        connection = connect(service, settings, web.Application())
        serving = asyncio.create_task(connection.run())
        await fake.state.until(lambda: len(fake.state.profile) == 12 or None, 30)
        yield
        await connection.close()
        await serving
        await service.close()


@contextlib.asynccontextmanager
async def bare(fake: FakeTelegram) -> AsyncIterator[None]:
    """A bot of a few lines on aiogram that says "ok" to everything."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(fake.url)))
    dispatcher = Dispatcher()

    async def ok(message: Message) -> None:
        await message.reply("ok")

    dispatcher.message.register(ok)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    await fake.state.until(lambda: fake.calls("getUpdates") or None, 30)
    yield
    await dispatcher.stop_polling()
    await polling


Chats = list[tuple[Json, Room]]


def chats(fake: FakeTelegram, count: int) -> Chats:
    """So many people, each with a private chat."""
    people = [fake.person() for _ in range(count)]
    return [(person, fake.private(person)) for person in people]


async def one_by_one(fake: FakeTelegram, talks: Chats) -> list[float]:
    """Milliseconds from each question to its reply, one after the other."""
    took = []
    for number in range(ONE_BY_ONE):
        person, room = talks[number % len(talks)]
        started = time.perf_counter()
        await fake.answer(await fake.say(room, person, QUESTIONS[number % len(QUESTIONS)]))
        took.append((time.perf_counter() - started) * 1000)
    return took


async def at_once(fake: FakeTelegram) -> float:
    """Seconds until as many questions, asked in one moment in as many chats, are all answered."""
    talks = chats(fake, AT_ONCE)
    started = time.perf_counter()
    asked = [
        await fake.say(room, person, QUESTIONS[number % len(QUESTIONS)]) for number, (person, room) in enumerate(talks)
    ]
    for question in asked:
        await fake.answer(question)
    return time.perf_counter() - started


async def measure(name: str, fake: FakeTelegram) -> None:
    """Print one line of figures."""
    talks = chats(fake, PEOPLE)
    await one_by_one(fake, talks)
    took = sorted(await one_by_one(fake, talks))
    burst = max([await at_once(fake) for _ in range(3)])
    p50, p95 = statistics.median(took), took[int(len(took) * 0.95)]
    print(f"{name:<22} p50 {p50:5.1f} ms   p95 {p95:5.1f} ms   {AT_ONCE} at once {burst:5.2f} s")
    assert not fake.state.refused


async def main() -> None:
    """Measure this bot and the bare one, in one run."""
    for name, bot in (("this bot", ours), ("aiogram that says ok", bare)):
        async with FakeTelegram() as fake, bot(fake):
            await measure(name, fake)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
