"""/settings: what managers choose for the guild (language, curators) and for the channel (listening)."""

import discord
from discord import Embed, app_commands
from discord.ext import commands

from bot.answering.model import Strictness
from bot.chat.actions import Action, Verb
from bot.chat.discord.client import GpuBot, Handler
from bot.chat.discord.components import ActionMenu, PeopleMenu, menu, option, people, rows
from bot.chat.discord.page import Page
from bot.chat.discord.places import guild_chat, listening_chat
from bot.chat.discord.turn import PLATFORM, Turn, serving
from bot.chat.languages import LANGUAGES
from bot.service import ChatSettings

AUTOMATIC, OFF = "auto", "off"


class Managing(commands.Cog):
    """Commands for those who manage a guild."""

    @app_commands.command(description="discord.command.settings")
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.default_permissions(manage_guild=True)
    async def settings(self, interaction: discord.Interaction[GpuBot]) -> None:
        """Show the settings, each with a menu to change it."""
        async with serving(interaction) as turn:
            if await _may_manage(turn):
                await turn.show(await _panel(turn))


async def _may_manage(turn: Turn) -> bool:
    """Server administrators can open a command to others; the menus are for managers all the same."""
    if turn.interaction.guild_id is not None and turn.interaction.permissions.manage_guild:
        return True
    await turn.tell("chat.settings.managers-only")
    return False


async def _language(turn: Turn, _action: Action, values: tuple[str, ...]) -> None:
    if await _may_manage(turn):
        chosen = values[0] if values[0] in LANGUAGES else None
        change = turn.desk.service.change_settings
        settings = await change(PLATFORM, guild_chat(turn.interaction), turn.asker, language=chosen)
        after = Turn(turn.interaction, settings.language)
        await after.change(await _panel(after))


async def _listen(turn: Turn, _action: Action, values: tuple[str, ...]) -> None:
    if await _may_manage(turn):
        change, chat = turn.desk.service.change_settings, listening_chat(turn.interaction.channel)
        if values[0] == OFF:
            await change(PLATFORM, chat, turn.asker, overheard=False)
        else:
            await change(PLATFORM, chat, turn.asker, overheard=True, strictness=Strictness(values[0]))
        await turn.change(await _panel(turn))


async def _curators(turn: Turn, _action: Action, values: tuple[str, ...]) -> None:
    if await _may_manage(turn):
        change = turn.desk.service.change_settings
        await change(PLATFORM, guild_chat(turn.interaction), turn.asker, curators=frozenset(values))
        await turn.change(await _panel(turn))


async def _panel(turn: Turn) -> Page:
    """The settings as they are."""
    service, channel = turn.desk.service, turn.interaction.channel
    guild = await service.chat_settings(PLATFORM, guild_chat(turn.interaction))
    here = await service.chat_settings(PLATFORM, listening_chat(channel))
    hears = turn.interaction.client.intents.message_content
    embed = Embed(title=turn.say("chat.settings.title"), description=turn.say("discord.settings.text"))
    if not hears:
        embed.set_footer(text=turn.say("discord.settings.deaf"))
    view = rows(_languages(turn, guild), _listening(turn, here), _people(turn, guild))
    return Page(embeds=(embed,), view=view)


def _languages(turn: Turn, guild: ChatSettings) -> ActionMenu:
    chosen = guild.language or AUTOMATIC
    values = (AUTOMATIC, *LANGUAGES)
    options = [option(turn.say(f"chat.language.{value}"), value, default=value == chosen) for value in values]
    return menu(Action(Verb.LANGUAGE), turn.say("chat.settings.language"), options)


def _listening(turn: Turn, here: ChatSettings) -> ActionMenu:
    chosen = here.strictness.value if here.overheard else OFF
    values = (OFF, Strictness.STRICT.value, Strictness.NORMAL.value)
    options = [option(turn.say(f"chat.listen.{value}"), value, default=value == chosen) for value in values]
    return menu(Action(Verb.LISTEN), turn.say("chat.settings.listen"), options)


def _people(turn: Turn, guild: ChatSettings) -> PeopleMenu:
    return people(Action(Verb.CURATORS), turn.say("chat.settings.curators"), guild.curators)


HANDLERS: dict[Verb, Handler] = {Verb.LANGUAGE: _language, Verb.LISTEN: _listen, Verb.CURATORS: _curators}
