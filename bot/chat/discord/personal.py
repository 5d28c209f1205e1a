"""/privacy: what is kept about a person, a copy of it, and an end to it."""

import discord
from discord import ButtonStyle, Embed, app_commands
from discord.ext import commands

from bot.chat.actions import Action, Verb
from bot.chat.discord.client import GpuBot, Handler
from bot.chat.discord.components import button, rows
from bot.chat.discord.page import Page
from bot.chat.discord.turn import Turn, serving


class Personal(commands.Cog):
    """Commands about one's own data."""

    @app_commands.command(description="discord.command.privacy")
    async def privacy(self, interaction: discord.Interaction[GpuBot]) -> None:
        """Say what is kept, with buttons to have it or to have it deleted."""
        async with serving(interaction) as turn:
            embed = Embed(title=turn.say("chat.privacy.title"), description=turn.say("chat.privacy.text"))
            buttons = rows(
                button(Action(Verb.EXPORT), turn.say("chat.button.export"), emoji="📄"),
                button(Action(Verb.FORGET), turn.say("chat.button.forget"), emoji="🗑️"),
            )
            await turn.show(Page(embeds=(embed,), view=buttons))


async def _export(turn: Turn, _action: Action, _values: tuple[str, ...]) -> None:
    await turn.think()
    kept = await turn.desk.service.export(turn.asker)
    await turn.hand_over(turn.say("chat.privacy.export"), "gpubot.json", kept.encode())


async def _forget(turn: Turn, _action: Action, _values: tuple[str, ...]) -> None:
    sure = button(Action(Verb.WIPE), turn.say("chat.button.wipe"), style=ButtonStyle.danger)
    await turn.show(Page(turn.say("chat.privacy.sure"), view=rows(sure)))


async def _wipe(turn: Turn, _action: Action, _values: tuple[str, ...]) -> None:
    gone = await turn.desk.service.forget(turn.asker)
    await turn.change(Page(turn.say("chat.privacy.gone", count=gone)))


HANDLERS: dict[Verb, Handler] = {Verb.EXPORT: _export, Verb.FORGET: _forget, Verb.WIPE: _wipe}
