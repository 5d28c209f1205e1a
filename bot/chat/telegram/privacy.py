"""What is kept about a person, to see and to delete."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.chat.actions import Action, Verb
from bot.chat.telegram.keyboards import button, keyboard
from bot.chat.telegram.presses import Pressed, toast, turn
from bot.chat.telegram.reading import PLATFORM
from bot.chat.telegram.rendering import notice
from bot.chat.telegram.visits import Visit
from bot.service import Asker


def routes() -> Router:
    """`/privacy` and its buttons."""
    router = Router(name="privacy")
    router.message.register(privacy, Command("privacy"))
    router.callback_query.register(export, Pressed(Verb.EXPORT))
    router.callback_query.register(forget, Pressed(Verb.FORGET))
    router.callback_query.register(forget_all, Pressed(Verb.WIPE))
    return router


async def privacy(message: Message, visit: Visit) -> None:
    """Say what is kept. What is kept about oneself is nothing to show in a group."""
    if not visit.private:
        words = f"{visit.say('chat.privacy.text')}\n\n{visit.say('telegram.privacy.in-private')}"
        await visit.reply(message, notice(words))
        return
    export_ = button(visit.say("chat.button.export"), Action(Verb.EXPORT))
    forget_ = button(visit.say("chat.button.forget"), Action(Verb.FORGET))
    await visit.reply(message, notice(visit.say("chat.privacy.text"), keyboard([[export_, forget_]])))


async def export(query: CallbackQuery, visit: Visit) -> None:
    """Send all that is kept about the person, as a file to their private chat."""
    stored = await visit.service.export(_oneself(query))
    await visit.bot.send_document(
        query.from_user.id, BufferedInputFile(stored.encode(), "gpubot.json"), caption=visit.say("chat.privacy.export")
    )
    await toast(query)


async def forget(query: CallbackQuery, visit: Visit) -> None:
    """Ask once more, since it cannot be undone."""
    yes = button(visit.say("chat.button.wipe"), Action(Verb.WIPE))
    await turn(query, notice(visit.say("chat.privacy.sure"), keyboard([[yes]])))


async def forget_all(query: CallbackQuery, visit: Visit) -> None:
    """Delete all that is kept about the person."""
    count = await visit.service.forget(_oneself(query))
    await turn(query, notice(visit.say("chat.privacy.gone", count=count)))


def _oneself(query: CallbackQuery) -> Asker:
    return Asker(PLATFORM, None, str(query.from_user.id))
