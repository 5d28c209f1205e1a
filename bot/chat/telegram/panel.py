"""The settings of a chat as one message with buttons, the chosen values ticked."""

from aiogram.types import InlineKeyboardButton

from bot.answering.model import Strictness
from bot.chat.actions import Action, Verb
from bot.chat.languages import LANGUAGES
from bot.chat.telegram.keyboards import Row, button, keyboard, rows_of
from bot.chat.telegram.rendering import Page, notice
from bot.chat.telegram.visits import Visit
from bot.service import ChatSettings

AUTOMATIC, OFF, ADD, REMOVE = "auto", "off", "add", "remove"
TICK = "✓ "


def panel(visit: Visit, now: ChatSettings, person: str) -> Page:
    """The panel: in private the language only; in a group also when to speak up, and who curates.

    `person` is whom the panel was opened for, if anybody; every button carries it on.
    """
    words, rows = [visit.say("chat.settings.title")], rows_of(_languages(visit, now, person), 2)
    if not visit.private:
        words.append(visit.say("telegram.settings.group", curators=len(now.curators)))
        rows += [*rows_of(_listening(visit, now, person), 1), _curator(visit, now, person)]
        if now.overheard and not visit.me.can_read_all_group_messages:
            words.append(visit.say("telegram.settings.privacy-mode"))
    return notice("\n\n".join(words), keyboard(rows))


def _languages(visit: Visit, now: ChatSettings, person: str) -> Row:
    return [
        _choice(visit.say(f"chat.language.{one}"), Action(Verb.LANGUAGE, person, one), now.language or AUTOMATIC)
        for one in (AUTOMATIC, *LANGUAGES)
    ]


def _listening(visit: Visit, now: ChatSettings, person: str) -> Row:
    chosen = now.strictness if now.overheard else OFF
    return [
        _choice(visit.say(f"chat.listen.{one}"), Action(Verb.LISTEN, person, one), chosen) for one in (OFF, *Strictness)
    ]


def _curator(visit: Visit, now: ChatSettings, person: str) -> Row:
    if not person:
        return []
    change = REMOVE if person in now.curators else ADD
    return [button(visit.say(f"telegram.curator.{change}"), Action(Verb.CURATORS, person, change))]


def _choice(label: str, action: Action, chosen: str) -> InlineKeyboardButton:
    return button(f"{TICK if action.target == chosen else ''}{label}", action)
