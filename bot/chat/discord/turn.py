"""One turn of a conversation by commands, buttons and forms: who acts, where, and how to answer them.

This is the boundary of the process towards Discord: what goes wrong in a turn ends here, as one sentence with an id.
"""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import discord

from bot.chat.desk import Desk
from bot.chat.discord.client import GpuBot
from bot.chat.discord.complaints import complain
from bot.chat.discord.page import Page
from bot.chat.discord.places import guild_chat
from bot.chat.languages import choose
from bot.service import Asker

PLATFORM = "discord"


@dataclass(frozen=True, slots=True)
class Turn:
    """An interaction being served."""

    interaction: discord.Interaction[GpuBot]
    setting: str | None

    @property
    def desk(self) -> Desk:
        """Where questions go."""
        return self.interaction.client.desk

    @property
    def asker(self) -> Asker:
        """Who acts, in which channel."""
        chat = self.interaction.channel_id
        return Asker(PLATFORM, str(chat) if chat else None, str(self.interaction.user.id))

    @property
    def guild_asker(self) -> Asker:
        """Who acts, in which guild (or, outside of guilds, channel): curators are named for a guild."""
        return Asker(PLATFORM, guild_chat(self.interaction), str(self.interaction.user.id))

    def language(self, text: str = "") -> str:
        """The language to answer in."""
        return choose(self.setting, self.interaction.locale.value, text)

    def say(self, key: str, **params: object) -> str:
        """A message of the catalogue in the person's language."""
        return self.desk.say(self.language(), key, **params)

    async def show(self, page: Page, *, private: bool = True) -> None:
        """Answer with a page, seen by everybody or by the person alone."""
        if self.interaction.response.is_done():
            await self.interaction.followup.send(ephemeral=private, **page.to_send())
        else:
            await self.interaction.response.send_message(ephemeral=private, **page.to_send())

    async def think(self) -> None:
        """Ask Discord for more than its three seconds; the answer is for the person alone."""
        await self.interaction.response.defer(ephemeral=True, thinking=True)

    async def tell(self, key: str, **params: object) -> None:
        """Answer with one sentence, for the person alone."""
        await self.show(Page(self.say(key, **params)))

    async def change(self, page: Page) -> None:
        """Replace the message whose button or menu was used."""
        await self.interaction.response.edit_message(**page.to_edit())

    async def hand_over(self, text: str, name: str, content: bytes) -> None:
        """Answer with a file, for the person alone, after some thinking."""
        file = discord.File(io.BytesIO(content), name)
        await self.interaction.followup.send(text, file=file, ephemeral=True)


@asynccontextmanager
async def serving(interaction: discord.Interaction[GpuBot]) -> AsyncIterator[Turn]:
    """The turn of an interaction; errors inside the block are told to the person and logged under the same id."""
    bot = interaction.client
    try:
        with bot.inflight.one():
            settings = await bot.desk.service.chat_settings(PLATFORM, guild_chat(interaction))
            yield Turn(interaction, settings.language)
    except Exception as error:  # noqa: BLE001 - the boundary of the process
        await complain(interaction, error)
