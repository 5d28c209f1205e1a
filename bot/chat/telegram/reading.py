"""What a Telegram message says and to whom: from aiogram's types to the words all platforms share."""

from aiogram.types import Message, MessageEntity, User

from bot.chat.heard import Heard, Span

PLATFORM = "telegram"


def words(message: Message) -> str:
    """The text of a message, or the words under its picture."""
    return message.text or message.caption or ""


def heard(message: Message, me: User) -> Heard:
    """The message as the shared rules for groups want it."""
    return Heard(
        text=words(message),
        mentions=mentions(message, me),
        names=tuple(filter(None, (me.username, me.first_name))),
        from_machine=from_machine(message),
        private=message.chat.type == "private",
        replies_to_bot=replies_to(message, me),
        answers=replied_words(message, me),
    )


def mentions(message: Message, me: User) -> tuple[Span, ...]:
    """Where in the text the bot is mentioned. Telegram counts in UTF-16 units, so that an emoji counts twice."""
    whole = words(message)
    found = []
    for entity in message.entities or message.caption_entities or ():
        if _names(entity, whole, me):
            start = len(_head(whole, entity.offset))
            found.append((start, start + len(entity.extract_from(whole))))
    return tuple(found)


def _names(entity: MessageEntity, whole: str, me: User) -> bool:
    if entity.type == "mention":
        return entity.extract_from(whole).lower() == f"@{me.username}".lower()
    return entity.type == "text_mention" and entity.user is not None and entity.user.id == me.id


def _head(whole: str, units: int) -> str:
    return whole.encode("utf-16-le")[: units * 2].decode("utf-16-le")


def from_machine(message: Message) -> bool:
    """Whether no person wrote this: a bot, a bot's inline result, a channel's automatic copy.

    Anonymous administrators and people who write as their channel come with a bot as sender, and are people.
    """
    if message.via_bot or message.is_automatic_forward:
        return True
    return message.from_user is not None and message.from_user.is_bot and message.sender_chat is None


def replied_to(message: Message) -> Message | None:
    """The message that this one replies to. In a forum topic every message formally replies to the topic's notice."""
    original = message.reply_to_message
    return original if original and not original.forum_topic_created else None


def replies_to(message: Message, me: User) -> bool:
    """Whether this is a reply to the bot."""
    original = replied_to(message)
    return bool(original and original.from_user and original.from_user.id == me.id)


def replied_words(message: Message, me: User) -> str:
    """What somebody else said that this message replies to; only the quoted part, where one is quoted."""
    original = replied_to(message)
    if original is None or replies_to(message, me):
        return ""
    return message.quote.text if message.quote else words(original)


def person_of(message: Message) -> str | None:
    """Who wrote this: a person, or the chat that an anonymous administrator writes as."""
    if message.sender_chat:
        return str(message.sender_chat.id)
    return str(message.from_user.id) if message.from_user else None
