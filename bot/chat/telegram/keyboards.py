"""The buttons under a message. Whatever a button needs stands in its own 64 bytes, so that it works after a restart."""

from collections.abc import Sequence
from typing import Protocol

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.answering.model import Outcome, Shape
from bot.chat.actions import Action, Verb, digest
from bot.chat.cutting import cut
from bot.chat.desk import Spoken

MOST_OFFERS = 5
LONGEST_LABEL = 60

Row = list[InlineKeyboardButton]


class Say(Protocol):
    """Messages of the catalogue in one reader's language."""

    def __call__(self, key: str, **params: object) -> str:
        """Say one of them."""


def button(label: str, action: Action) -> InlineKeyboardButton:
    """A button that tells the bot to do something."""
    return InlineKeyboardButton(text=cut(label, LONGEST_LABEL), callback_data=action.encode())


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    """The rows that have buttons, if any has."""
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=filled) if filled else None


def rows_of(buttons: Sequence[InlineKeyboardButton], columns: int) -> list[Row]:
    """Buttons in rows of so many."""
    return [list(buttons[start : start + columns]) for start in range(0, len(buttons), columns)]


def under_reply(spoken: Spoken, say: Say) -> InlineKeyboardMarkup | None:
    """Helpful, wrong, more about the subject, and what else may be asked."""
    first: Row = []
    if spoken.asked and spoken.reply.outcome is Outcome.ANSWER:
        first.append(button(f"👍 {say('chat.button.helpful')}", Action(Verb.HELPFUL, spoken.asked)))
        first.append(button(f"👎 {say('chat.button.wrong')}", Action(Verb.WRONG, spoken.asked)))
    if spoken.subject and spoken.reply.shape is not Shape.CARD:
        first.append(button(f"📖 {say('chat.button.more')}", Action(Verb.MORE, target=spoken.subject)))
    offers = [
        [button(offer.label, Action(Verb.RELATED, spoken.asked, digest(offer.fact)))]
        for offer in spoken.reply.offers[:MOST_OFFERS]
    ]
    return keyboard([first, *offers])
