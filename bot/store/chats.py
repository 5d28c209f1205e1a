"""What the managers of each chat chose, kept in memory once read."""

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from time import monotonic
from typing import Any, Unpack

from bot.answering.model import Strictness
from bot.store.database import Database, upsert
from bot.store.ending import ended
from bot.store.tables import ChatRow
from bot.store.values import ChatSettings, SettingsChanges, StoreUnavailable

FRESH_SECONDS = 60.0
"""How long another process's change may take to be seen here."""
RETRY_SECONDS = 5.0
"""How long until a chat is looked up again after the database was away."""
PATIENCE_SECONDS = 0.5
"""How long a reply may wait for the settings of a chat that is not known yet."""
MOST = 50_000
"""Chats kept in memory; with more, the one that came first goes."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """Settings as last seen, and when they are to be looked up again."""

    settings: ChatSettings
    until: float


class Chats:
    """Knows the settings of chats from memory, and never lets a reply wait or fail because the database does."""

    def __init__(self, database: Database, clock: Callable[[], float] = monotonic) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[Key, _Known] = {}
        self._looking: dict[Key, asyncio.Task[None]] = {}

    async def of(self, platform: str, chat: str) -> ChatSettings:
        """The settings of a chat: as last known while the database is away or slow, else the defaults."""
        key = (platform, chat)
        known = self._known.get(key)
        if known is None or self._clock() >= known.until:
            looking = self._looking.get(key) or self._look(key)
            if known is None:
                await asyncio.wait({looking}, timeout=PATIENCE_SECONDS)
                known = self._known.get(key)
        return known.settings if known else ChatSettings()

    async def change(self, platform: str, chat: str, who: str, **changes: Unpack[SettingsChanges]) -> ChatSettings:
        """Change some settings; StoreUnavailable when they could not be kept."""
        row = {**_columns(replace(ChatSettings(), **changes)), "changed": datetime.now(UTC), "changed_by": who}
        # Only what is changed is written, so that another process's change of another setting stays.
        replacing = {*changes, "changed", "changed_by"}
        async with self._database.writing() as session:
            await upsert(session, ChatRow, [{"platform": platform, "chat": chat, **row}], replacing)
            settings = _settings(await session.get(ChatRow, (platform, chat)))
        return self._remember((platform, chat), settings)

    async def move(self, platform: str, old: str, new: str, who: str) -> ChatSettings:
        """Give a chat the settings it had under its old id (a group that became a supergroup)."""
        was = await self._read(platform, old)
        return await self.change(
            platform, new, who, language=was.language, overheard=was.overheard, strictness=was.strictness,
            curators=was.curators,
        )  # fmt: skip

    async def _read(self, platform: str, chat: str) -> ChatSettings:
        async with self._database.reading() as session:
            return _settings(await session.get(ChatRow, (platform, chat)))

    def _look(self, key: Key) -> asyncio.Task[None]:
        looking = asyncio.create_task(self._look_up(key), name="chat settings")
        self._looking[key] = looking
        looking.add_done_callback(lambda _: self._looking.pop(key))
        return looking

    async def _look_up(self, key: Key) -> None:
        known = self._known.get(key)
        try:
            settings, seconds = await self._read(*key), FRESH_SECONDS
        except StoreUnavailable:
            settings, seconds = known.settings if known else ChatSettings(), RETRY_SECONDS
        # A change that was made here meanwhile is newer than what was read.
        if self._known.get(key) is known:
            self._remember(key, settings, seconds)

    def _remember(self, key: Key, settings: ChatSettings, seconds: float = FRESH_SECONDS) -> ChatSettings:
        self._known[key] = _Known(settings, self._clock() + seconds)
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        return settings

    async def close(self, seconds: float) -> None:
        """Give up what is still being looked up after this time."""
        await ended(self._looking.values(), seconds)


def _settings(row: ChatRow | None) -> ChatSettings:
    if row is None:
        return ChatSettings()
    return ChatSettings(row.language, row.overheard, Strictness(row.strictness), frozenset(row.curators))


def _columns(settings: ChatSettings) -> dict[str, Any]:
    return {**asdict(settings), "strictness": settings.strictness.value, "curators": sorted(settings.curators)}
