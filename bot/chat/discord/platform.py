"""Connecting to Discord, serving, and leaving in good order."""

import asyncio
import logging

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.chat.cooldowns import Cooldowns
from bot.chat.desk import Desk
from bot.chat.discord.client import Connection, GpuBot
from bot.chat.discord.complaints import QuietAboutLateness
from bot.chat.discord.wiring import HANDLERS, assemble
from bot.service import Service
from bot.settings import Settings, StartupError

log = logging.getLogger(__name__)

_SECONDS_TO_FINISH = 2.0
_SECONDS_TO_DISCONNECT = 0.5


def connect(service: Service, settings: Settings) -> "DiscordPlatform":
    """The bot on Discord as the settings want it; a StartupError says what is wrong with them."""
    if settings.discord_token is None:
        raise StartupError("DISCORD_TOKEN is not set")
    if settings.discord_shard_ids and settings.discord_shard_count is None:
        raise StartupError("DISCORD_SHARD_IDS needs DISCORD_SHARD_COUNT, the number of all shards, beside it")
    if settings.discord_api_url is not None:
        Route.BASE = str(settings.discord_api_url).rstrip("/")
    if settings.discord_gateway_url is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(str(settings.discord_gateway_url))
    # The library warns of what it lacks to speak; this bot only writes.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    connection = Connection(
        message_content=settings.discord_message_content,
        shard_ids=settings.discord_shard_ids,
        shard_count=settings.discord_shard_count,
        through_proxy=settings.discord_gateway_url is not None,
    )
    desk = Desk(service, Cooldowns.connect(settings.rate_limit_url))
    return DiscordPlatform(settings.discord_token.get_secret_value(), desk, connection)


class DiscordPlatform:
    """The bot on Discord, from the first request to the last."""

    name = "discord"

    def __init__(self, token: str, desk: Desk, connection: Connection) -> None:
        self._token = token
        self._desk = desk
        self._connection = connection
        self._bot: GpuBot | None = None
        self._stop = asyncio.Event()
        self._stopped = asyncio.Event()

    async def run(self) -> None:
        """Serve until closed. A StartupError says in one sentence why Discord cannot be served."""
        serving = asyncio.create_task(self._serve(), name="discord")
        stopping = asyncio.create_task(self._stop.wait(), name="discord-stop")
        try:
            await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
            if not serving.done():
                await self._finish_answers()
        finally:
            stopping.cancel()
            await _end(serving)
            self._stopped.set()
        if serving.done() and not serving.cancelled():
            serving.result()

    async def close(self) -> None:
        """Take nothing new, finish what is being answered, disconnect."""
        self._stop.set()
        await self._stopped.wait()

    async def _finish_answers(self) -> None:
        if self._bot is not None:
            self._bot.closing = True
            await self._bot.inflight.finish(_SECONDS_TO_FINISH)

    async def _serve(self) -> None:
        logging.getLogger("discord.app_commands.tree").addFilter(QuietAboutLateness())
        try:
            await self._connect_as_allowed()
        except discord.LoginFailure:
            sentence = "Discord refuses DISCORD_TOKEN; copy the bot's token anew from the developer portal"
            raise StartupError(sentence) from None
        except (aiohttp.ClientError, discord.DiscordException) as error:
            raise StartupError(f"Discord cannot be served: {error}") from error

    async def _connect_as_allowed(self) -> None:
        """Connect; without message content where the application may not have it, which is said once."""
        if self._connection.message_content:
            try:
                await self._connect(self._connection)
            except discord.PrivilegedIntentsRequired:
                pass
            else:
                return
        log.warning(
            "Discord gives this bot no message content: it answers commands, mentions, replies and private messages, "
            "but cannot overhear. The intent is turned on in the developer portal."
        )
        await self._connect(self._connection.without_message_content())

    async def _connect(self, connection: Connection) -> None:
        async with GpuBot(self._desk, HANDLERS, connection) as bot:
            self._bot = bot
            await assemble(bot)
            await bot.start(self._token)


async def _end(serving: asyncio.Task[None]) -> None:
    """Disconnect by cancelling; a Discord that does not say goodbye in return is not waited for."""
    for _ in range(2):
        serving.cancel()
        done, _still = await asyncio.wait([serving], timeout=_SECONDS_TO_DISCONNECT)
        if done:
            return
