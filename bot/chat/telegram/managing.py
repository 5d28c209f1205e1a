"""`/settings`: what the administrators of a chat choose, and in private everybody for themselves."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.answering.model import Strictness
from bot.chat.actions import Action, Verb
from bot.chat.languages import LANGUAGES
from bot.chat.telegram.filters import tells_of_move
from bot.chat.telegram.panel import ADD, panel
from bot.chat.telegram.presses import Pressed, toast, turn
from bot.chat.telegram.reading import PLATFORM, replied_to
from bot.chat.telegram.rendering import notice
from bot.chat.telegram.visits import Visit
from bot.service import ChatSettings, SettingsChanges

MANAGERS = frozenset({"creator", "administrator"})


def routes() -> Router:
    """`/settings`, its buttons, and the move of a group's settings when it becomes a supergroup."""
    router = Router(name="managing")
    router.message.register(settings, Command("settings"))
    router.message.register(moved, tells_of_move)
    router.callback_query.register(choose, Pressed(Verb.LANGUAGE, Verb.LISTEN, Verb.CURATORS))
    return router


async def settings(message: Message, visit: Visit) -> None:
    """Show the panel. In reply to somebody's message it also offers to let that person curate."""
    if not await _manages(visit):
        await visit.reply(message, notice(visit.say("chat.settings.managers-only")))
        return
    original = replied_to(message)
    person = original.from_user if original else None
    await visit.reply(message, panel(visit, visit.settings, str(person.id) if person and not person.is_bot else ""))


async def choose(query: CallbackQuery, action: Action, visit: Visit) -> None:
    """Change one setting and show the panel as it now is."""
    if visit.asker.chat is None or not await _manages(visit):
        await toast(query, visit.say("chat.settings.managers-only"), alert=True)
        return
    changes = _changes(action, visit.settings)
    changed = await visit.service.change_settings(PLATFORM, visit.asker.chat, visit.asker, **changes)
    if changed == visit.settings:
        await toast(query)
    else:
        await turn(query, panel(visit, changed, action.asked))


async def moved(message: Message, visit: Visit) -> None:
    """Carry a group's settings over to the id it has as a supergroup."""
    await visit.service.move_chat(PLATFORM, str(message.chat.id), str(message.migrate_to_chat_id), visit.asker)


def _changes(action: Action, now: ChatSettings) -> SettingsChanges:
    """What a button of the panel changes."""
    value = action.target
    if action.verb is Verb.LANGUAGE:
        return {"language": value if value in LANGUAGES else None}
    if action.verb is Verb.CURATORS:
        one = frozenset({action.asked})
        return {"curators": now.curators | one if value == ADD else now.curators - one}
    if value in set(Strictness):
        return {"overheard": True, "strictness": Strictness(value)}
    return {"overheard": False}


async def _manages(visit: Visit) -> bool:
    """Whether this person may change the settings: in private everybody, in a group its administrators.

    Those who write as the group itself are administrators; those who write as their channel do not show who they are.
    """
    chat, person = visit.asker.chat, visit.asker.person
    if visit.private or person == chat:
        return True
    if chat is None or person is None or person.startswith("-"):
        return False
    member = await visit.bot.get_chat_member(int(chat), int(person))
    return member.status in MANAGERS
