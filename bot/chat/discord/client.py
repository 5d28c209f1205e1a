"""The connection to Discord: what it listens to, and what it must never do."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.chat.actions import Action, Verb
from bot.chat.desk import Desk
from bot.chat.discord.complaints import complain, turned_away
from bot.chat.discord.translator import CatalogueTranslator, put_into_words
from bot.chat.inflight import InFlight

if TYPE_CHECKING:
    from bot.chat.discord.turn import Turn

Handler = Callable[["Turn", Action, tuple[str, ...]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Connection:
    """How to connect: which shards this process serves, and whether Discord lets it read messages not meant for it."""

    message_content: bool = True
    shard_ids: tuple[int, ...] = ()
    shard_count: int | None = None
    through_proxy: bool = False

    def without_message_content(self) -> "Connection":
        """The same, hearing only what is meant for the bot."""
        return replace(self, message_content=False)


class GpuBot(commands.AutoShardedBot):
    """The bot's Discord client. `handlers` says what each button and menu does."""

    def __init__(self, desk: Desk, handlers: Mapping[Verb, Handler], connection: Connection) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        intents.message_content = connection.message_content
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Tree,
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            shard_ids=list(connection.shard_ids) or None,  # type: ignore[arg-type]  # None, its default, means all
            shard_count=connection.shard_count,
        )
        self.desk = desk
        self.handlers = handlers
        self.inflight = InFlight()
        self.closing = False
        self._through_proxy = connection.through_proxy

    async def setup_hook(self) -> None:
        """Register the commands, in every language, before connecting."""
        put_into_words(self.tree, self.desk)
        await self.tree.set_translator(CatalogueTranslator(self.desk))
        await self.tree.sync()
        if self._through_proxy and self.shard_count is None:
            # Left to itself the library would ask Discord for the gateway's address together with the shard count.
            self.shard_count, _, _ = await self.http.get_bot_gateway()

    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: there are no prefix commands; questions in channels are for the cog that listens."""


class Tree(app_commands.CommandTree[GpuBot]):
    """What happens before a command's own code runs."""

    async def interaction_check(self, interaction: discord.Interaction[GpuBot], /) -> bool:
        """Take no new commands while shutting down."""
        return not await turned_away(interaction)

    async def on_error(self, interaction: discord.Interaction[GpuBot], error: app_commands.AppCommandError, /) -> None:
        """Tell of an outdated command or an option that does not fit; other errors end where the command is served."""
        await complain(interaction, error)
