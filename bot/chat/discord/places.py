"""Which chat a setting belongs to: the guild, the channel, or, for a thread, the channel it hangs in."""

from typing import TYPE_CHECKING

import discord
from discord.abc import Snowflake

if TYPE_CHECKING:
    from bot.chat.discord.client import GpuBot


def guild_chat(interaction: "discord.Interaction[GpuBot]") -> str:
    """The chat whose language and curators count: the guild, or the channel where there is none."""
    return guild_id(interaction.guild_id) or str(interaction.channel_id)


def guild_id(guild: int | None) -> str | None:
    """The id under which the settings of a guild are kept."""
    return f"guild:{guild}" if guild is not None else None


def listening_chat(channel: Snowflake | None) -> str:
    """The channel whose managers decide whether the bot listens; threads inherit from their parent."""
    if isinstance(channel, discord.Thread):
        return str(channel.parent_id)
    return str(channel.id) if channel is not None else ""
