"""/settings, as managers use it and others cannot."""

import pytest

from bot.answering.model import Strictness
from bot.service import Service
from tests.discord.reading import menus, text_of
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import Channel, Guild

LANGUAGE, LISTENING, CURATORS = 0, 1, 2
QUESTION = "沐曦 2024 營業收入"


async def test_only_managers_are_offered_the_settings(bot: FakeDiscord, channel: Channel) -> None:
    with pytest.raises(AssertionError, match="not offered to"):
        await bot.person().uses(channel, "settings")
    person = bot.person(manager=True)
    with pytest.raises(AssertionError, match="not offered here"):
        await person.uses(bot.world.direct(person.user), "settings")


async def test_the_language_of_a_guild(bot: FakeDiscord, channel: Channel, guild: Guild, service: Service) -> None:
    manager = bot.person(manager=True)
    panel = await bot.shown(await manager.uses(channel, "settings"))
    assert panel["ephemeral"]
    changed = await bot.shown(await manager.chooses(panel, "en", menu=LANGUAGE))
    assert "Settings" in text_of(changed), "the panel itself speaks the new language"
    assert [option["value"] for option in menus(changed)[LANGUAGE]["options"] if option.get("default")] == ["en"]
    assert (await service.chat_settings("discord", f"guild:{guild.id}")).language == "en"
    await bot.shown(await manager.chooses(changed, "auto", menu=LANGUAGE))
    assert (await service.chat_settings("discord", f"guild:{guild.id}")).language is None


async def test_listening_is_turned_on_and_off_for_a_channel(
    bot: FakeDiscord, channel: Channel, thread: Channel, elsewhere: Channel, service: Service
) -> None:
    manager = bot.person(manager=True)
    panel = await bot.shown(await manager.uses(channel, "settings"))
    panel = await bot.shown(await manager.chooses(panel, "strict", menu=LISTENING))
    kept = await service.chat_settings("discord", channel.id)
    assert (kept.overheard, kept.strictness) == (True, Strictness.STRICT)
    assert "7.43億元" in text_of(await bot.person().asks(channel, QUESTION))
    assert not (await service.chat_settings("discord", elsewhere.id)).overheard
    in_thread = await bot.shown(await manager.uses(thread, "settings"))
    assert [o["value"] for o in menus(in_thread)[LISTENING]["options"] if o.get("default")] == ["strict"]
    await bot.shown(await manager.chooses(in_thread, "off", menu=LISTENING))
    assert not (await service.chat_settings("discord", channel.id)).overheard


async def test_curators_are_named_for_the_guild(bot: FakeDiscord, channel: Channel, elsewhere: Channel) -> None:
    manager, curator = bot.person(manager=True), bot.person("Curator")
    refused = await bot.shown(await curator.uses(channel, "unanswered"))
    assert refused["content"] == "只有整理資料的人可以使用。"
    panel = await bot.shown(await manager.uses(channel, "settings"))
    panel = await bot.shown(await manager.chooses(panel, curator.user.id, menu=CURATORS))
    assert menus(panel)[CURATORS]["default_values"] == [{"id": int(curator.user.id), "type": "user"}]
    allowed = await bot.shown(await curator.uses(elsewhere, "unanswered"))
    assert allowed["content"] == "沒有待處理的問題。"
    await bot.shown(await manager.chooses(panel, menu=CURATORS))
    refused = await bot.shown(await curator.uses(channel, "unanswered"))
    assert refused["content"] == "只有整理資料的人可以使用。"


async def test_the_menus_are_for_managers_even_where_somebody_else_can_press_them(
    bot: FakeDiscord, channel: Channel, service: Service
) -> None:
    panel = await bot.shown(await bot.person(manager=True).uses(channel, "settings"))
    for place, value in ((LANGUAGE, "en"), (LISTENING, "normal"), (CURATORS, bot.world.bot.id)):
        refused = await bot.shown(await bot.person().chooses(panel, value, menu=place))
        assert refused["content"] == "只有管理員可以更改設定。"
    assert not (await service.chat_settings("discord", channel.id)).overheard
