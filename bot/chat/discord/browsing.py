"""/topics and /help: what can be asked, and how."""

import discord
from discord import Embed, app_commands
from discord.ext import commands

from bot.chat.actions import Action, Verb, digest
from bot.chat.desk import Desk
from bot.chat.discord.client import GpuBot, Handler
from bot.chat.discord.components import button, menu, option, rows
from bot.chat.discord.markup import bold, fit, plain
from bot.chat.discord.page import DESCRIPTION, Page
from bot.chat.discord.turn import Turn, serving
from bot.chat.topics import Topic, topics_page


class Browsing(commands.Cog):
    """Commands that show what the bot knows."""

    @app_commands.command(description="discord.command.topics")
    async def topics(self, interaction: discord.Interaction[GpuBot]) -> None:
        """List what can be asked, page by page."""
        async with serving(interaction) as turn:
            await turn.show(topics(turn.desk, turn.language(), 0))

    @app_commands.command(description="discord.command.help")
    async def help(self, interaction: discord.Interaction[GpuBot]) -> None:
        """Say in a few lines how to ask."""
        async with serving(interaction) as turn:
            await turn.show(how_to(turn.desk, turn.language()))


async def _turn_page(turn: Turn, action: Action, _values: tuple[str, ...]) -> None:
    await turn.change(topics(turn.desk, turn.language(), int(action.target or 0)))


def topics(desk: Desk, language: str, number: int) -> Page:
    """One page of the subjects, each with what is known of it, and a menu to open one."""
    shown = topics_page(desk.service, language, number)
    text, _ = fit([_entry(topic) for topic in shown.topics], DESCRIPTION)
    embed = Embed(title=desk.say(language, "chat.topics.title"), description=text)
    embed.set_footer(text=desk.say(language, "chat.topics.page", page=shown.number + 1, pages=shown.pages))
    options = [option(topic.name, digest(topic.subject), description=topic.known) for topic in shown.topics]
    before, after = (Action(Verb.TOPICS, target=str(number)) for number in (shown.number - 1, shown.number + 1))
    view = rows(
        menu(Action(Verb.SUBJECT), desk.say(language, "chat.topics.choose"), options),
        button(before, desk.say(language, "chat.button.back"), emoji="◀️", disabled=shown.number == 0),
        button(after, desk.say(language, "chat.button.on"), emoji="▶️", disabled=shown.number + 1 >= shown.pages),
    )
    return Page(embeds=(embed,), view=view)


def how_to(desk: Desk, language: str) -> Page:
    """The help."""
    title = desk.say(language, "discord.help.title")
    return Page(embeds=(Embed(title=title, description=desk.say(language, "discord.help.text")),))


def _entry(topic: Topic) -> str:
    return f"{bold(topic.name)}\n{plain(topic.known)}"


HANDLERS: dict[Verb, Handler] = {Verb.TOPICS: _turn_page}
