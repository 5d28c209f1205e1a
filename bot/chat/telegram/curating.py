"""What could not be answered, and teaching it step by step: the question, then the fact it means."""

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message, User

from bot.chat.actions import Action, Verb, digest, find
from bot.chat.cutting import cut
from bot.chat.telegram.dialogue import Awaited, begin, prompt
from bot.chat.telegram.filters import has_text
from bot.chat.telegram.finding import find_facts
from bot.chat.telegram.keyboards import LONGEST_LABEL, button, keyboard, rows_of
from bot.chat.telegram.presses import Pressed, post, toast, turn
from bot.chat.telegram.reading import words
from bot.chat.telegram.rendering import Page, notice
from bot.chat.telegram.visits import Visit
from bot.knowledge.model import Fact
from bot.replies.compose import cite
from bot.service import Taught, Unanswered

MOST_WAITING = 10
COLUMNS = 5
MOST_CANDIDATES = 8
LONGEST_EXAMPLE = 200


class Teaching(StatesGroup):
    """The two things a curator is asked for."""

    question = State()
    fact = State()


class Pick(CallbackData, prefix="pick"):
    """The fact that a question shall mean, as a digest."""

    fact: str


def routes() -> Router:
    """`/unanswered`, `/teach` with its steps, `/cancel`."""
    router = Router(name="curating")
    router.message.register(cancel, Command("cancel"))
    router.message.register(unanswered, Command("unanswered"))
    router.message.register(teach, Command("teach"))
    router.message.register(question_given, StateFilter(Teaching.question), has_text, Awaited())
    router.message.register(fact_described, StateFilter(Teaching.fact), has_text, Awaited())
    router.callback_query.register(teach_this, Pressed(Verb.TEACH))
    router.callback_query.register(fact_picked, Pick.filter())
    return router


async def cancel(message: Message, visit: Visit, state: FSMContext) -> None:
    """End whatever talk was going on; in a group without one, the command is some other bot's."""
    if visit.private or await state.get_state():
        await state.clear()
        await visit.reply(message, notice(visit.say("telegram.cancelled")))


async def unanswered(message: Message, visit: Visit) -> None:
    """Show the questions that got no answer, those asked most often first, each with a button to teach it."""
    if await visit.may_curate():
        await visit.reply(message, _waiting(await visit.service.unanswered(MOST_WAITING), visit))
    else:
        await visit.reply(message, notice(visit.say("chat.curation.curators-only")))


async def teach(message: Message, command: CommandObject, visit: Visit, state: FSMContext) -> None:
    """`/teach` or `/teach QUESTION`."""
    if not await visit.may_curate():
        await visit.reply(message, notice(visit.say("chat.curation.curators-only")))
    elif command.args:
        await begin(state, Teaching.fact, question=command.args)
        await visit.reply(message, _ask_fact(command.args, visit))
    else:
        await begin(state, Teaching.question)
        asked = prompt(visit.say("telegram.teach.question"), visit.say("telegram.teach.question.short"))
        await visit.reply(message, asked)


async def teach_this(query: CallbackQuery, action: Action, visit: Visit, state: FSMContext) -> None:
    """Begin to teach one of the unanswered questions."""
    if not await visit.may_curate():
        await toast(query, visit.say("chat.curation.curators-only"), alert=True)
        return
    waiting = await visit.service.unanswered(MOST_WAITING)
    question = next((one.example for one in waiting if one.id == action.asked), None)
    if question is None:
        await toast(query, visit.say("chat.gone"), alert=True)
        return
    await begin(state, Teaching.fact, question=question)
    await post(query, visit.bot, _ask_fact(question, visit, query.from_user))
    await toast(query)


async def question_given(message: Message, visit: Visit, state: FSMContext) -> None:
    """Go on from the question to the fact."""
    await begin(state, Teaching.fact, question=words(message))
    await visit.reply(message, _ask_fact(words(message), visit))


async def fact_described(message: Message, visit: Visit) -> None:
    """Offer the facts that the words may mean; they may also be a fact's id."""
    found = find_facts(visit.service, words(message), MOST_CANDIDATES).facts
    key = "telegram.teach.pick" if found else "telegram.teach.nothing"
    await visit.reply(message, notice(visit.say(key), keyboard([[_candidate(fact, visit)] for fact in found])))


async def fact_picked(query: CallbackQuery, callback_data: Pick, visit: Visit, state: FSMContext) -> None:
    """Teach it, unless that would break what is answered rightly today."""
    question = await state.get_value("question")
    fact = find(callback_data.fact, visit.service.engine.knowledge.facts)
    if question is None or fact is None:
        await toast(query, visit.say("chat.gone"), alert=True)
        return
    taught = await visit.service.teach(question, fact, visit.asker)
    if taught.ok:
        await state.clear()
        shown = _described(visit.service.engine.knowledge.facts[fact], visit)
        await turn(query, notice(visit.say("chat.curation.taught", phrase=question, fact=shown)))
    else:
        await turn(query, notice(_refusal(taught, visit)))


def _waiting(waiting: tuple[Unanswered, ...], visit: Visit) -> Page:
    if not waiting:
        return notice(visit.say("chat.curation.none"))
    lines = [f"{place}. {cut(one.example, LONGEST_EXAMPLE)} ×{one.count}" for place, one in enumerate(waiting, 1)]
    buttons = [button(str(place), Action(Verb.TEACH, one.id)) for place, one in enumerate(waiting, 1)]
    return notice("\n".join([visit.say("chat.curation.title"), "", *lines]), keyboard(rows_of(buttons, COLUMNS)))


def _ask_fact(question: str, visit: Visit, person: User | None = None) -> Page:
    asked = visit.say("telegram.teach.fact", question=cut(question, LONGEST_EXAMPLE))
    return prompt(asked, visit.say("telegram.teach.fact.short"), person)


def _candidate(fact: Fact, visit: Visit) -> InlineKeyboardButton:
    label = cut(_described(fact, visit), LONGEST_LABEL)
    return InlineKeyboardButton(text=label, callback_data=Pick(fact=digest(fact.id)).pack())


def _described(fact: Fact, visit: Visit) -> str:
    cited = cite(fact, visit.service.engine.knowledge, visit.service.catalogue, visit.language)
    return f"{cited.heading}: {cited.figure}"


def _refusal(taught: Taught, visit: Visit) -> str:
    reason = visit.say(taught.reason_key or "chat.gone")
    return "\n".join([reason, *(f"• {question}" for question in taught.broken)])
