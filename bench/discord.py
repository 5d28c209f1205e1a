"""How fast the bot answers on Discord: the real discord.py over loopback sockets against the strict test server.

Run it as `python -m bench.discord`. The test server runs in the same process and event loop, so its work counts too.
"""

import asyncio
import logging
import statistics
import time
from collections.abc import Awaitable, Callable
from itertools import cycle, islice
from pathlib import Path

from pydantic import SecretStr

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.chat.discord.platform import connect
from bot.knowledge.loading import load
from bot.replies.catalogue import Catalogue
from bot.service import Service
from bot.settings import Settings
from tests.fakes.discord.people import Person
from tests.fakes.discord.server import TOKEN, FakeDiscord, fake_discord
from tests.fakes.discord.world import Channel
from tests.services import memory_service

QUESTIONS = (
    "沐曦 2024 營收",
    "壁仞24年賺幾多",
    "muxi 2024 yingshou",
    "摩爾線程的淨利潤",
    "比較沐曦和壁仞的營業收入",
    "天數智芯",
)
TYPED = ("", "沐", "muxi", "壁仞 收入", "Moore Threads", "營業收入")
ROUNDS = 500
AT_ONCE = 50
CHANNELS = 50
"""So many that no channel is asked to wait."""

Measured = Callable[[Person, Channel, str], Awaitable[object]]


async def main() -> None:
    """Measure each way in, one after the other, then many questions at once."""
    logging.basicConfig(level=logging.ERROR)
    async with fake_discord() as server, memory_service(Engine(load(Path("facts"))), Catalogue.load()) as service:
        guild = server.world.guild()
        channels = [server.world.channel(guild, f"channel-{n}") for n in range(CHANNELS)]
        settings = {"discord_token": SecretStr(TOKEN), "discord_api_url": server.api_url}
        platform = connect(service, Settings.model_validate({**settings, "discord_gateway_url": server.gateway.url}))
        running = asyncio.create_task(platform.run())
        server.watch(running)
        await server.ready()
        engine_alone(service)
        await one_by_one(server, channels)
        await at_once(server, channels)
        await platform.close()
        await running


def engine_alone(service: Service) -> None:
    """The engine's own share of it."""
    times = []
    for text in islice(cycle(QUESTIONS), ROUNDS):
        started = time.perf_counter()
        service.engine.answer(Question(text))
        times.append((time.perf_counter() - started) * 1000)
    report("engine alone", times)


async def one_by_one(server: FakeDiscord, channels: list[Channel]) -> None:
    """The time from an event sent to its answer received."""
    mention = f"<@{server.world.bot.id}>"

    async def command(person: Person, channel: Channel, text: str) -> None:
        await server.shown(await person.uses(channel, "gpu", question=text))

    async def mentioned(person: Person, channel: Channel, text: str) -> None:
        await person.asks(channel, f"{mention} {text}")

    async def autocomplete(person: Person, channel: Channel, text: str) -> None:
        await person.types(channel, "gpu", "question", question=text)

    cases: tuple[tuple[str, Measured, tuple[str, ...]], ...] = (
        ("slash command", command, QUESTIONS),
        ("mention", mentioned, QUESTIONS),
        ("autocomplete", autocomplete, TYPED),
    )
    for name, ask, texts in cases:
        asked = islice(zip(cycle(channels), cycle(texts), strict=False), ROUNDS)
        times = [await timed(ask(server.person(), channel, text)) for channel, text in asked]
        report(name, times)


async def at_once(server: FakeDiscord, channels: list[Channel]) -> None:
    """Many people asking in the same moment."""

    async def ask(channel: Channel, text: str) -> None:
        await server.shown(await server.person().uses(channel, "gpu", question=text))

    pairs = islice(zip(cycle(channels), cycle(QUESTIONS), strict=False), AT_ONCE)
    took = await timed(asyncio.gather(*(ask(channel, text) for channel, text in pairs)))
    print(f"{AT_ONCE} at once     all answered within {took:.0f} ms")


def report(name: str, times: list[float]) -> None:
    """One line of figures."""
    cuts = statistics.quantiles(times, n=100)
    print(f"{name:14}  p50 {cuts[49]:5.2f} ms  p95 {cuts[94]:5.2f} ms  p99 {cuts[98]:5.2f} ms  ({len(times)} rounds)")


async def timed(work: Awaitable[object]) -> float:
    """Milliseconds until it is done."""
    started = time.perf_counter()
    await work
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    asyncio.run(main())
