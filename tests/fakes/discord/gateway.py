"""The gateway: sessions over web sockets with HELLO, IDENTIFY, RESUME, heartbeats, shards and compression."""

import asyncio
import json
import secrets
import time
import zlib
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from tests.fakes.discord.refusals import JSON
from tests.fakes.discord.world import World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 3, 6, 7, 9, 10, 11
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = MESSAGE_CONTENT | 1 << 1 | 1 << 8


class Closed(Exception):
    """The gateway closes the connection with a code of its own."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass
class Session:
    """One shard's session; outlives its connection, so that it can be resumed."""

    id: str
    intents: int
    shard: tuple[int, int]
    wire: "Wire | None" = None
    sequence: int = 0
    sent: list[JSON] = field(default_factory=list)

    async def dispatch(self, event: str, data: JSON) -> None:
        self.sequence += 1
        frame = {"op": DISPATCH, "s": self.sequence, "t": event, "d": data}
        self.sent.append(frame)
        if self.wire is not None and not self.wire.socket.closed:
            await self.wire.send(frame)


class Wire:
    """One web socket, compressed as the client asked."""

    def __init__(self, socket: web.WebSocketResponse, compress: str | None) -> None:
        self.socket = socket
        self._deflate = zlib.compressobj() if compress == "zlib-stream" else None

    async def send(self, frame: JSON) -> None:
        text = json.dumps(frame, ensure_ascii=False)
        if self._deflate is None:
            await self.socket.send_str(text)
        else:
            packed = self._deflate.compress(text.encode())
            await self.socket.send_bytes(packed + self._deflate.flush(zlib.Z_SYNC_FLUSH))


class Gateway:
    """Accepts shards and hands them events."""

    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self._token = token
        self.url = ""
        self.shards = 1
        self.content_allowed = True
        self.seconds_between_identifies = 5.0
        self.sessions: dict[str, Session] = {}
        self.identified: list[JSON] = []
        self.resumed = 0
        self._last_identify = -60.0
        self.refuse_resume = False
        self.says_goodbye = True
        self._shut = asyncio.Event()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from HELLO until either side goes."""
        socket = web.WebSocketResponse(max_msg_size=4096, autoclose=self.says_goodbye)
        await socket.prepare(request)
        wire, session = Wire(socket, request.query.get("compress")), None
        await wire.send({"op": HELLO, "d": {"heartbeat_interval": 41250}})
        try:
            if request.query.get("v") != "10" or request.query.get("encoding") != "json":
                raise Closed(4012, f"gateway version {dict(request.query)}")
            async for received in socket:
                if received.type is not WSMsgType.TEXT:
                    raise Closed(4002, "decode error")
                session = await self._receive(wire, session, json.loads(received.data))
            if not self.says_goodbye:
                await self._shut.wait()
        except Closed as closed:
            await socket.close(code=closed.code, message=closed.reason.encode())
        finally:
            if session is not None and session.wire is wire:
                session.wire = None
        return socket

    async def _receive(self, wire: Wire, session: Session | None, frame: JSON) -> Session | None:
        match frame["op"]:
            case 1:
                await wire.send({"op": ACK})
            case 2 if session is None:
                return await self._identify(wire, frame["d"])
            case 6 if session is None:
                return await self._resume(wire, frame["d"])
            case 2 | 6:
                raise Closed(4005, "already authenticated")
            case 3 if session is not None:
                pass
            case unknown:
                raise Closed(4001 if session else 4003, f"opcode {unknown}")
        return session

    async def _identify(self, wire: Wire, data: JSON) -> Session | None:
        self.identified.append(data)
        if data["token"] != self._token:
            raise Closed(4004, "authentication failed")
        if data["intents"] & PRIVILEGED & ~(MESSAGE_CONTENT if self.content_allowed else 0):
            raise Closed(4014, "disallowed intents")
        shard = tuple(data.get("shard", (0, 1)))
        if not 0 <= shard[0] < shard[1]:
            raise Closed(4010, "invalid shard")
        now = time.monotonic()
        if now - self._last_identify < self.seconds_between_identifies:
            await wire.send({"op": INVALID, "d": False})
            return None
        self._last_identify = now
        session = Session(secrets.token_hex(16), data["intents"], (shard[0], shard[1]), wire)
        self.sessions[session.id] = session
        await self._welcome(session)
        return session

    async def _welcome(self, session: Session) -> None:
        guilds = [g for g in self._world.guilds.values() if self._shard_of(g.id, session.shard[1]) == session.shard[0]]
        ready = {
            "v": 10,
            "user": self._world.bot.payload(),
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
            "shard": list(session.shard),
            "application": {"id": self._world.application, "flags": 0},
        }
        await session.dispatch("READY", ready)
        for guild in guilds:
            await session.dispatch("GUILD_CREATE", guild.payload(self._world.bot))

    async def _resume(self, wire: Wire, data: JSON) -> Session | None:
        session = self.sessions.get(data["session_id"])
        if session is None or self.refuse_resume or data["token"] != self._token:
            await wire.send({"op": INVALID, "d": False})
            return None
        self.resumed += 1
        session.wire = wire
        for frame in [frame for frame in session.sent if frame["s"] > data["seq"]]:
            await wire.send(frame)
        await session.dispatch("RESUMED", {})
        return session

    @staticmethod
    def _shard_of(guild: str | None, shards: int) -> int:
        return (int(guild) >> 22) % shards if guild else 0

    def connected(self) -> list[Session]:
        """The sessions with a live connection."""
        return [session for session in self.sessions.values() if session.wire is not None]

    async def dispatch(self, event: str, data: JSON, guild: str | None) -> None:
        """Send an event to the shard it belongs to, each as its intents allow."""
        for session in list(self.sessions.values()):
            if self._shard_of(guild, session.shard[1]) == session.shard[0]:
                if event == "MESSAGE_CREATE":
                    await self._message(session, data)
                else:
                    await session.dispatch(event, data)

    async def _message(self, session: Session, data: JSON) -> None:
        private = "guild_id" not in data
        if not session.intents & (DIRECT_MESSAGES if private else GUILD_MESSAGES):
            return
        bot = self._world.bot.id
        sees_all = session.intents & MESSAGE_CONTENT or private or data["author"]["id"] == bot
        if not sees_all and bot not in {user["id"] for user in data["mentions"]}:
            data = {**data, "content": "", "embeds": [], "components": [], "attachments": []}
        await session.dispatch("MESSAGE_CREATE", data)

    async def cut(self, code: int = 4000) -> None:
        """Break every connection, as a gateway node that goes away does."""
        for session in self.connected():
            wire: Any = session.wire
            await wire.socket.close(code=code, message=b"")

    async def shutdown(self) -> None:
        """Close what is still open when the server stops."""
        self._shut.set()
        await self.cut(WSCloseCode.GOING_AWAY)
