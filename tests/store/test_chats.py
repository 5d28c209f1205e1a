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
    assert (await there.of("discord", "1")).overheard


async def test_a_group_that_moves_keeps_its_settings(database: Database) -> None:
    chats = Chats(database)
    settings = await chats.change("telegram", "-5", "telegram:9", language="en", overheard=True)
    await chats.move("telegram", "-5", "-1005", "telegram:9")
    assert await Chats(database).of("telegram", "-1005") == settings
