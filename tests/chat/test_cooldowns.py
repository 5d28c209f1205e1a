"""Cooldowns, in memory and in a real Redis."""

import asyncio
import shutil
import socket
import uuid
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.chat.cooldowns import Cooldowns

IN_MEMORY = "async+memory://"
SLOW = "2 per 1 hour"


@pytest_asyncio.fixture(params=["memory", "redis"])
async def url(request: pytest.FixtureRequest) -> AsyncIterator[str]:
    if request.param == "memory":
        yield IN_MEMORY
        return
    server = shutil.which("redis-server") or shutil.which("valkey-server")
    if server is None:
        pytest.skip("neither redis-server nor valkey-server is installed")
    port = _free_port()
    arguments = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    process = await asyncio.create_subprocess_exec(server, *arguments, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    async for line in process.stdout:
        if b"Ready to accept" in line:
            break
    try:
        yield f"async+redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        await process.communicate()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def one() -> str:
    return uuid.uuid4().hex


async def test_a_person_who_asks_too_much_is_told_once_how_long_to_wait(url: str) -> None:
    cooldowns, person = Cooldowns.connect(url, person=SLOW), one()
    assert await cooldowns.pause("discord", None, person) is None
    assert await cooldowns.pause("discord", None, person) is None
    first, second = [await cooldowns.pause("discord", None, person) for _ in range(2)]
    assert first is not None
    assert second is not None
    assert (first.told, second.told) == (False, True)
    assert first.seconds >= 1


async def test_people_chats_and_platforms_are_counted_apart(url: str) -> None:
    cooldowns, person, chat = Cooldowns.connect(url, person=SLOW, chat="3 per 1 hour"), one(), one()
    for _ in range(2):
        assert await cooldowns.pause("discord", chat, person) is None
    assert await cooldowns.pause("discord", chat, person) is not None
    assert await cooldowns.pause("telegram", chat, person) is None
    assert await cooldowns.pause("discord", chat, one()) is None
    assert await cooldowns.pause("discord", chat, one()) is not None, "the chat's own count is used up"


async def test_processes_share_the_count_in_redis(url: str) -> None:
    person = one()
    here, there = Cooldowns.connect(url, person=SLOW), Cooldowns.connect(url, person=SLOW)
    counted = [await cooldowns.pause("discord", None, person) for cooldowns in (here, there, here)]
    assert (counted[2] is None) == (url == IN_MEMORY)


async def test_people_are_answered_when_redis_does_not(caplog: pytest.LogCaptureFixture) -> None:
    cooldowns = Cooldowns.connect(f"async+redis://127.0.0.1:{_free_port()}/0", person="1 per 1 hour")
    assert [await cooldowns.pause("discord", None, "me") for _ in range(2)] == [None, None]
    assert "cooldowns are not counted" in caplog.text


def test_a_storage_that_would_block_is_refused() -> None:
    with pytest.raises(TypeError, match=r"async\+"):
        Cooldowns.connect("memory://")
