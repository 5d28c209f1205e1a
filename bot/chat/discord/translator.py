"""Descriptions of commands in the reader's language, from the same catalogue as every other word."""

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation, locale_str

from bot.chat.desk import Desk
from bot.chat.languages import of_client

DEFAULT = "en"


class CatalogueTranslator(app_commands.Translator):
    """Translates strings that carry a key of the catalogue, and descriptions that are one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def translate(
        self, string: locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        """The text for a Discord locale, or None where the default is right. The names of commands stay as they are."""
        language = of_client(locale.value)
        described = context.location is TranslationContextLocation.command_description
        key = string.extras.get("key") or (string.message if described else None)
        if key is None or language is None or language == DEFAULT:
            return None
        return self._desk.say(language, key)


def localized(desk: Desk, key: str) -> locale_str:
    """A catalogue message as a string that Discord shows in the reader's language, English by default."""
    return locale_str(desk.say(DEFAULT, key), key=key)


def put_into_words(tree: app_commands.CommandTree[discord.Client], desk: Desk) -> None:
    """Give each command and option its English description; a command is written with the key in its place."""
    for command in tree.walk_commands():
        if not isinstance(command, app_commands.Command):
            continue
        options = {option.name: localized(desk, f"discord.option.{option.name}") for option in command.parameters}
        app_commands.describe(**options)(command)
        command.description = desk.say(DEFAULT, command.description)
