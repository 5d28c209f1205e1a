"""The buttons under a reply: helpful, wrong, more about the subject, and what else may be asked."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.chat.actions import Action, Verb
from bot.chat.telegram.dialogue import Awaited, begin, prompt
from bot.chat.telegram.filters import has_text
from bot.chat.telegram.presses import Pressed, deliver, post, toast
from bot.chat.telegram.reading import words
from bot.chat.telegram.rendering import notice
from bot.chat.telegram.visits import Visit

LONGEST_NOTE = 1000


class Rating(StatesGroup):
    """After "wrong" the bot waits for the reason, which nobody has to give."""

    reason = State()


def routes() -> Router:
    """Presses under replies, and the reason why one was wrong."""
    router = Router(name="rating")
    router.callback_query.register(helpful, Pressed(Verb.HELPFUL))
    router.callback_query.register(wrong, Pressed(Verb.WRONG))
    router.callback_query.register(more, Pressed(Verb.MORE))
    router.callback_query.register(related, Pressed(Verb.RELATED))
    router.callback_query.register(nothing)
    router.message.register(reason, StateFilter(Rating.reason), has_text, Awaited(optional=True))
    return router


async def nothing(query: CallbackQuery) -> None:
    """Answer a button of a time before or after this one, so that its clock stops turning."""
    await toast(query)


async def helpful(query: CallbackQuery, action: Action, visit: Visit) -> None:
    """Note that somebody was helped."""
    await visit.service.feedback(action.asked, visit.asker, helpful=True)
    await toast(query, visit.say("chat.thanks.helpful"))


async def wrong(query: CallbackQuery, action: Action, visit: Visit, state: FSMContext) -> None:
    """Note that somebody found the reply wrong. In private the bot asks why; a group is spared that talk."""
    await visit.service.feedback(action.asked, visit.asker, helpful=False)
    if visit.private:
        await begin(state, Rating.reason, asked=action.asked)
        asked = prompt(visit.say("chat.wrong.title"), visit.say("chat.wrong.note"), query.from_user)
        await post(query, visit.bot, asked)
    await toast(query, visit.say("chat.thanks.wrong"))


async def reason(message: Message, visit: Visit, state: FSMContext) -> None:
    """Note why it was wrong."""
    asked = await state.get_value("asked", "")
    await state.clear()
    await visit.service.feedback(asked, visit.asker, helpful=False, note=words(message)[:LONGEST_NOTE])
    await visit.reply(message, notice(visit.say("chat.thanks.wrong")))


async def more(query: CallbackQuery, action: Action, visit: Visit) -> None:
    """Show everything the article states about the subject."""
    card = await visit.desk.about(action.target, visit.asker, visit.language)
    await deliver(query, visit.bot, card, visit.say)


async def related(query: CallbackQuery, action: Action, visit: Visit) -> None:
    """Show one of the facts that were offered."""
    found = await visit.desk.fact(action.target, visit.asker, visit.language)
    await deliver(query, visit.bot, found, visit.say)
