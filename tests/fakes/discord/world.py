"""What exists on the fake Discord: people, guilds, channels, messages and interactions."""

import asyncio
import time
from dataclasses import dataclass, field

from tests.fakes.discord.refusals import JSON

EPOCH = 1420070400000
TEXT, DM, THREAD = 0, 1, 11
MANAGE_GUILD, VIEW, SEND, EMBED, HISTORY, SEND_IN_THREADS = 1 << 5, 1 << 10, 1 << 11, 1 << 14, 1 << 16, 1 << 38
EVERYONE_MAY = VIEW | SEND | EMBED | HISTORY | SEND_IN_THREADS


class Snowflakes:
    """Ids that rise with time, as Discord's do."""

    def __init__(self) -> None:
        self._number = 0

    def next(self) -> str:
        self._number += 1
        return str(((int(time.time() * 1000) - EPOCH) << 22) | (self._number & 0x3FFFFF))


@dataclass
class User:
    id: str
    name: str
    bot: bool = False
    locale: str = "zh-TW"
    manager: bool = False

    def payload(self) -> JSON:
        return {
            "id": self.id,
            "username": self.name,
            "discriminator": "0",
            "avatar": None,
            "global_name": self.name,
            "bot": self.bot,
        }


@dataclass
class Guild:
    id: str
    name: str
    locale: str = "en-US"
    channels: list["Channel"] = field(default_factory=list)

    def payload(self, bot: User) -> JSON:
        return {
            "id": self.id,
            "name": self.name,
            "unavailable": False,
            "owner_id": "1",
            "member_count": 3,
            "preferred_locale": self.locale,
            "features": [],
            "roles": [role(self.id, "@everyone", EVERYONE_MAY), role(bot_role(self.id), bot.name, 0, bot.id)],
            "channels": [channel.payload() for channel in self.channels if channel.kind == TEXT],
            "threads": [channel.payload() for channel in self.channels if channel.kind == THREAD],
            "members": [{**member(bot), "roles": [bot_role(self.id)]}],
        }


def role(id_: str, name: str, permissions: int, bot: str | None = None) -> JSON:
    tags = {"tags": {"bot_id": bot}} if bot else {}
    return {"id": id_, "name": name, "permissions": str(permissions), "position": int(bool(bot)), "color": 0, **tags}


def bot_role(guild: str) -> str:
    """The role that Discord makes for the bot when it joins; people can mention it by mistake."""
    return str(int(guild) + 1)


def member(user: User) -> JSON:
    return {"user": user.payload(), "roles": [], "flags": 0, "joined_at": "2026-01-01T00:00:00+00:00", "nick": None}


@dataclass
class Channel:
    id: str
    name: str
    kind: int = TEXT
    guild: Guild | None = None
    parent: "Channel | None" = None
    denied: int = 0
    with_user: User | None = None
    posted: "asyncio.Queue[JSON]" = field(default_factory=asyncio.Queue)

    @property
    def allowed(self) -> int:
        """What the bot may do here."""
        return EVERYONE_MAY & ~(self.denied | (self.parent.denied if self.parent else 0))

    def payload(self) -> JSON:
        common: JSON = {"id": self.id, "type": self.kind}
        if self.guild is None:
            return common | {"recipients": [self.with_user.payload()] if self.with_user else []}
        common |= {"name": self.name, "position": 0, "guild_id": self.guild.id}
        if self.parent is not None:
            return common | _thread(self.parent)
        deny = {"id": self.guild.id, "type": 0, "allow": "0", "deny": str(self.denied)}
        return common | {"permission_overwrites": [deny] if self.denied else []}


def _thread(parent: Channel) -> JSON:
    metadata = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": "2026-01-01T00:00:00+00:00"}
    return {
        "parent_id": parent.id,
        "owner_id": "1",
        "last_message_id": None,
        "message_count": 1,
        "member_count": 1,
        "thread_metadata": {**metadata, "locked": False},
    }


@dataclass
class Interaction:
    """One thing a person did in the client, and what the bot made of it."""

    id: str
    token: str
    kind: int
    channel: Channel
    message: JSON | None = None
    opened: float = field(default_factory=time.monotonic)
    callback: JSON | None = None
    original: JSON | None = None
    followups: list[JSON] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def deferred(self) -> bool:
        return self.callback is not None and self.callback["type"] in {5, 6}


class World:
    """All of it, by id."""

    def __init__(self) -> None:
        self.snowflakes = Snowflakes()
        self.users: dict[str, User] = {}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}
        self.messages: dict[str, JSON] = {}
        self.interactions: dict[str, Interaction] = {}
        self.commands: list[JSON] = []
        self.bot = self.user("gpubot", bot=True)
        self.application = self.bot.id

    def user(self, name: str, *, bot: bool = False, locale: str = "zh-TW", manager: bool = False) -> User:
        user = User(self.snowflakes.next(), name, bot, locale, manager)
        self.users[user.id] = user
        return user

    def guild(self, name: str = "guild", id_: str | None = None) -> Guild:
        guild = Guild(id_ or self.snowflakes.next(), name)
        self.guilds[guild.id] = guild
        return guild

    def channel(self, guild: Guild | None, name: str = "general", *, denied: int = 0) -> Channel:
        return self._add(Channel(self.snowflakes.next(), name, TEXT, guild, denied=denied))

    def thread(self, parent: Channel, name: str = "thread") -> Channel:
        return self._add(Channel(self.snowflakes.next(), name, THREAD, parent.guild, parent))

    def direct(self, user: User) -> Channel:
        known = (channel for channel in self.channels.values() if channel.with_user is user)
        return next(known, None) or self._add(Channel(self.snowflakes.next(), "dm", DM, with_user=user))

    def _add(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild is not None:
            channel.guild.channels.append(channel)
        return channel

    def message(self, channel: Channel, author: User, body: JSON, **more: object) -> JSON:
        """A message as the API shows it, remembered under its id."""
        message: JSON = {
            "id": self.snowflakes.next(),
            "type": 0,
            "channel_id": channel.id,
            "author": author.payload(),
            "content": body.get("content") or "",
            "embeds": body.get("embeds") or [],
            "components": body.get("components") or [],
            "flags": body.get("flags", 0),
            "attachments": [],
            "mentions": [],
            "mention_roles": [],
            "mention_everyone": False,
            "pinned": False,
            "tts": False,
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            **more,
        }
        self.messages[message["id"]] = message
        return message


def as_api_shows(message: JSON) -> JSON:
    """A message without what only this server notes about it."""
    return {key: value for key, value in message.items() if key not in {"pings", "ephemeral", "files"}}
