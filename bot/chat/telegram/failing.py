"""When something goes wrong with an update: quiet where words help nobody, else one sentence with a short id."""

import logging

from aiogram import Router
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.types import CallbackQuery, ErrorEvent, Message, User

from bot.chat.heard import Listening, question_in
from bot.chat.telegram.presses import toast
from bot.chat.telegram.reading import heard, words
from bot.chat.telegram.rendering import notice
from bot.chat.telegram.visits import Visit
from bot.chat.trouble import incident
from bot.service import StoreUnavailable

log = logging.getLogger(__name__)

# What Telegram says when people were faster than the bot: the press is stale, the message is gone or already so.
OVERTAKEN = ("query is too old", "message is not modified", "not found", "message can't be")


def routes() -> Router:
    """The last resort of every handler."""
    router = Router(name="failing")
    router.errors.register(failed)
    return router


async def failed(event: ErrorEvent, visit: Visit | None = None) -> None:
    """Tell the person who waits, if anybody does and can be told. Without a visit nobody knows who that is."""
    error = event.exception
    if _is_nobodys_fault(error):
        log.info("gave up on an update: %s", error)
        return
    if visit is None:
        incident(error, f"looking at a Telegram {event.update.event_type}")
        return
    sentence = _sentence(error, event.update.event_type, visit)
    try:
        await _tell(event, sentence, visit)
    except TelegramAPIError as second:
        log.warning("could not even tell the person: %s", type(second).__name__)


def _is_nobodys_fault(error: Exception) -> bool:
    """The bot was thrown out, has to be quiet, the group moved away, or people were faster than the bot."""
    if isinstance(error, TelegramForbiddenError | TelegramMigrateToChat | TelegramRetryAfter):
        return True
    return isinstance(error, TelegramBadRequest) and any(said in error.message for said in OVERTAKEN)


def _sentence(error: Exception, what: str, visit: Visit) -> str:
    if isinstance(error, StoreUnavailable):
        log.warning("not kept, the store is unavailable: %s", error)
        return visit.say("chat.not-kept")
    return visit.say("chat.error", id=incident(error, f"handling a Telegram {what}"))


async def _tell(event: ErrorEvent, sentence: str, visit: Visit) -> None:
    """A message gets a reply, a press a note; an inline query has no place for words, an overheard message no claim."""
    match event.update.event:
        case CallbackQuery() as query:
            await toast(query, sentence, alert=True)
        case Message() as message if _meant(message, visit.me):
            await message.reply(notice(sentence).html)


def _meant(message: Message, me: User) -> bool:
    return words(message).startswith("/") or question_in(heard(message, me), Listening()) is not None
