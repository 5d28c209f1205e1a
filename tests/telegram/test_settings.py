"""`/settings`: who may change what, and that it holds."""

from typing import Any

import pytest

from bot.answering.model import Strictness
from bot.service import Asker, ChatSettings
from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_state import Room
from tests.telegram.conftest import QUESTION, Running

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _labels(message: Json) -> list[str]:
    return [one["text"] for row in message["reply_markup"]["inline_keyboard"] for one in row]


async def _panel(running: Running, room: Room, person: Json, **extra: Any) -> Json:
    return await running.fake.answer(await running.fake.say(room, person, "/settings", **extra))


async def _kept(running: Running, room: Room) -> ChatSettings:
    return await running.service.chat_settings("telegram", str(room.id))


async def test_in_private_everybody_chooses_their_language(running: Running) -> None:
    fake, person = running.fake, running.fake.person(language="zh-hans")
    room = fake.private(person)
    panel = await _panel(running, room, person)
    await fake.press(person, panel, running.service.catalogue.text("zh-Hans", "chat.language.en"))
    assert (await _kept(running, room)).language == "en"
    assert any(label.startswith("✓") for label in _labels(panel))
    answer = await fake.answer(await fake.say(room, person, QUESTION))
    assert "MetaX" in answer["text"]
    automatic = running.service.catalogue.text("zh-Hans", "chat.language.auto")
    await fake.press(person, panel, automatic)
    assert (await _kept(running, room)).language is None


async def test_in_a_group_administrators_choose_when_it_speaks_up(running: Running) -> None:
    fake, boss = running.fake, running.fake.person(language="en")
    room = fake.group(admins=(boss,))
    panel = await _panel(running, room, boss)
    say = running.service.catalogue.text
    await fake.press(boss, panel, say("en", "chat.listen.strict"))
    assert await _kept(running, room) == ChatSettings(overheard=True, strictness=Strictness.STRICT)
    assert f"✓ {say('en', 'chat.listen.strict')}" in _labels(panel)
    await fake.press(boss, panel, say("en", "chat.listen.off"))
    assert not (await _kept(running, room)).overheard


async def test_choosing_what_is_chosen_changes_nothing(running: Running) -> None:
    fake, boss = running.fake, running.fake.person(language="en")
    room = fake.group(admins=(boss,))
    panel = await _panel(running, room, boss)
    await fake.press(boss, panel, running.service.catalogue.text("en", "chat.listen.off"))
    assert "edit_date" not in panel


async def test_members_can_neither_open_the_panel_nor_press_its_buttons(running: Running) -> None:
    fake, boss, member = running.fake, running.fake.person(language="en"), running.fake.person(language="en")
    room = fake.group(member, admins=(boss,))
    refusal = running.service.catalogue.text("en", "chat.settings.managers-only")
    assert (await _panel(running, room, member))["text"] == refusal
    panel = await _panel(running, room, boss)
    pressed = await fake.press(member, panel, running.service.catalogue.text("en", "chat.listen.normal"))
    assert pressed["text"] == refusal
    assert await _kept(running, room) == ChatSettings()


async def test_an_anonymous_administrator_counts_and_somebody_who_writes_as_a_channel_does_not(
    running: Running,
) -> None:
    fake, person = running.fake, running.fake.person()
    room = fake.group(person)
    anonymous = fake.person("Group", "en", is_bot=True)
    panel = await _panel(running, room, anonymous, sender_chat=room.json())
    assert panel["reply_markup"]["inline_keyboard"]
    channel = {"id": -1_000_000_000_999, "type": "channel", "title": "News"}
    assert "reply_markup" not in await _panel(running, room, anonymous, sender_chat=channel)


async def test_in_reply_to_somebody_they_can_be_made_a_curator_and_unmade(running: Running) -> None:
    fake, boss, member = running.fake, running.fake.person(language="en"), running.fake.person()
    room = fake.group(member, admins=(boss,))
    said = await fake.say(room, member, "早安")
    panel = await _panel(running, room, boss, reply_to=said)
    curator = Asker("telegram", str(room.id), str(member["id"]))
    await fake.press(boss, panel, running.service.catalogue.text("en", "telegram.curator.add"))
    assert await running.service.may_curate(curator)
    await fake.press(boss, panel, running.service.catalogue.text("en", "telegram.curator.remove"))
    assert not await running.service.may_curate(curator)
