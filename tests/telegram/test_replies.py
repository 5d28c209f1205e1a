"""One reply to one question, whatever becomes of the question."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

from bot.chat.telegram.rendering import Page
from bot.chat.telegram.replies import Replies
from tests.fakes.telegram import TOKEN, FakeTelegram
from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_state import Room


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(fake.url))).context() as made:
        yield made


@pytest.fixture
def room(fake: FakeTelegram) -> Room:
    return fake.private(fake.person())


async def _question(fake: FakeTelegram, room: Room) -> Json:
    return await fake.say(room, fake.state.people[room.id], "沐曦")


def _as_aiogram(question: Json, bot: Bot, **fields: object) -> Message:
    return Message.model_validate({**question, **fields}, context={"bot": bot})


async def test_an_answer_that_was_overtaken_by_an_edit_is_not_shown(fake: FakeTelegram, bot: Bot, room: Room) -> None:
    replies, question = Replies(), await _question(fake, room)
    await replies.show(_as_aiogram(question, bot, text="壁仞", edit_date=question["date"] + 1), Page("new"))
    await replies.show(_as_aiogram(question, bot), Page("old"))
    assert [message["text"] for message in fake.said(room)] == ["new"]


async def test_a_reply_is_changed_then_taken_back_then_given_anew(fake: FakeTelegram, bot: Bot, room: Room) -> None:
    replies, question = Replies(), await _question(fake, room)
    seen = []
    for shown in (Page("one"), Page("two"), None, Page("three")):
        await replies.show(_as_aiogram(question, bot), shown)
        seen.append([message["text"] for message in fake.said(room)])
    assert seen == [["one"], ["two"], [], ["three"]]


async def test_silence_is_not_remembered_and_the_oldest_is_forgotten(fake: FakeTelegram, bot: Bot, room: Room) -> None:
    replies = Replies(remembered=1)
    first, second = await _question(fake, room), await _question(fake, room)
    await replies.show(_as_aiogram(first, bot), None)
    assert not replies.unchanged(_as_aiogram(first, bot))
    await replies.show(_as_aiogram(first, bot), Page("one"))
    assert replies.unchanged(_as_aiogram(first, bot))
    await replies.show(_as_aiogram(second, bot), Page("two"))
    assert not replies.unchanged(_as_aiogram(first, bot))
