"""Which messages a handler is for. Coroutines all: aiogram runs any other filter, F and State too, in a thread."""

from aiogram.types import Message

from bot.chat.telegram.reading import words


async def has_text(message: Message) -> bool:
    """Somebody typed something."""
    return bool(message.text)


async def has_words(message: Message) -> bool:
    """Somebody typed something, be it under a picture."""
    return bool(words(message))


async def is_command(message: Message) -> bool:
    """Any command, whether the bot has it or not."""
    return (message.text or "").startswith("/")


async def tells_of_move(message: Message) -> bool:
    """The notice that a group became a supergroup."""
    return message.migrate_to_chat_id is not None
