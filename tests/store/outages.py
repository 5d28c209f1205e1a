"""Databases that go away and come back, for as long as a test wants."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from sqlalchemy import make_url


class Outage(Protocol):
    """A database under `url` that can be taken away."""

    url: str

    async def stop(self) -> None:
        """Take the database away."""

    async def start(self) -> None:
        """Bring it back."""


class CutLine:
    """A TCP proxy before a PostgreSQL server: stopped, it breaks every connection and takes no new one."""

    def __init__(self, url: str) -> None:
        self._target = make_url(url)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._port = 0
        self.url = url

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]
        self.url = self._target.set(host="127.0.0.1", port=self._port).render_as_string(hide_password=False)

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        if self._server is not None:
            await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far = await asyncio.open_connection(self._target.host, self._target.port)
        self._writers |= {writer, far[1]}
        try:
            await asyncio.gather(_pump(reader, far[1]), _pump(far[0], writer))
        finally:
            self._writers -= {writer, far[1]}
            writer.close()
            far[1].close()


class LockedFile:
    """A SQLite file that somebody else keeps locked."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._lock: sqlite3.Connection | None = None

    async def stop(self) -> None:
        self._lock = sqlite3.connect(make_url(self.url).database or "", isolation_level=None)
        self._lock.execute("BEGIN EXCLUSIVE")

    async def start(self) -> None:
        if self._lock is not None:
            self._lock.close()


@asynccontextmanager
async def outage_of(url: str) -> AsyncIterator[Outage]:
    """The database of `url`, as it can be reached until it is stopped."""
    outage: Outage = LockedFile(url) if url.startswith("sqlite") else CutLine(url)
    await outage.start()
    try:
        yield outage
    finally:
        if isinstance(outage, CutLine):
            await outage.stop()
        else:
            await outage.start()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()
