"""Which reply belongs to which question, so that an edited question gets its answer edited."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.chat.telegram.reading import words
from bot.chat.telegram.rendering import Page


@dataclass(slots=True)
class _Talk:
    """One question: what it said last and when, and the reply to it."""

    said: str = ""
    at: int = 0
    reply: int | None = None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Replies:
    """Posts replies, and remembers the latest of them."""

    def __init__(self, remembered: int = 4096) -> None:
        self._remembered = remembered
        self._talks: OrderedDict[tuple[int, int], _Talk] = OrderedDict()

    def unchanged(self, question: Message) -> bool:
        """Whether an edit changed nothing that was answered, as when only a link preview appeared."""
        talk = self._talks.get((question.chat.id, question.message_id))
        return talk is not None and talk.said == words(question)

    async def show(self, question: Message, page: Page | None) -> None:
        """Answer a question: post the page as a reply, put it in the place of the former answer, or take that back."""
        talk = self._talk(question, begin=page is not None)
        if talk is None:
            return
        async with talk.turn:
            at = question.edit_date or 0
            if at < talk.at:
                return  # a later wording was answered first
            talk.said, talk.at = words(question), at
            if talk.reply is not None and question.bot:
                talk.reply = await _replace(question.bot, question.chat.id, talk.reply, page)
            elif page:
                sent = await question.reply(page.html, reply_markup=page.asks or page.keyboard)
                talk.reply = sent.message_id

    def _talk(self, question: Message, *, begin: bool) -> _Talk | None:
        key = question.chat.id, question.message_id
        if begin:
            self._talks.setdefault(key, _Talk())
            self._talks.move_to_end(key)
        while len(self._talks) > self._remembered:
            self._talks.popitem(last=False)
        return self._talks.get(key)


async def _replace(bot: Bot, chat: int, reply: int, page: Page | None) -> int | None:
    if page is None:
        await bot.delete_message(chat, reply)
        return None
    try:
        await bot.edit_message_text(page.html, chat_id=chat, message_id=reply, reply_markup=page.keyboard)
    except TelegramBadRequest as refusal:
        if "not modified" not in refusal.message:
            raise
    return reply
