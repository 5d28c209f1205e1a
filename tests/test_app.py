import asyncio
import json
import logging
import stat
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.app import connected, opened, serve
from bot.service import Asker, Service
from bot.settings import Settings, StartupError
from bot.web import served, with_health
from tests.small import write_files


def _settings(folder: Path, **changes: object) -> Settings:
    values: dict[str, Any] = {
        "facts": write_files(folder / "facts"),
        "database_url": f"sqlite+aiosqlite:///{folder / 'data' / 'bot.sqlite3'}",
        "guard_questions": folder / "none.jsonl",
        **changes,
    }
    return Settings(_env_file=None, **values)  # type: ignore[call-arg]


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    async with opened(_settings(tmp_path)) as made:
        yield made


class _Platform:
    """A platform that serves until closed, and takes its time to finish."""

    name = "test"

    def __init__(self, finishing: float = 0.0, fault: Exception | None = None) -> None:
        self.closed = asyncio.Event()
        self.finished = False
        self._finishing = finishing
        self._fault = fault

    async def run(self) -> None:
        if self._fault:
            raise self._fault
        await self.closed.wait()
        await asyncio.sleep(self._finishing)
        self.finished = True

    async def close(self) -> None:
        self.closed.set()


async def test_what_is_being_answered_is_finished_before_the_end() -> None:
    platforms = [_Platform(), _Platform(finishing=0.05)]
    stop = asyncio.Event()
    stop.set()
    await serve(platforms, stop)
    assert all(platform.finished for platform in platforms)


async def test_a_platform_that_cannot_finish_is_given_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.app.FINISH_SECONDS", 0.05)
    stuck = _Platform(finishing=60)
    stop = asyncio.Event()
    stop.set()
    with suppress(asyncio.CancelledError):
        await serve([stuck], stop)
    assert not stuck.finished
    assert "given up" in caplog.text


async def test_a_platform_that_cannot_start_closes_the_others_and_says_why() -> None:
    other = _Platform()
    with pytest.raises(StartupError, match="refused"):
        await serve([other, _Platform(fault=StartupError("the token is refused"))], asyncio.Event())
    assert other.finished


async def test_without_a_token_there_is_nowhere_to_serve(service: Service, tmp_path: Path) -> None:
    with pytest.raises(StartupError, match="Neither DISCORD_TOKEN nor TELEGRAM_TOKEN"):
        connected(_settings(tmp_path), service, web.Application())


async def test_a_webhook_needs_a_port(service: Service, tmp_path: Path) -> None:
    settings = _settings(tmp_path, telegram_token="42:TEST", telegram_webhook_url="https://bot.example/hook")
    with pytest.raises(StartupError, match="needs WEB_PORT"):
        connected(settings, service, web.Application())


async def test_a_second_start_finds_what_the_first_one_kept(tmp_path: Path) -> None:
    curator = Asker("discord", "1", "42")
    settings = _settings(tmp_path, curators=frozenset({"discord:42"}))
    async with opened(settings) as service:
        assert (await service.teach("那間公司賺多少", "metax.revenue.2024", curator)).ok
    async with opened(settings) as service:
        fact = service.fact("metax.revenue.2024")
    assert fact is not None
    assert fact.phrases == ("那間公司賺多少",)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"database_url": "mysql://here/bot", "secret": "x"}, "DATABASE_URL is not one the bot can use"),
        ({"database_url": "nonsense"}, "DATABASE_URL is not one the bot can use"),
        (
            {"database_url": "postgresql+asyncpg://me:hidden@127.0.0.1:9/bot", "secret": "x"},
            r"The database postgresql\+asyncpg://me:\*\*\*@127.0.0.1:9/bot cannot be used",
        ),
        ({"database_url": "postgresql://127.0.0.1/bot"}, "SECRET is not set"),
        ({"facts": Path("nowhere")}, "The facts are broken: nowhere: no fact files in this folder"),
    ],
)
async def test_what_stands_in_the_way_is_said_in_one_sentence(
    tmp_path: Path, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(StartupError, match=f"^{sentence}[^\n]*$"):
        async with opened(_settings(tmp_path, **changes)):
            pass


async def test_a_secret_is_made_once_and_is_readable_to_the_owner_only(tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        async with opened(_settings(tmp_path)):
            file = tmp_path / "data" / "secret"
            made.append(file.read_text())
    assert made[0] == made[1]
    assert len(made[0]) > 40
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_health_tells_how_the_service_is(service: Service) -> None:
    async with (
        served(with_health(service), "127.0.0.1", 0) as port,
        aiohttp.ClientSession() as client,
        client.get(f"http://127.0.0.1:{port}/health") as response,
    ):
        told = json.loads(await response.text())
    assert (response.status, told["status"], told["facts"], told["version"]) == (200, "ok", 2, 1)


async def test_a_port_that_is_taken_is_said_in_one_sentence(service: Service) -> None:
    async with served(with_health(service), "127.0.0.1", 0) as port:
        with pytest.raises(StartupError, match=f"^WEB_PORT {port} cannot be used"):
            async with served(with_health(service), "127.0.0.1", port):
                pass


async def test_missing_guards_are_no_reason_not_to_start(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        async with opened(_settings(tmp_path)) as service:
            assert service.topics()
    assert "only checked against what was taught before" in caplog.text
