"""The real process, as people start and stop it: `python -m bot run`."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession

from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.telegram.conftest import FIGURE, QUESTION, free_port

ROOT = Path(__file__).parents[2]
START_SECONDS = 40


@asynccontextmanager
async def process(folder: Path, fake: FakeTelegram, **settings: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot as a process of its own, in an empty folder, with nothing set but these settings."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bot.sqlite3'}",
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": fake.url,
        **settings,
    }
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environment, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.kill()
        await started.wait()


async def ended(started: asyncio.subprocess.Process, within: float = 5) -> tuple[int, str]:
    """The exit code and the log of a process that is about to end."""
    assert started.stderr is not None
    async with asyncio.timeout(within):
        log = await started.stderr.read()
        return await started.wait(), log.decode()


async def test_it_answers_and_leaves_in_good_order_on_sigterm(fake: FakeTelegram, tmp_path: Path) -> None:
    async with process(tmp_path, fake) as started:
        await fake.state.until(lambda: fake.calls("getUpdates") or None, START_SECONDS)
        person = fake.person()
        question = await fake.say(fake.private(person), person, QUESTION)
        assert FIGURE in (await fake.answer(question))["text"]
        started.send_signal(signal.SIGTERM)
        code, log = await ended(started)
    assert code == 0
    assert "ERROR" not in log
    assert TOKEN not in log
    assert not fake.state.refused


async def test_behind_a_webhook_it_serves_updates_and_health_on_one_port(fake: FakeTelegram, tmp_path: Path) -> None:
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    async with (
        process(tmp_path, fake, TELEGRAM_WEBHOOK_URL=f"{base}/telegram", WEB_PORT=str(port)) as started,
        ClientSession() as client,
    ):
        await fake.state.until(lambda: fake.state.webhook["url"] or None, START_SECONDS)
        person = fake.person()
        question = await fake.say(fake.private(person), person, QUESTION)
        assert FIGURE in (await fake.answer(question))["text"]
        async with client.get(f"{base}/health") as response:
            assert response.status == 200
        started.send_signal(signal.SIGTERM)
        code, log = await ended(started)
    assert code == 0
    assert "ERROR" not in log


async def test_a_refused_token_is_one_sentence_and_an_exit_code(fake: FakeTelegram, tmp_path: Path) -> None:
    async with process(tmp_path, fake, TELEGRAM_TOKEN="42:WRONG") as started:
        code, log = await ended(started, START_SECONDS)
    assert code != 0
    assert "TELEGRAM_TOKEN" in log
    assert "Traceback" not in log
    assert "42:WRONG" not in log
