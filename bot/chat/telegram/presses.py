"""Pressed buttons: what they carry, and how the bot answers them."""

from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from bot.chat.actions import Action, Verb
from bot.chat.cutting import cut
from bot.chat.desk import Notice, Spoken
from bot.chat.telegram.keyboards import Say
from bot.chat.telegram.rendering import Page, page

LONGEST_TOAST = 200


class Pressed(Filter):
    """Passes presses of buttons with these verbs, and hands over the `action`."""

    def __init__(self, *verbs: Verb) -> None:
        self._verbs = frozenset(verbs)

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        """The action, when it is one of ours."""
        action = Action.decode(query.data or "")
        return {"action": action} if action and action.verb in self._verbs else False


async def toast(query: CallbackQuery, words: str = "", *, alert: bool = False) -> None:
    """The one answer that a press needs: a short note on top of the screen, a box to be closed, or nothing to see."""
    await query.answer(cut(words, LONGEST_TOAST) if words else None, show_alert=alert)


async def post(query: CallbackQuery, bot: Bot, shown: Page) -> None:
    """A new message under the one whose button was pressed."""
    if isinstance(query.message, Message):
        await query.message.reply(shown.html, reply_markup=shown.asks or shown.keyboard)
    else:
        chat = query.message.chat.id if query.message else query.from_user.id
        await bot.send_message(chat, shown.html, reply_markup=shown.asks or shown.keyboard)


async def turn(query: CallbackQuery, shown: Page) -> None:
    """Another page in the place of the message whose button was pressed."""
    if isinstance(query.message, Message):
        await query.message.edit_text(shown.html, reply_markup=shown.keyboard)
    await toast(query)


async def deliver(query: CallbackQuery, bot: Bot, outcome: Spoken | Notice | None, say: Say) -> None:
    """What the desk handed out for a press: a reply as a message, a notice as a note to the one who pressed."""
    if isinstance(outcome, Notice):
        await toast(query, outcome.text, alert=True)
        return
    if shown := page(outcome, say):
        await post(query, bot, shown)
    await toast(query)
