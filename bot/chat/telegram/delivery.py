"""Requests that reach Telegram in spite of flood control and short outages, each chat waiting for itself only."""

import asyncio
import json
import logging

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

log = logging.getLogger(__name__)

PASSING = (TelegramNetworkError, TelegramServerError, ClientDecodeError)


class Delivery(BaseRequestMiddleware):
    """Waits as long as Telegram asks (429) before writing to the same chat again, and tries again after an outage."""

    def __init__(self, tries: int = 4, longest: float = 60, pause: float = 0.3) -> None:
        """Give up after so many tries, or when asked to wait longer than `longest` seconds."""
        self._tries = tries
        self._longest = longest
        self._pause = pause
        self._not_before: dict[object, float] = {}
        self._shapes: dict[str, object] = {}

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        """Make one request, as often as it takes within reason."""
        self._hold(method)
        if method.__api_method__ == "getUpdates":  # has a rhythm of its own
            return await make_request(bot, method)
        chat = getattr(method, "chat_id", method.__api_method__)
        tries = 1
        while True:
            await self._turn(chat)
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as flood:
                self._not_before[chat] = asyncio.get_running_loop().time() + flood.retry_after
                if tries == self._tries or flood.retry_after > self._longest:
                    raise
                log.warning("%s has to wait %d s: flood control", method.__api_method__, flood.retry_after)
            except PASSING as outage:
                if tries == self._tries or _is_an_answer(outage):
                    raise
                log.warning("%s did not get through: %s", method.__api_method__, type(outage).__name__)
                await asyncio.sleep(self._pause)
            tries += 1

    def _hold(self, method: TelegramMethod[TelegramType]) -> None:
        """Keep the model that the answer is read with: pydantic lets go of it otherwise, and takes 5 ms to build it."""
        if method.__api_method__ not in self._shapes:
            self._shapes[method.__api_method__] = Response[method.__returning__]  # type: ignore[name-defined]

    async def _turn(self, chat: object) -> None:
        """Until this chat may be written to again."""
        left = self._not_before.get(chat, 0) - asyncio.get_running_loop().time()
        if left > 0:
            await asyncio.sleep(left)
            await self._turn(chat)
        else:
            self._not_before.pop(chat, None)


def _is_an_answer(outage: Exception) -> bool:
    """Whether Telegram did what was asked and only its answer could not be read: asking again would do it twice."""
    return isinstance(outage, ClientDecodeError) and not isinstance(outage.original, json.JSONDecodeError)
