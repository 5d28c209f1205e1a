"""The bot's connection to Telegram: long polling, or a webhook on the small web server that also serves health."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from aiogram.methods import SetWebhook
from aiogram.types import User
from aiogram.utils.backoff import Backoff, BackoffConfig
from aiogram.utils.token import TokenValidationError
from aiohttp import web
from limits.aio.storage import Storage
from limits.storage import storage_from_string

from bot.chat.cooldowns import Cooldowns
from bot.chat.desk import Desk
from bot.chat.telegram.arrivals import Arrivals, Seen
from bot.chat.telegram.delivery import Delivery
from bot.chat.telegram.dispatching import dispatcher
from bot.chat.telegram.polling import Polling
from bot.chat.telegram.profile import introduce
from bot.chat.telegram.webhook import Webhook, derived_secret
from bot.service import Service
from bot.settings import Settings, StartupError

log = logging.getLogger(__name__)

T = TypeVar("T")

GRACE_SECONDS = 2.0
RETRY = BackoffConfig(min_delay=1.0, max_delay=30.0, factor=2.0, jitter=0.1)


def connect(service: Service, settings: Settings, web_app: web.Application) -> "Telegram":
    """The connection that the settings describe. With a webhook it adds its route to `web_app`."""
    if settings.telegram_token is None:
        raise StartupError("TELEGRAM_TOKEN is not set")
    token = settings.telegram_token.get_secret_value()
    webhook = None
    if settings.telegram_webhook_url:
        secret = settings.telegram_webhook_secret
        given = secret.get_secret_value() if secret else derived_secret(token)
        webhook = Webhook(str(settings.telegram_webhook_url), given)
        web_app.router.add_post(webhook.path, webhook.receive)
    desk = Desk(service, Cooldowns.connect(settings.rate_limit_url))
    return Telegram(_bot(token, settings), desk, Seen(_shared(settings.rate_limit_url)), webhook)


def _bot(token: str, settings: Settings) -> Bot:
    api = settings.telegram_api_url
    session = AiohttpSession(api=TelegramAPIServer.from_base(str(api)) if api else PRODUCTION)
    session.middleware(Delivery())
    default = DefaultBotProperties(
        parse_mode=ParseMode.HTML, link_preview_is_disabled=True, allow_sending_without_reply=True
    )
    try:
        return Bot(token, session=session, default=default)
    except TokenValidationError:
        raise StartupError("TELEGRAM_TOKEN is no bot token; those of BotFather look like 123456:ABC-DEF") from None


def _shared(url: str) -> Storage | None:
    """The storage that several processes share, if there is one: a process's own memory needs no help to remember."""
    storage = None if "memory" in url else storage_from_string(url, wrap_exceptions=True)
    return storage if isinstance(storage, Storage) else None


class Telegram:
    """One bot on Telegram, from the first greeting to the last answer."""

    name = "telegram"

    def __init__(
        self, bot: Bot, desk: Desk, seen: Seen, webhook: Webhook | None = None, retry: BackoffConfig = RETRY
    ) -> None:
        self._bot = bot
        self._desk = desk
        self._seen = seen
        self._webhook = webhook
        self._retry = retry
        self._arrivals: Arrivals | None = None
        self._closing = asyncio.Event()
        self._running = asyncio.Lock()

    async def run(self) -> None:
        """Serve until closed. A StartupError says in one sentence what Telegram refuses."""
        async with self._running:
            try:
                if me := await self._insist(self._bot.me):
                    _announce(me)
                    await self._serve(me)
            finally:
                await self._bot.session.close()

    async def close(self) -> None:
        """Take no more updates, finish what is being answered, disconnect."""
        self._closing.set()
        async with self._running:
            pass

    async def settled(self, seconds: float) -> bool:
        """Whether everything that came is answered, within this time."""
        return self._arrivals is None or await self._arrivals.finish(seconds)

    async def _insist(self, ask: Callable[[], Awaitable[T]]) -> T | None:
        """What Telegram answers, however long it cannot be reached; None when closed before it could be."""
        backoff = Backoff(self._retry)
        while not self._closing.is_set():
            try:
                return await ask()
            except (TelegramUnauthorizedError, TelegramNotFound):
                raise StartupError("Telegram refuses TELEGRAM_TOKEN; BotFather shows the right one") from None
            except TelegramBadRequest as refusal:
                raise StartupError(f"Telegram refuses TELEGRAM_WEBHOOK_URL: {refusal.message}") from None
            except (TelegramAPIError, ClientDecodeError) as outage:
                log.warning("Telegram cannot be reached, trying again: %s", outage)
                await self._closed_within(next(backoff))
        return None

    async def _closed_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                return await self._closing.wait()
        except TimeoutError:
            return False

    async def _serve(self, me: User) -> None:
        handlers = dispatcher(self._desk, me)
        kinds = handlers.resolve_used_update_types()
        arrivals = self._arrivals = Arrivals(self._bot, handlers, self._seen)
        introducing = asyncio.create_task(self._introduce())
        try:
            await (self._listen(self._webhook, arrivals, kinds) if self._webhook else self._poll(arrivals, kinds))
        finally:
            introducing.cancel()

    async def _introduce(self) -> None:
        """Bring the profile up to date beside the first answers; a profile is no reason not to answer."""
        try:
            if changed := await introduce(self._bot, self._desk.service.catalogue):
                log.info("brought %d parts of the profile up to date", changed)
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("the profile could not be brought up to date: %s", error)

    async def _listen(self, webhook: Webhook, arrivals: Arrivals, kinds: list[str]) -> None:
        """Take updates at the public address until closed. It stays set: Telegram keeps what comes meanwhile."""
        webhook.open(arrivals)
        setting = SetWebhook(url=webhook.url, secret_token=webhook.secret, allowed_updates=kinds)
        if await self._insist(partial(self._bot, setting)):
            log.info("taking updates at %s", webhook.url)
        await self._closing.wait()
        webhook.shut()
        await self._finish(arrivals)

    async def _poll(self, arrivals: Arrivals, kinds: list[str]) -> None:
        """Ask for updates until closed."""
        info = await self._insist(self._bot.get_webhook_info)
        if info and info.url:
            await self._insist(self._bot.delete_webhook)
        polling = Polling(self._bot, arrivals, kinds, self._retry)
        asking = asyncio.create_task(polling.run())
        asking.add_done_callback(lambda _: self._closing.set())  # it never ends by itself but by a fault
        await self._closing.wait()
        asking.cancel()
        await asyncio.wait([asking])
        await self._finish(arrivals)
        await polling.confirm()
        if not asking.cancelled():
            asking.result()

    async def _finish(self, arrivals: Arrivals) -> None:
        if not await arrivals.finish(GRACE_SECONDS):
            log.warning("closing although answers are unfinished")


def _announce(me: User) -> None:
    log.info("on Telegram as @%s", me.username)
    if not me.can_read_all_group_messages:
        log.warning(
            "privacy mode hides ordinary group messages from @%s: it can overhear only where it is an administrator;"
            " BotFather turns it off with /setprivacy",
            me.username,
        )
