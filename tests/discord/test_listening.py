"""Questions in channels and private messages, and silence where it is due."""

from typing import Any

import pytest

from bot.service import Asker, Service, SettingsChanges
from tests.discord.conftest import connected
from tests.discord.reading import text_of
from tests.fakes.discord.people import Person
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import EMBED, HISTORY, SEND, SEND_IN_THREADS, Channel, Guild, bot_role

QUESTION = "沐曦 2024 營業收入"
MANAGER = Asker("discord", None, "1")


def mention(server: FakeDiscord) -> str:
    return f"<@{server.world.bot.id}>"


async def listen(service: Service, channel: Channel, **changes: object) -> None:
    changed: SettingsChanges = {"overheard": True, **changes}  # type: ignore[typeddict-item]
    await service.change_settings("discord", channel.id, MANAGER, **changed)


async def keeps_still(server: FakeDiscord, person: Person, channel: Channel, text: str, **how: Any) -> None:
    """The bot says nothing to a message: what it says next is its answer to a later one."""
    await person.says(channel, text, **how)
    later = await server.person("Later").says(channel, f"{mention(server)} {QUESTION}")
    reply = await server.next_message(channel)
    assert reply["message_reference"]["message_id"] == later["id"]
    assert channel.posted.empty()


@pytest.mark.parametrize("text", ["{} " + QUESTION, "請問 {} " + QUESTION + "?", QUESTION + "{}", "{}\n" + QUESTION])
async def test_a_mention_is_answered_wherever_it_stands(bot: FakeDiscord, channel: Channel, text: str) -> None:
    said = await bot.person().says(channel, text.format(mention(bot)))
    reply = await bot.next_message(channel)
    assert "\n# 7.43億元\n" in text_of(reply)
    assert reply["message_reference"]["message_id"] == said["id"]


async def test_a_mention_of_the_bot_s_role_counts(bot: FakeDiscord, channel: Channel, guild: Guild) -> None:
    reply = await bot.person().asks(channel, f"<@&{bot_role(guild.id)}> {QUESTION}")
    assert "7.43億元" in text_of(reply)


async def test_other_mentions_are_no_part_of_the_question(bot: FakeDiscord, channel: Channel) -> None:
    text = f"{mention(bot)} <@123456789012345678> <#2024> <:gpu:2022> <t:1700000000:R> {QUESTION}"
    assert "\n# 7.43億元\n" in text_of(await bot.person().asks(channel, text))


@pytest.mark.parametrize("ping", [True, False])
async def test_a_reply_to_the_bot_is_answered(bot: FakeDiscord, channel: Channel, ping: bool) -> None:
    person = bot.person()
    first = await person.asks(channel, f"{mention(bot)} {QUESTION}")
    assert "3.37億元" in text_of(await person.asks(channel, "壁仞 2024 營業收入", to=first, ping=ping))


async def test_a_mention_under_somebody_s_message_asks_about_that_message(bot: FakeDiscord, channel: Channel) -> None:
    claim = await bot.person("Hua").says(channel, QUESTION)
    assert "7.43億元" in text_of(await bot.person().asks(channel, mention(bot), to=claim))


async def test_a_bare_mention_gets_an_example(bot: FakeDiscord, channel: Channel) -> None:
    reply = await bot.person().asks(channel, mention(bot))
    assert "MetaX" in text_of(reply) or "沐曦" in text_of(reply)


async def test_any_private_message_is_a_question(bot: FakeDiscord) -> None:
    person = bot.person()
    assert "7.43億元" in text_of(await person.asks(bot.world.direct(person.user), QUESTION))


async def test_no_answer_to_a_mention_is_said(bot: FakeDiscord, channel: Channel) -> None:
    reply = await bot.person().asks(channel, f"{mention(bot)} 沐曦的淨利潤")
    assert "億元" not in text_of(reply)
    assert reply["components"]


async def test_overheard_messages_are_left_alone_by_default(bot: FakeDiscord, channel: Channel) -> None:
    await keeps_still(bot, bot.person(), channel, QUESTION)


async def test_overheard_questions_are_answered_where_a_manager_wants_it(
    bot: FakeDiscord, channel: Channel, thread: Channel, elsewhere: Channel, service: Service
) -> None:
    await listen(service, channel)
    assert "7.43億元" in text_of(await bot.person().asks(channel, QUESTION))
    assert "7.43億元" in text_of(await bot.person().asks(thread, QUESTION)), "threads inherit"
    await keeps_still(bot, bot.person(), elsewhere, QUESTION)


@pytest.mark.parametrize("text", ["今天天氣真好", "沐曦的淨利潤是多少", "", "😀"])
async def test_overhearing_speaks_up_only_with_an_answer(
    bot: FakeDiscord, channel: Channel, service: Service, text: str
) -> None:
    await listen(service, channel)
    await keeps_still(bot, bot.person(), channel, text)


async def test_bots_webhooks_and_system_messages_are_ignored(
    bot: FakeDiscord, channel: Channel, service: Service
) -> None:
    await listen(service, channel)
    robot = Person(bot, bot.world.user("robot", bot=True))
    itself = Person(bot, bot.world.bot)
    await robot.says(channel, f"{mention(bot)} {QUESTION}")
    await itself.says(channel, QUESTION)
    await bot.person().says(channel, QUESTION, webhook_id="123456789012345678")
    await keeps_still(bot, bot.person(), channel, QUESTION, type=7)


async def test_the_guild_s_language_goes_before_the_question_s(
    bot: FakeDiscord, channel: Channel, guild: Guild, service: Service
) -> None:
    await service.change_settings("discord", f"guild:{guild.id}", MANAGER, language="en")
    reply = await bot.person().asks(channel, f"{mention(bot)} {QUESTION}")
    assert reply["components"][0]["components"][0]["label"] == "Helpful"


async def test_where_nothing_may_be_embedded_the_reply_is_text(
    discord: FakeDiscord, service: Service, guild: Guild
) -> None:
    bare = discord.world.channel(guild, "no-embeds", denied=EMBED)
    async with connected(discord, service):
        reply = await discord.person().asks(bare, f"{mention(discord)} {QUESTION}")
    assert "\n# 7.43億元\n" in reply["content"]
    assert reply["embeds"] == []


async def test_where_history_may_not_be_read_the_answer_stands_below(
    discord: FakeDiscord, service: Service, guild: Guild
) -> None:
    short = discord.world.channel(guild, "no-history", denied=HISTORY)
    async with connected(discord, service):
        reply = await discord.person().asks(short, f"{mention(discord)} {QUESTION}")
    assert "message_reference" not in reply


async def test_where_the_bot_may_not_write_it_does_not_try(
    discord: FakeDiscord, service: Service, guild: Guild, channel: Channel
) -> None:
    muted = discord.world.channel(guild, "read-only", denied=SEND | SEND_IN_THREADS)
    muted_thread = discord.world.thread(muted)
    async with connected(discord, service):
        await discord.person().says(muted, f"{mention(discord)} {QUESTION}")
        await discord.person().says(muted_thread, f"{mention(discord)} {QUESTION}")
        await discord.person().asks(channel, f"{mention(discord)} {QUESTION}")
    assert discord.rest.refused == []


async def test_a_permission_lost_meanwhile_is_no_error(bot: FakeDiscord, channel: Channel, elsewhere: Channel) -> None:
    elsewhere.denied = SEND
    await bot.person().says(elsewhere, f"{mention(bot)} {QUESTION}")
    await bot.when(lambda: bool(bot.rest.refused), "refusal")
    assert "7.43億元" in text_of(await bot.person().asks(channel, f"{mention(bot)} {QUESTION}"))


async def test_a_guild_that_is_not_known_yet_is_no_private_conversation(bot: FakeDiscord) -> None:
    unknown = bot.world.channel(bot.world.guild("joined a moment ago"))
    await keeps_still(bot, bot.person(), unknown, QUESTION)


async def test_without_the_message_content_intent_all_but_overhearing_works_and_it_is_said_once(
    discord: FakeDiscord, service: Service, channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    discord.gateway.content_allowed = False
    await listen(service, channel)
    async with connected(discord, service):
        person = discord.person()
        first = await person.asks(channel, f"{mention(discord)} {QUESTION}")
        assert "7.43億元" in text_of(first)
        assert "3.37億元" in text_of(await person.asks(channel, "壁仞 2024 營業收入", to=first))
        await keeps_still(discord, person, channel, QUESTION)
    said = [record for record in caplog.get_records("call") if "cannot overhear" in record.getMessage()]
    assert len(said) == 1


async def test_a_thousand_words_nobody_addressed_to_it_cost_no_reply(
    bot: FakeDiscord, channel: Channel, service: Service
) -> None:
    await listen(service, channel)
    for number in range(50):
        await bot.person().says(channel, f"閒聊第 {number} 句")
    await keeps_still(bot, bot.person(), channel, "沐" * 6001)
