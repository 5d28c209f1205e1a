"""Updates by webhook, on the web server that serves other things as well."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web
from limits.aio.storage import MemoryStorage

from bot.chat.telegram.arrivals import Seen
from bot.chat.telegram.connection import connect
from bot.chat.telegram.webhook import HEADER
from bot.service import Service
from bot.settings import Settings, StartupError
from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.telegram.conftest import FIGURE, QUESTION, Running, free_port


async def _healthy(_: web.Request) -> web.Response:
    return web.Response(text="ok")


@asynccontextmanager
async def hooked(fake: FakeTelegram, service: Service, secret: str | None = None) -> AsyncIterator[tuple[Running, str]]:
    """A bot behind a webhook, and the address of its web server."""
    app = web.Application()
    app.router.add_get("/health", _healthy)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    settings = Settings.model_validate(
        {
            "telegram_token": TOKEN,
            "telegram_api_url": fake.url,
            "telegram_webhook_url": f"{base}/telegram/hook",
            "telegram_webhook_secret": secret,
        }
    )
    connection = connect(service, settings, app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    serving = asyncio.create_task(connection.run())
    running = Running(fake, service, connection)
    try:
        await fake.state.until(lambda: fake.state.webhook["url"] or None)
        yield running, base
    finally:
        await connection.close()
        await serving
        await runner.cleanup()
    running.check()


async def test_questions_are_answered_and_health_is_served_beside_them(fake: FakeTelegram, service: Service) -> None:
    async with hooked(fake, service) as (running, base), ClientSession() as client:
        assert FIGURE in (await running.ask(QUESTION))["text"]
        async with client.get(f"{base}/health") as response:
            assert await response.text() == "ok"
        assert set(fake.state.allowed or ()) >= {"message", "edited_message", "callback_query", "inline_query"}
        assert not fake.calls("getUpdates")


@pytest.mark.parametrize("given", ["", "wrong", "geheimnis-ü"])
async def test_only_telegram_knows_the_secret(fake: FakeTelegram, service: Service, given: str) -> None:
    async with hooked(fake, service, "geheimnis") as (running, _):
        person = fake.person()
        room = fake.private(person)
        update = {"update_id": 1, "message": fake.state.post(room, person, QUESTION)}
        assert not await fake.deliver_once(update, given)
        await running.settled()
        assert not fake.said(room)
        assert await fake.deliver_once(update)
        assert await fake.next_said(room, 0)


async def test_without_a_set_secret_there_is_one_all_the_same(fake: FakeTelegram, service: Service) -> None:
    async with hooked(fake, service) as (_, base), ClientSession() as client:
        assert len(fake.state.webhook["secret"]) == 64
        async with client.post(f"{base}/telegram/hook", json={}) as response:
            assert response.status == 401


async def test_an_update_delivered_twice_is_answered_once(fake: FakeTelegram, service: Service) -> None:
    async with hooked(fake, service) as (running, _):
        person = fake.person()
        room = fake.private(person)
        update = {"update_id": 1, "message": fake.state.post(room, person, QUESTION)}
        assert [await fake.deliver_once(update) for _ in range(3)] == [True] * 3
        await running.settled()
        assert len(fake.said(room)) == 1


async def test_what_is_no_json_is_refused_and_what_cannot_be_read_is_passed_over(
    fake: FakeTelegram, service: Service
) -> None:
    async with hooked(fake, service) as (running, base), ClientSession() as client:
        headers = {HEADER: fake.state.webhook["secret"]}
        async with client.post(f"{base}/telegram/hook", data=b"\xff{", headers=headers) as response:
            assert response.status == 400
        async with client.post(f"{base}/telegram/hook", json={"update_id": "x"}, headers=headers) as response:
            assert response.status == 200
        assert FIGURE in (await running.ask(QUESTION))["text"]


async def test_closing_leaves_the_webhook_set_and_sends_telegram_back(fake: FakeTelegram, service: Service) -> None:
    async with hooked(fake, service) as (running, _):
        await running.connection.close()
        assert not await fake.deliver_once({"update_id": 1, "message": {}})
        assert fake.state.webhook["url"]


async def test_an_address_that_telegram_refuses_is_one_sentence(fake: FakeTelegram, service: Service) -> None:
    settings = Settings.model_validate(
        {"telegram_token": TOKEN, "telegram_api_url": fake.url, "telegram_webhook_url": "http://example.org/hook"}
    )
    with pytest.raises(StartupError, match="HTTPS URL must be provided"):
        await connect(service, settings, web.Application()).run()


async def test_two_processes_behind_one_address_answer_once() -> None:
    """With a shared storage; here both share one in memory, as they would share a Redis."""
    shared = MemoryStorage()
    one, other = Seen(shared), Seen(shared)
    assert [await one.first(1, 42), await other.first(1, 42), await other.first(2, 42)] == [True, False, True]
