"""How often one person, and one chat, may ask: counted in memory, or in Redis for several processes."""

import logging
import time
from dataclasses import dataclass

from limits import RateLimitItem, parse
from limits.aio.storage import Storage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from limits.errors import StorageError
from limits.storage import storage_from_string

log = logging.getLogger(__name__)

_NOTICE = parse("1 per 15 second")


@dataclass(frozen=True, slots=True)
class Pause:
    """One has to wait. `told` is True when this was said a moment ago, so that a chat need not hear it again."""

    seconds: int
    told: bool


class Cooldowns:
    """Counts questions by person and by chat. When the count cannot be reached, people are answered all the same."""

    def __init__(self, storage: Storage, person: RateLimitItem, chat: RateLimitItem) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(storage)
        self._person = person
        self._chat = chat

    @staticmethod
    def connect(url: str, person: str = "6 per 10 second", chat: str = "60 per 10 second") -> "Cooldowns":
        """Cooldowns counted at `url`: `async+memory://` or `async+redis://host:port/0`."""
        storage = storage_from_string(url, wrap_exceptions=True, connect_timeout=0.5, stream_timeout=0.5)
        if not isinstance(storage, Storage):
            raise TypeError(f"{url} is no storage for asynchronous use; its scheme has to start with async+")
        return Cooldowns(storage, parse(person), parse(chat))

    async def pause(self, platform: str, chat: str | None, person: str | None) -> Pause | None:
        """Count one question; the pause to keep when it is one too many, else None."""
        try:
            if person is not None and (pause := await self._hit(self._person, platform, "person", person)):
                return pause
            if chat is not None:
                return await self._hit(self._chat, platform, "chat", chat)
        except StorageError as error:
            log.warning("cooldowns are not counted, their storage does not answer: %s", error.storage_error)
        return None

    async def _hit(self, item: RateLimitItem, *whose: str) -> Pause | None:
        if await self._limiter.hit(item, *whose):
            return None
        stats = await self._limiter.get_window_stats(item, *whose)
        seconds = max(1, round(stats.reset_time - time.time()))
        return Pause(seconds, told=not await self._limiter.hit(_NOTICE, *whose, "notice"))
