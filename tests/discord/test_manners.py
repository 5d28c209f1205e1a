"""What the bot never does, and how it behaves when something goes wrong."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

import pytest

from bot.answering.model import Question
from bot.service import Asked, Asker, Service, StoreUnavailable
from tests.discord.conftest import connected
from tests.discord.reading import text_of
from tests.fakes.discord.server import TOKEN, FakeDiscord
from tests.fakes.discord.world import Channel

QUESTION = "沐曦 2024 營業收入"


def forget_errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The errors logged so far, which the test expected."""
    errors = [caplog.handler.format(record) for record in caplog.records if record.levelno >= logging.ERROR]
    caplog.clear()
    return errors


async def test_nobody_is_pinged_by_what_people_type(bot: FakeDiscord, channel: Channel) -> None:
    text = f"<@{bot.world.bot.id}> @everyone @here <@123456789012345678> <@&123456789012345678> 的淨利潤"
    reply = await bot.person().asks(channel, text)
    assert reply["pings"] == []


async def test_who_asks_too_fast_is_told_once_to_wait(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    for _ in range(6):
        await person.asks(channel, f"<@{bot.world.bot.id}> {QUESTION}")
    assert "秒後再試" in text_of(await person.asks(channel, f"<@{bot.world.bot.id}> {QUESTION}"))
    await person.says(channel, f"<@{bot.world.bot.id}> {QUESTION}")
    other = await bot.person("Other").asks(channel, f"<@{bot.world.bot.id}> {QUESTION}")
    assert "7.43億元" in text_of(other), "neither told twice, nor are others held up"
    assert channel.posted.empty()


async def test_commands_are_always_told_to_wait(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    shown = [await bot.shown(await person.uses(channel, "gpu", question=QUESTION)) for _ in range(8)]
    assert all("秒後再試" in text_of(message) and message["ephemeral"] for message in shown[6:])


async def test_typing_is_not_counted(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    for _ in range(20):
        await person.types(channel, "gpu", "question", question="沐曦")
    assert "7.43億元" in text_of(await bot.shown(await person.uses(channel, "gpu", question=QUESTION)))


async def failing(*_: object) -> Asked:
    raise ValueError("the cause")


async def test_an_error_is_one_polite_sentence_with_an_id_that_stands_in_the_log(
    discord: FakeDiscord,
    service: Service,
    channel: Channel,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(service, "ask", failing)
    async with connected(discord, service):
        shown = await discord.shown(await discord.person().uses(channel, "gpu", question=QUESTION))
        reply = await discord.person().asks(channel, f"<@{discord.world.bot.id}> {QUESTION}")
    errors = forget_errors(caplog)
    assert shown["ephemeral"]
    assert len(errors) == 2
    for message, error in zip((shown, reply), errors, strict=True):
        name = message["content"].rpartition("編號 ")[2][:6]
        assert f"error {name} " in error
        assert "the cause" in error
        assert "the cause" not in message["content"]


async def test_an_error_over_an_overheard_message_is_nobody_s_business(
    discord: FakeDiscord,
    service: Service,
    channel: Channel,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await service.change_settings("discord", channel.id, Asker("discord"), overheard=True)
    monkeypatch.setattr(service, "ask", failing)
    async with connected(discord, service):
        await discord.person().says(channel, QUESTION)
        await discord.when(lambda: "the cause" in caplog.text, "error in the log")
    assert channel.posted.empty()
    forget_errors(caplog)


async def test_an_interaction_that_discord_gave_up_on_is_let_go_quietly(bot: FakeDiscord, channel: Channel) -> None:
    person = bot.person()
    reply = await bot.shown(await person.uses(channel, "gpu", question=QUESTION))
    bot.rest.late = True
    await person.uses(channel, "gpu", question=QUESTION)
    await person.clicks(reply, "有幫助")
    await person.clicks(reply, "不對")
    await person.typing(channel, "gpu", "question", question="沐")
    await bot.when(lambda: len(bot.rest.refused) >= 4, "four refusals")
    bot.rest.late = False
    assert {refused.body["code"] for refused in bot.rest.refused} == {10062}
    assert "謝謝" in (await bot.shown(await person.clicks(reply, "有幫助")))["content"]


async def test_a_database_that_takes_nothing_is_said_in_one_sentence(
    bot: FakeDiscord, channel: Channel, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object, **__: object) -> None:
        raise StoreUnavailable("the database is away")

    monkeypatch.setattr(service, "change_settings", away)
    manager = bot.person(manager=True)
    panel = await bot.shown(await manager.uses(channel, "settings"))
    told = await bot.shown(await manager.chooses(panel, "en"))
    assert "資料庫" in told["content"]
    assert "7.43億元" in text_of(await bot.shown(await manager.uses(channel, "gpu", question=QUESTION)))


async def test_the_token_is_never_logged(
    discord: FakeDiscord, service: Service, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with connected(discord, service):
        await discord.person().asks(channel, f"<@{discord.world.bot.id}> {QUESTION}")
    assert TOKEN not in caplog.text


async def test_what_is_being_answered_at_the_end_is_finished(
    discord: FakeDiscord, service: Service, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, ask = asyncio.Event(), service.ask
    go_on = asyncio.Event()

    async def slowly(question: Question, asker: Asker) -> Asked:
        began.set()
        await go_on.wait()
        return await ask(question, asker)

    monkeypatch.setattr(service, "ask", slowly)
    async with connected(discord, service):
        asked = await discord.person().uses(channel, "gpu", question=QUESTION)
        await began.wait()
        asyncio.get_running_loop().call_later(0.05, go_on.set)
    assert asked.original is not None
    assert "7.43億元" in text_of(asked.original)


async def test_new_questions_are_turned_away_while_closing(
    discord: FakeDiscord, service: Service, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on, ask = asyncio.Event(), asyncio.Event(), service.ask

    async def slowly(question: Question, asker: Asker) -> Asked:
        began.set()
        await go_on.wait()
        return await ask(question, asker)

    monkeypatch.setattr(service, "ask", slowly)
    person = discord.person()
    late: list[str] = []

    async def ask_late() -> None:
        shown = await discord.shown(await person.uses(channel, "gpu", question=QUESTION))
        late.append(text_of(shown))
        await person.says(channel, f"<@{discord.world.bot.id}> {QUESTION}")
        go_on.set()

    async with connected(discord, service):
        await discord.person().uses(channel, "gpu", question=QUESTION)
        await began.wait()
        asking = asyncio.get_running_loop().create_task(_after_a_moment(ask_late()))
    await asking
    assert late == ["正在重新啟動,請稍後再試。"]
    assert channel.posted.empty()


async def _after_a_moment(later: Coroutine[Any, Any, None]) -> None:
    """Once the bot has begun to close, which shows nowhere outside."""
    await asyncio.sleep(0.05)
    await later
