"""What Telegram shows of the bot before anybody talks to it: commands and descriptions, written where they differ."""

import asyncio
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
    BotCommandScopeUnion,
)

from bot.chat.telegram.keyboards import Say
from bot.replies.catalogue import Catalogue

# Telegram knows a language by two letters, so that all Chinese readers share one text; None is for everybody else.
LANGUAGES: Mapping[str | None, str] = MappingProxyType({None: "en", "zh": "zh-Hant"})

ASKING = ("gpu", "compare", "topics", "fact")
PRIVATE = (*ASKING, "settings", "privacy", "help")
GROUP = (*ASKING, "privacy", "help")
ADMINISTRATORS = (*ASKING, "settings", "unanswered", "teach", "privacy", "help")


async def introduce(bot: Bot, catalogue: Catalogue) -> int:
    """Bring the profile up to date; how many parts of it had to be changed."""
    steps = []
    for code, language in LANGUAGES.items():
        say = partial(catalogue.text, language)
        steps += [_commands(bot, say, code, scope, names) for scope, names in _scopes()]
        steps += [_description(bot, say, code), _short_description(bot, say, code)]
    return sum(await asyncio.gather(*steps))


def _scopes() -> tuple[tuple[BotCommandScopeUnion, tuple[str, ...]], ...]:
    return (
        (BotCommandScopeDefault(), ASKING),
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUP),
        (BotCommandScopeAllChatAdministrators(), ADMINISTRATORS),
    )


async def _commands(bot: Bot, say: Say, code: str | None, scope: BotCommandScopeUnion, names: tuple[str, ...]) -> bool:
    wanted = [BotCommand(command=name, description=say(f"telegram.command.{name}")) for name in names]
    if await bot.get_my_commands(scope, code) == wanted:
        return False
    return await bot.set_my_commands(wanted, scope, code)


async def _description(bot: Bot, say: Say, code: str | None) -> bool:
    wanted = say("telegram.description")
    if (await bot.get_my_description(code)).description == wanted:
        return False
    return await bot.set_my_description(wanted, code)


async def _short_description(bot: Bot, say: Say, code: str | None) -> bool:
    wanted = say("telegram.short-description")
    if (await bot.get_my_short_description(code)).short_description == wanted:
        return False
    return await bot.set_my_short_description(wanted, code)
