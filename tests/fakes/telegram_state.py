"""What the Bot API test server knows: people, chats, messages, updates. No HTTP."""

import asyncio
import itertools
import re
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from tests.fakes.telegram_html import units
from tests.fakes.telegram_rules import Json, Refusal, bad

BOT_ID = 42
PATIENCE = 15.0
HIDDEN = frozenset({"html", "content", "asks"})  # what only a test may see of a message
END = re.compile(r"[,.!?,。!?::]+$")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot, as it came."""

    method: str
    fields: dict[str, Any]
    at: float


@dataclass(slots=True)
class Room:
    """A chat: who is in it (status by person id), its topics, and what became of it."""

    id: int
    type: str
    title: str = ""
    members: dict[int, str] = field(default_factory=dict)
    bot: str = "member"
    topics: dict[int, str] = field(default_factory=dict)
    moved_to: int | None = None

    def json(self) -> Json:
        """The chat as updates show it."""
        shown: Json = {"id": self.id, "type": self.type}
        if self.type == "private":
            return {**shown, "first_name": self.title}
        return {**shown, "title": self.title} | ({"is_forum": True} if self.topics else {})


class State:
    """Everything that lasts between two requests, with a way to wait for a change of it."""

    def __init__(self, *, reads_all: bool) -> None:
        self.me: Json = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "GPU",
            "username": "gpubot",
            "can_join_groups": True,
            "can_read_all_group_messages": reads_all,
            "supports_inline_queries": True,
        }
        self.people: dict[int, Json] = {}
        self.rooms: dict[int, Room] = {}
        self.messages: defaultdict[int, dict[int, Json]] = defaultdict(dict)
        self.updates: list[Json] = []
        self.unwanted: list[Json] = []
        self.allowed: list[str] | None = None
        self.calls: list[Call] = []
        self.refused: list[tuple[str, str]] = []
        self.callbacks: dict[str, Json | None] = {}
        self.inline: dict[str, Json | None] = {}
        self.inline_messages: dict[str, Json] = {}
        self.profile: dict[tuple[str, str, str], Any] = {}
        self.floods: dict[int, float] = {}
        self.hammered: list[int] = []
        self.webhook: Json = {"url": "", "secret": ""}
        self.confirmed = 0
        self.changed = asyncio.Condition()
        self._ids = itertools.count(1000)
        self._updates = itertools.count(7_000_001)

    def next_id(self) -> int:
        """An id that nothing else has."""
        return next(self._ids)

    async def wake(self) -> None:
        """Tell everybody who waits that something changed."""
        async with self.changed:
            self.changed.notify_all()

    async def until(self, look: Callable[[], T | None], within: float = PATIENCE) -> T:
        """What `look` finds, as soon as it finds something; the reason why not when it takes too long."""
        try:
            async with asyncio.timeout(within), self.changed:
                while (found := look()) is None:
                    await self.changed.wait()
                return found
        except TimeoutError:
            calls = [(call.method, call.fields.get("text")) for call in self.calls[-5:]]
            raise AssertionError(f"waited in vain; last calls {calls}; refused {self.refused}") from None

    async def enqueue(self, kind: str, event: Json) -> Json:
        """A new update, kept only when the bot asked for its kind."""
        update = {"update_id": next(self._updates), kind: event}
        wanted = self.allowed is None or kind in self.allowed
        (self.updates if wanted else self.unwanted).append(update)
        await self.wake()
        return update

    def room(self, chat_id: int) -> Room:
        """The chat that the bot writes to, if it may."""
        room = self.rooms.get(chat_id)
        if room is None:
            raise bad("chat not found")
        if room.moved_to is not None:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, description, migrate_to_chat_id=room.moved_to)
        if room.bot == "kicked":
            what = "user" if room.type == "private" else room.type
            said = "bot was blocked by the user" if what == "user" else f"bot was kicked from the {what} chat"
            raise Refusal(403, f"Forbidden: {said}")
        return room

    def check_flood(self, chat_id: int) -> None:
        """429 while a chat is flooded; whoever asks again too early is noted."""
        until = self.floods.get(chat_id)
        if until is None:
            return
        left = until - asyncio.get_running_loop().time()
        if left > 0:
            seconds = max(1, round(left))
            self.hammered.append(chat_id)
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        del self.floods[chat_id]

    def post(self, room: Room, sender: Json, text: str, **extra: object) -> Json:
        """A message that now stands in the chat."""
        message: Json = {
            "message_id": self.next_id(),
            "date": int(time.time()),
            "chat": room.json(),
            "from": sender,
            **({"text": text} if text else {}),
            **{key: value for key, value in extra.items() if value},
        }
        self.messages[room.id][message["message_id"]] = message
        return message

    def thread(self, room: Room, thread_id: int | None, reply_to: Json | None) -> Json:
        """The thread fields of a new message: a topic, or in a supergroup the thread that any reply makes."""
        if thread_id is not None:
            if thread_id not in room.topics:
                raise bad("message thread not found")
            root = {
                "message_id": thread_id,
                "date": 0,
                "chat": room.json(),
                "from": self.me,
                "forum_topic_created": {"name": room.topics[thread_id], "icon_color": 0},
            }
            return {
                "message_thread_id": thread_id,
                "is_topic_message": True,
                "reply_to_message": _shallow(reply_to) if reply_to else root,
            }
        if reply_to is None:
            return {}
        fields: Json = {"reply_to_message": _shallow(reply_to)}
        if room.type == "supergroup":
            fields["message_thread_id"] = reply_to.get("message_thread_id", reply_to["message_id"])
        return fields


def _shallow(message: Json) -> Json:
    """A replied-to message as it is shown inside another: without its own reply."""
    return {key: value for key, value in message.items() if key != "reply_to_message" and key not in HIDDEN}


def entities_of(text: str, usernames: frozenset[str]) -> list[Json]:
    """The commands and @mentions that Telegram marks in typed text, in UTF-16 units."""
    entities: list[Json] = []
    position = 0
    for word in text.replace("\n", " ").split(" "):
        offset = units(text[:position])
        bare = END.sub("", word)
        if word.startswith("/") and len(bare) > 1 and bare[1:].replace("@", "").replace("_", "").isascii():
            entities.append({"type": "bot_command", "offset": offset, "length": units(bare)})
        else:
            entities += _mentions(word, offset, usernames)
        position += len(word) + 1
    return entities


def _mentions(word: str, offset: int, usernames: frozenset[str]) -> list[Json]:
    found = []
    for name in usernames:
        at = word.lower().find(f"@{name.lower()}")
        after = word[at + len(name) + 1 : at + len(name) + 2]
        if at >= 0 and not (after.isascii() and (after.isalnum() or after == "_")):
            found.append({"type": "mention", "offset": offset + units(word[:at]), "length": len(name) + 1})
    return found
