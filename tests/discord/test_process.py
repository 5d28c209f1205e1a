"""The real process: `python -m bot run`, from its environment to its exit code."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.discord.reading import text_of
from tests.fakes.discord.server import TOKEN, FakeDiscord
from tests.fakes.discord.world import Channel

ROOT = Path(__file__).parents[2]
SECONDS_TO_LEAVE = 5.0
SECONDS_TO_START = 30.0


@asynccontextmanager
async def started(folder: Path, **environment: str) -> AsyncIterator[Process]:
    """The bot as a process of its own, in a folder of its own."""
    inherited = {key: os.environ[key] for key in ("PATH", "HOME", "LANG", "VIRTUAL_ENV") if key in os.environ}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **environment},
        stdout=PIPE,
        stderr=STDOUT,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def printed(process: Process) -> str:
    """All that the process printed, once it has ended."""
    async with asyncio.timeout(SECONDS_TO_LEAVE):
        output, _ = await process.communicate()
    return output.decode()


async def connected(server: FakeDiscord, process: Process) -> None:
    """Until the process is connected; if it ends before, what it printed says why."""
    async with asyncio.timeout(SECONDS_TO_START):
        while not server.gateway.connected():
            assert process.returncode is None, await printed(process)
            await asyncio.sleep(0.05)


def addresses(server: FakeDiscord, token: str = TOKEN) -> dict[str, str]:
    return {"DISCORD_TOKEN": token, "DISCORD_API_URL": server.api_url, "DISCORD_GATEWAY_URL": server.gateway.url}


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_and_leaves_in_good_order(
    discord: FakeDiscord, channel: Channel, tmp_path: Path, by: signal.Signals
) -> None:
    async with started(tmp_path, **addresses(discord), FACTS=str(ROOT / "facts")) as process:
        await connected(discord, process)
        person = discord.person()
        asked = await person.uses(channel, "gpu", question="沐曦 2024 營收")
        assert "7.43億元" in text_of(await discord.shown(asked))
        assert "3.37億元" in text_of(await person.asks(channel, f"<@{discord.world.bot.id}> 壁仞24年賺幾多"))
        process.send_signal(by)
        output = await printed(process)
    assert process.returncode == 0, output
    assert "ERROR" not in output
    assert TOKEN not in output
    assert discord.gateway.connected() == []


async def test_a_refused_token_is_one_sentence_and_a_failure(discord: FakeDiscord, tmp_path: Path) -> None:
    async with started(tmp_path, **addresses(discord, "wrong.token"), FACTS=str(ROOT / "facts")) as process:
        async with asyncio.timeout(SECONDS_TO_START):
            output = (await process.communicate())[0].decode()
    assert process.returncode not in {0, None}
    assert "DISCORD_TOKEN" in output
    assert "Traceback" not in output
    assert "wrong.token" not in output
