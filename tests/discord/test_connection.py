"""Connecting, losing the connection, and more than one shard."""

import asyncio

import pytest

from bot.chat.discord.platform import connect
from bot.service import Service
from bot.settings import StartupError
from tests.discord.conftest import connected, settings_for
from tests.discord.reading import text_of
from tests.fakes.discord.server import FakeDiscord
from tests.fakes.discord.world import Channel

QUESTION = "沐曦 2024 營業收入"


def question(server: FakeDiscord) -> str:
    return f"<@{server.world.bot.id}> {QUESTION}"


async def test_a_cut_connection_is_resumed_and_nothing_is_lost(bot: FakeDiscord, channel: Channel) -> None:
    await bot.gateway.cut()
    await bot.person().says(channel, question(bot))
    assert "7.43億元" in text_of(await bot.next_message(channel))
    assert bot.gateway.resumed == 1
    assert len(bot.gateway.identified) == 1


async def test_a_session_that_cannot_be_resumed_is_begun_anew(bot: FakeDiscord, channel: Channel) -> None:
    bot.gateway.refuse_resume = True
    await bot.gateway.cut()
    await bot.when(lambda: len(bot.gateway.identified) == 2, "second IDENTIFY")
    await bot.ready()
    assert "7.43億元" in text_of(await bot.person().asks(channel, question(bot)))


@pytest.mark.parametrize("how", ["from Discord", "from the settings"])
async def test_two_shards_serve_their_guilds(discord: FakeDiscord, service: Service, how: str) -> None:
    channels = [discord.world.channel(discord.world.guild(id_=str(n << 22))) for n in (1000, 1001)]
    discord.gateway.shards = 2
    count = None if how == "from Discord" else 2
    async with connected(discord, service, shards=2, discord_shard_count=count):
        for channel in channels:
            assert "7.43億元" in text_of(await discord.person().asks(channel, question(discord)))
    assert sorted(data["shard"] for data in discord.gateway.identified) == [[0, 2], [1, 2]]


async def test_two_processes_share_the_shards(discord: FakeDiscord, service: Service) -> None:
    channels = [discord.world.channel(discord.world.guild(id_=str(n << 22))) for n in (1000, 1001)]
    async with (
        connected(discord, service, discord_shard_ids="0", discord_shard_count=2),
        connected(discord, service, shards=2, discord_shard_ids="1", discord_shard_count=2),
    ):
        for channel in channels:
            assert "7.43億元" in text_of(await discord.person().asks(channel, question(discord)))
            assert channel.posted.empty(), "one process answers, not both"


async def test_a_limit_of_requests_is_waited_for(bot: FakeDiscord, channel: Channel) -> None:
    route = f"POST /channels/{channel.id}/messages"
    bot.rest.limit_next(route, 0.05)
    assert "7.43億元" in text_of(await bot.person().asks(channel, question(bot)))
    assert bot.rest.requests.count(route) == 2


async def test_private_messages_come_on_the_first_shard(discord: FakeDiscord, service: Service) -> None:
    discord.gateway.shards = 2
    async with connected(discord, service, shards=2):
        person = discord.person()
        assert "7.43億元" in text_of(await person.asks(discord.world.direct(person.user), QUESTION))


async def test_it_asks_for_no_more_than_it_needs(bot: FakeDiscord) -> None:
    intents = {"guilds": 0, "guild messages": 9, "private messages": 12, "message content": 15}
    assert bot.gateway.identified[0]["intents"] == sum(1 << bit for bit in intents.values())


REFUSED = [
    ({"discord_token": "wrong.token"}, "DISCORD_TOKEN"),
    ({"discord_token": None}, "DISCORD_TOKEN"),
    ({"discord_shard_ids": "0,1"}, "DISCORD_SHARD_COUNT"),
    ({"discord_api_url": "http://127.0.0.1:1/api/v10"}, "cannot be served"),
]


@pytest.mark.parametrize(("wrong", "named"), REFUSED, ids=["token", "no token", "shards", "address"])
async def test_what_stops_it_from_starting_is_one_sentence(
    discord: FakeDiscord, service: Service, wrong: dict[str, object], named: str
) -> None:
    with pytest.raises(StartupError, match=named):
        await connect(service, settings_for(discord, **wrong)).run()


async def test_the_intent_is_not_asked_for_when_the_settings_say_so(discord: FakeDiscord, service: Service) -> None:
    discord.gateway.content_allowed = False
    async with connected(discord, service, discord_message_content=False):
        assert not discord.gateway.identified[0]["intents"] & 1 << 15


async def test_it_can_be_closed_before_it_is_connected(discord: FakeDiscord, service: Service) -> None:
    platform = connect(service, settings_for(discord))
    running = asyncio.create_task(platform.run())
    await asyncio.sleep(0)
    await platform.close()
    await running
    assert discord.gateway.connected() == []


async def test_a_gateway_that_does_not_say_goodbye_is_left_all_the_same(
    discord: FakeDiscord, service: Service, channel: Channel
) -> None:
    discord.gateway.says_goodbye = False
    async with connected(discord, service):
        assert "7.43億元" in text_of(await discord.person().asks(channel, question(discord)))
    assert len(discord.gateway.identified) == 1
