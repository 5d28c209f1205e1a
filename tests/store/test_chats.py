import asyncio

from bot.answering.model import Strictness
from bot.store.chats import FRESH_SECONDS, Chats
from bot.store.database import Database
from bot.store.values import ChatSettings


class _Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_a_chat_that_nobody_configured_has_the_defaults(database: Database) -> None:
    assert await Chats(database).of("discord", "1") == ChatSettings(None, False, Strictness.NORMAL, frozenset())


async def test_a_change_lasts_and_leaves_the_rest_as_it_was(database: Database) -> None:
    chats = Chats(database)
    await chats.change("discord", "1", "discord:9", language="zh-Hans", curators=frozenset({"7", "8"}))
    await chats.change("discord", "1", "discord:9", overheard=True, strictness=Strictness.STRICT)
    expected = ChatSettings("zh-Hans", True, Strictness.STRICT, frozenset({"7", "8"}))
    assert await chats.of("discord", "1") == await Chats(database).of("discord", "1") == expected
    assert await chats.of("telegram", "1") == ChatSettings()


async def test_another_process_sees_a_change_within_a_minute(database: Database) -> None:
    clock = _Clock()
    here, there = Chats(database), Chats(database, clock)
    assert not (await there.of("discord", "1")).overheard
    await here.change("discord", "1", "discord:9", overheard=True)
    assert not (await there.of("discord", "1")).overheard
    clock.now += FRESH_SECONDS
    # What is known is given at once; the look that this begins is what sees the change.
    assert not (await there.of("discord", "1")).overheard
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == "chat settings"))
    assert (await there.of("discord", "1")).overheard


async def test_a_group_that_moves_keeps_its_settings(database: Database) -> None:
    chats = Chats(database)
    settings = await chats.change("telegram", "-5", "telegram:9", language="en", overheard=True)
    await chats.move("telegram", "-5", "-1005", "telegram:9")
    assert await Chats(database).of("telegram", "-1005") == settings


async def test_two_processes_change_different_settings_and_both_last(database: Database) -> None:
    here, there = Chats(database), Chats(database)
    await asyncio.gather(
        here.change("discord", "1", "discord:9", overheard=True),
        there.change("discord", "1", "discord:8", language="en"),
    )
    assert await Chats(database).of("discord", "1") == ChatSettings("en", overheard=True)


async def test_a_reply_does_not_wait_for_a_database_that_says_nothing() -> None:
    async def mute(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(mute, "127.0.0.1", 0)
    database = Database(f"postgresql://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot")
    chats = Chats(database)
    async with asyncio.timeout(3):
        assert await chats.of("discord", "1") == ChatSettings()
    await chats.close(0.0)
    await database.close()
    server.close()
