"""Long polling: asking Telegram for updates, and telling it which were taken."""

import asyncio
import logging
from typing import Any

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.utils.backoff import Backoff, BackoffConfig

from bot.chat.telegram.arrivals import Arrivals

log = logging.getLogger(__name__)

WAIT_SECONDS = 25
ANSWER_SECONDS = 10
CONFIRM_SECONDS = 1


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without reading them, since one that cannot be read must not hold up the others."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class Polling:
    """Asks again and again. The offset of each request confirms what the one before it brought."""

    def __init__(self, bot: Bot, arrivals: Arrivals, kinds: list[str], retry: BackoffConfig) -> None:
        self._bot = bot
        self._arrivals = arrivals
        self._kinds = kinds
        self._backoff = Backoff(retry)
        self._offset: int | None = None

    async def run(self) -> None:
        """Take updates until cancelled; while Telegram cannot be reached, ask less and less often."""
        while True:
            try:
                await self._take()
                self._backoff.reset()
            except TelegramRetryAfter as flood:
                await asyncio.sleep(flood.retry_after)
            except (TelegramAPIError, ClientDecodeError) as outage:
                log.warning("no updates, trying again: %s", outage)
                await asyncio.sleep(next(self._backoff))

    async def confirm(self) -> None:
        """Tell Telegram what was taken, or the next process would answer the last updates again."""
        if self._offset is None:
            return
        try:
            await self._bot(RawUpdates(offset=self._offset, limit=1, timeout=0), request_timeout=CONFIRM_SECONDS)
        except (TelegramAPIError, ClientDecodeError) as outage:
            log.warning("the last updates may come again: %s", outage)

    async def _take(self) -> None:
        request = RawUpdates(offset=self._offset, timeout=WAIT_SECONDS, allowed_updates=self._kinds)
        for update in await self._bot(request, request_timeout=WAIT_SECONDS + ANSWER_SECONDS):
            self._arrivals.take(update)
            self._offset = update["update_id"] + 1
