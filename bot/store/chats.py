"""What the managers of each chat chose, kept in memory once read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from time import monotonic
from typing import Unpack

from bot.answering.model import Strictness
from bot.store.database import Database, upsert
from bot.store.tables import ChatRow
from bot.store.values import ChatSettings, SettingsChanges, StoreUnavailable

FRESH_SECONDS = 60.0
"""How long another process's change may take to be seen here."""
MOST = 50_000
"""Chats kept in memory; with more, the one that came first goes."""


class Chats:
    """Reads the settings of a chat once a minute at most, and never fails a reply because the database is away."""

    def __init__(self, database: Database, clock: Callable[[], float] = monotonic) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[tuple[str, str], tuple[ChatSettings, float]] = {}

    async def of(self, platform: str, chat: str) -> ChatSettings:
        """The settings of a chat: as last known while the database is away, the defaults where nobody chose any."""
        known, read = self._known.get((platform, chat), (None, 0.0))
        if known is not None and self._clock() - read < FRESH_SECONDS:
            return known
        try:
            settings = await self._read(platform, chat)
        except StoreUnavailable:
            settings = known or ChatSettings()
        return self._remember(platform, chat, settings)

    async def change(self, platform: str, chat: str, who: str, **changes: Unpack[SettingsChanges]) -> ChatSettings:
        """Change some settings; StoreUnavailable when they could not be kept."""
        settings = replace(await self._read(platform, chat), **changes)
        row = {
            "platform": platform,
            "chat": chat,
            "language": settings.language,
            "overheard": settings.overheard,
            "strictness": settings.strictness.value,
            "curators": sorted(settings.curators),
            "changed": datetime.now(UTC),
            "changed_by": who,
        }
        async with self._database.writing() as session:
            await upsert(session, ChatRow, [row])
        return self._remember(platform, chat, settings)

    async def move(self, platform: str, old: str, new: str, who: str) -> ChatSettings:
        """Give a chat the settings it had under its old id (a group that became a supergroup)."""
        was = await self._read(platform, old)
        return await self.change(
            platform, new, who, language=was.language, overheard=was.overheard, strictness=was.strictness,
            curators=was.curators,
        )  # fmt: skip

    async def _read(self, platform: str, chat: str) -> ChatSettings:
        async with self._database.reading() as session:
            row = await session.get(ChatRow, (platform, chat))
        if row is None:
            return ChatSettings()
        return ChatSettings(row.language, row.overheard, Strictness(row.strictness), frozenset(row.curators))

    def _remember(self, platform: str, chat: str, settings: ChatSettings) -> ChatSettings:
        self._known[platform, chat] = (settings, self._clock())
        if len(self._known) > MOST:
            del self._known[next(iter(self._known))]
        return settings
