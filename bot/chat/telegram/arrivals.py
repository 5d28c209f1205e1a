"""Updates as they arrive, by whichever way: each in a task of its own, each handled once however often it comes."""

import asyncio
import logging
from collections import OrderedDict
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Update
from limits.aio.storage import Storage
from limits.errors import StorageError
from pydantic import ValidationError

from bot.chat.trouble import incident

log = logging.getLogger(__name__)

DAY = 24 * 60 * 60  # Telegram keeps updates no longer


class Seen:
    """Which updates came before: to this process, and with a shared storage to any process behind the same address."""

    def __init__(self, shared: Storage | None = None, remembered: int = 10_000) -> None:
        self._shared = shared
        self._remembered = remembered
        self._recent: OrderedDict[int, None] = OrderedDict()

    async def first(self, update: int, bot: int) -> bool:
        """Whether this update is new. When the shared storage cannot say, people are answered all the same."""
        if update in self._recent:
            return False
        self._recent[update] = None
        if len(self._recent) > self._remembered:
            self._recent.popitem(last=False)
        if self._shared is None:
            return True
        try:
            return await self._shared.incr(f"telegram/{bot}/{update}", DAY) == 1
        except StorageError as error:
            log.warning("updates delivered to two processes are not noticed: %s", error.storage_error)
            return True


class Arrivals:
    """Hands updates to the handlers, side by side, and knows which are still being handled."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, seen: Seen) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._seen = seen
        self._handling: set[asyncio.Task[None]] = set()

    def take(self, raw: dict[str, Any]) -> None:
        """Begin to handle an update. One that cannot be read is passed over, or it would hold up all after it."""
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except ValidationError as error:
            log.warning("an update could not be read: %s", error.errors(include_input=False, include_url=False)[:3])
            return
        task = asyncio.create_task(self._handle(update))
        self._handling.add(task)
        task.add_done_callback(self._handling.discard)

    async def finish(self, seconds: float) -> bool:
        """Wait until everything is handled, but no longer than this; whether all of it was."""
        if not self._handling:
            return True
        _, unfinished = await asyncio.wait(self._handling, timeout=seconds)
        return not unfinished

    async def _handle(self, update: Update) -> None:
        try:
            if await self._seen.first(update.update_id, self._bot.id):
                await self._dispatcher.feed_update(self._bot, update)
        except Exception as error:  # noqa: BLE001 - the boundary of the process; handlers tell people before this
            incident(error, "handling a Telegram update")
