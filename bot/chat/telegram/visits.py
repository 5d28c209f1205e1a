"""Who turned to the bot, where, and how they are spoken to: worked out once for each update, before any handler."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject, Update, User

from bot.chat.desk import Desk
from bot.chat.languages import choose
from bot.chat.telegram.reading import PLATFORM, person_of, words
from bot.chat.telegram.rendering import Page
from bot.chat.telegram.replies import Replies
from bot.service import Asker, ChatSettings, Service


@dataclass(frozen=True, slots=True)
class Visit:
    """One person turning to the bot in one chat, and everything it takes to answer them."""

    asker: Asker
    settings: ChatSettings
    language: str
    private: bool
    bot: Bot
    me: User
    desk: Desk
    replies: Replies

    @property
    def service(self) -> Service:
        """The one door to what the bot knows and keeps."""
        return self.desk.service

    def say(self, key: str, **params: object) -> str:
        """A message of the catalogue in this person's language."""
        return self.desk.say(self.language, key, **params)

    async def reply(self, message: Message, page: Page | None) -> None:
        """Answer a message, or change the answer it has."""
        await self.replies.show(message, page)

    async def may_curate(self) -> bool:
        """Whether this person may teach the bot here."""
        return await self.service.may_curate(self.asker)


class Visits(BaseMiddleware):
    """Hands every handler its `visit`."""

    def __init__(self, desk: Desk, me: User) -> None:
        self._desk = desk
        self._me = me
        self._replies = Replies()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 (whatever the handler returns)
        """Work out the visit, then let the handlers at it."""
        if isinstance(event, Update):
            data["visit"] = await self._visit(event.event, data[EVENT_CONTEXT_KEY], data["bot"])
        return await handler(event, data)

    async def _visit(self, event: TelegramObject, context: EventContext, bot: Bot) -> Visit:
        person = person_of(event) if isinstance(event, Message) else _text(context.user_id)
        chat = _text(context.chat_id) or person  # an inline query names no chat; the private one has the person's id
        settings = await self._desk.service.chat_settings(PLATFORM, chat) if chat else ChatSettings()
        client = context.user.language_code if context.user else None
        return Visit(
            asker=Asker(PLATFORM, chat, person),
            settings=settings,
            language=choose(settings.language, client, _words(event)),
            private=context.chat is None or context.chat.type == "private",
            bot=bot,
            me=self._me,
            desk=self._desk,
            replies=self._replies,
        )


def _words(event: TelegramObject) -> str:
    """What the person wrote, to guess a language from: for a button, the question above it."""
    match event:
        case Message():
            return words(event)
        case InlineQuery():
            return event.query
        case CallbackQuery(message=Message(reply_to_message=Message() as question)):
            return words(question)
    return ""


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)
