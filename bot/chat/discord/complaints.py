"""What a person reads when something went wrong on Discord, and what the log then says."""

import logging
from typing import TYPE_CHECKING

import discord

from bot.chat.languages import choose
from bot.chat.trouble import incident
from bot.service import StoreUnavailable

if TYPE_CHECKING:
    from bot.chat.discord.client import GpuBot

log = logging.getLogger(__name__)

UNKNOWN_INTERACTION, ALREADY_ACKNOWLEDGED = 10062, 40060


def is_late(error: BaseException | None) -> bool:
    """Whether Discord had given up on the interaction, or had an answer to it already."""
    return isinstance(error, discord.HTTPException) and error.code in {UNKNOWN_INTERACTION, ALREADY_ACKNOWLEDGED}


class QuietAboutLateness(logging.Filter):
    """Drops the library's error about a person who typed on before the choices for an earlier letter were there."""

    def filter(self, record: logging.LogRecord) -> bool:
        """False for a reply that Discord no longer waited for."""
        return not (record.exc_info and is_late(record.exc_info[1]))


async def complain(interaction: "discord.Interaction[GpuBot]", error: Exception) -> None:
    """Tell the person alone of an error in one polite sentence; let an interaction go that Discord gave up on."""
    error = getattr(error, "original", error)
    if is_late(error):
        log.info("an interaction was answered too late: %s", error)
        return
    say, language = interaction.client.desk.say, choose(None, interaction.locale.value, "")
    if isinstance(error, StoreUnavailable):
        log.warning("a change could not be kept: %s", error)
        text = say(language, "chat.not-kept")
    else:
        text = say(language, "chat.error", id=incident(error, "serving an interaction"))
    try:
        if interaction.response.is_done():
            await interaction.followup.send(text, ephemeral=True)
        else:
            await interaction.response.send_message(text, ephemeral=True)
    except discord.HTTPException as refused:
        log.warning("the apology did not get through: %s", refused)


async def turned_away(interaction: "discord.Interaction[GpuBot]") -> bool:
    """Whether the bot is shutting down, which the person is then told."""
    if not interaction.client.closing:
        return False
    if interaction.type is not discord.InteractionType.autocomplete:
        text = interaction.client.desk.say(choose(None, interaction.locale.value, ""), "chat.restarting")
        await interaction.response.send_message(text, ephemeral=True)
    return True
