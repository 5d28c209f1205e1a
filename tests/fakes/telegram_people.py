"""What people do on the test server: talk, edit, press buttons, type inline queries, upgrade groups."""

import asyncio
from typing import Any

from tests.fakes.telegram_rules import Json
from tests.fakes.telegram_state import BOT_ID, HIDDEN, PATIENCE, Room, State, entities_of

SERVICE = frozenset({"new_chat_members", "migrate_to_chat_id", "migrate_from_chat_id"})


class People:
    """Acts for people, and tells what they see."""

    def __init__(self, state: State) -> None:
        self.state = state

    def person(self, name: str = "Wong", language: str | None = None, *, is_bot: bool = False) -> Json:
        """Somebody with an account."""
        user: Json = {"id": self.state.next_id(), "is_bot": is_bot, "first_name": name}
        if language:
            user["language_code"] = language
        self.state.people[user["id"]] = user
        return user

    def private(self, person: Json) -> Room:
        """The private chat of a person with the bot."""
        return self._room(Room(person["id"], "private", person["first_name"], {person["id"]: "member"}))

    def group(
        self, *people: Json, admins: tuple[Json, ...] = (), kind: str = "supergroup", topics: tuple[str, ...] = ()
    ) -> Room:
        """A group with the bot in it; with topics it is a forum."""
        number = self.state.next_id()
        statuses = {one["id"]: "member" for one in people} | {one["id"]: "administrator" for one in admins}
        names = {self.state.next_id(): name for name in topics}
        chat_id = -number if kind == "group" else -1_000_000_000_000 - number
        return self._room(Room(chat_id, kind, "GPU 討論", statuses, topics=names))

    def _room(self, room: Room) -> Room:
        self.state.rooms[room.id] = room
        return room

    async def say(
        self,
        room: Room,
        sender: Json,
        text: str,
        *,
        reply_to: Json | None = None,
        topic: int | None = None,
        **extra: Any,
    ) -> Json:
        """Say something; the bot hears of it as far as privacy mode lets it."""
        entities = entities_of(text, frozenset({self.state.me["username"]}))
        place = self.state.thread(room, topic, reply_to)
        message = self.state.post(room, sender, text, **{"entities": entities, **place, **extra})
        if self._reaches_bot(room, message):
            await self.state.enqueue("message", message)
        return message

    async def caption(self, room: Room, sender: Json, text: str) -> Json:
        """Post a photo with words under it."""
        entities = entities_of(text, frozenset({self.state.me["username"]}))
        photo = [{"file_id": "P", "file_unique_id": "P", "width": 1, "height": 1}]
        message = self.state.post(room, sender, "", photo=photo, caption=text, caption_entities=entities)
        await self.state.enqueue("message", message)
        return message

    async def edit(self, message: Json, text: str) -> None:
        """Change what was said."""
        entities = entities_of(text, frozenset({self.state.me["username"]}))
        message |= {"text": text, "entities": entities, "edit_date": message["date"] + 1}
        if self._reaches_bot(self.state.rooms[message["chat"]["id"]], message):
            await self.state.enqueue("edited_message", dict(message))

    def _reaches_bot(self, room: Room, message: Json) -> bool:
        if room.type == "private" or self.state.me["can_read_all_group_messages"] or room.bot == "administrator":
            return True
        kinds = {entity["type"] for entity in message.get("entities", ())}
        to_bot = message.get("reply_to_message", {}).get("from", {}).get("id") == BOT_ID
        return bool(kinds & {"bot_command", "mention"} or to_bot or SERVICE & set(message) or "via_bot" in message)

    async def press(self, person: Json, message: Json, label: str) -> Json:
        """Press the button whose label contains this; what the bot answered to the press."""
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(b["callback_data"] for row in rows for b in row if label in b["text"] and "callback_data" in b)
        return await self.press_data(person, message, data)

    async def press_data(self, person: Json, message: Json, data: str) -> Json:
        """Press a button that carries this; what the bot answered to the press."""
        query_id = str(self.state.next_id())
        self.state.callbacks[query_id] = None
        shown = {key: value for key, value in message.items() if key not in HIDDEN and value}
        query = {"id": query_id, "from": person, "message": shown, "chat_instance": "1", "data": data}
        await self.state.enqueue("callback_query", query)
        return await self.state.until(lambda: self.state.callbacks[query_id])

    async def type_inline(self, person: Json, text: str) -> Json:
        """Type `@bot text` in any chat; what the bot offers."""
        query_id = str(self.state.next_id())
        self.state.inline[query_id] = None
        await self.state.enqueue("inline_query", {"id": query_id, "from": person, "query": text, "offset": ""})
        return await self.state.until(lambda: self.state.inline[query_id])

    async def upgrade(self, room: Room) -> Room:
        """Turn a group into a supergroup, with the two notices that Telegram posts."""
        new = self._room(Room(-1_000_000_000_000 - self.state.next_id(), "supergroup", room.title, room.members))
        await self._notice(room, migrate_to_chat_id=new.id)
        room.moved_to = new.id
        await self._notice(new, migrate_from_chat_id=room.id)
        return new

    async def _notice(self, room: Room, **fields: int) -> None:
        sender = self.state.people[next(iter(room.members))]
        await self.state.enqueue("message", self.state.post(room, sender, "", **fields))

    def said(self, room: Room) -> list[Json]:
        """The bot's messages in a chat, in order."""
        return [message for message in self.state.messages[room.id].values() if message["from"]["id"] == BOT_ID]

    async def answer(self, question: Json) -> Json:
        """The bot's reply to a message."""

        def look() -> Json | None:
            room = self.state.rooms[question["chat"]["id"]]
            replies = (m for m in self.said(room) if m.get("reply_to_message", {}).get("message_id") == number)
            return next(replies, None)

        number = question["message_id"]
        return await self.state.until(look)

    async def next_said(self, room: Room, known: int) -> Json:
        """The bot's message after the first `known` ones."""
        return await self.state.until(lambda: said[known] if len(said := self.said(room)) > known else None)

    def calls(self, method: str) -> list[dict[str, Any]]:
        """The fields of every call of a method so far."""
        return [call.fields for call in self.state.calls if call.method == method]

    def flood(self, room: Room, seconds: float) -> None:
        """From now on refuse messages to this chat with 429 for a while."""
        self.state.floods[room.id] = asyncio.get_running_loop().time() + seconds

    async def taken(self, within: float = PATIENCE) -> None:
        """Until the bot confirmed every update."""
        last = max((u["update_id"] for u in self.state.updates), default=0)
        await self.state.until(lambda: self.state.confirmed >= last or None, within)
