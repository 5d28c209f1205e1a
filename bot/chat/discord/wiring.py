"""What the bot consists of: its cogs, and what each button and menu does."""

from collections.abc import Mapping

from bot.chat.actions import Verb
from bot.chat.discord import answers, browsing, curation, managing, personal
from bot.chat.discord.asking import Asking
from bot.chat.discord.client import GpuBot, Handler
from bot.chat.discord.components import DYNAMIC
from bot.chat.discord.listening import Ears

HANDLERS: Mapping[Verb, Handler] = {
    **answers.HANDLERS,
    **browsing.HANDLERS,
    **curation.HANDLERS,
    **managing.HANDLERS,
    **personal.HANDLERS,
}


async def assemble(bot: GpuBot) -> None:
    """Put the cogs and the lasting components into a bot that is not connected yet."""
    bot.add_dynamic_items(*DYNAMIC)
    for cog in (
        Asking(bot),
        browsing.Browsing(),
        curation.Curation(bot),
        managing.Managing(),
        personal.Personal(),
        Ears(bot),
    ):
        await bot.add_cog(cog)
