"""What one can ask: the start, the help, and every subject of the article, page by page."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.chat.actions import Action, Verb, digest
from bot.chat.cutting import cut
from bot.chat.telegram import html
from bot.chat.telegram.keyboards import Row, button, keyboard, rows_of
from bot.chat.telegram.presses import Pressed, turn
from bot.chat.telegram.rendering import Page, notice
from bot.chat.telegram.visits import Visit
from bot.chat.topics import TopicsPage, topics_page

COLUMNS = 2
LONGEST_KNOWN = 300


def routes() -> Router:
    """`/start`, `/help`, `/topics` and its pages."""
    router = Router(name="browsing")
    router.message.register(start, CommandStart())
    router.message.register(help_, Command("help"))
    router.message.register(topics, Command("topics"))
    router.callback_query.register(other_topics, Pressed(Verb.TOPICS))
    return router


async def start(message: Message, visit: Visit) -> None:
    """Say in a few lines what this bot is."""
    await visit.reply(message, notice(visit.say("telegram.start", name=visit.me.first_name)))


async def help_(message: Message, visit: Visit) -> None:
    """Say every way to ask."""
    parts = [visit.say("telegram.help", username=visit.me.username)]
    if await visit.may_curate():
        parts.append(visit.say("telegram.help.curators"))
    await visit.reply(message, notice("\n\n".join(parts)))


async def topics(message: Message, visit: Visit) -> None:
    """Show the first page of subjects."""
    await visit.reply(message, topic_page(visit, 0))


async def other_topics(query: CallbackQuery, action: Action, visit: Visit) -> None:
    """Turn to another page of subjects."""
    await turn(query, topic_page(visit, int(action.target) if action.target.isdecimal() else 0))


def topic_page(visit: Visit, number: int) -> Page:
    """One page of subjects: what is known of each, and a button that leads to it."""
    shown = topics_page(visit.service, visit.language, number)
    place = visit.say("chat.topics.page", page=shown.number + 1, pages=shown.pages)
    title = html.bold(html.text(visit.say("chat.topics.title"))) + html.text(f" · {place}")
    entries = [html.bold(html.text(one.name)) + html.text(f"\n{cut(one.known, LONGEST_KNOWN)}") for one in shown.topics]
    buttons = [button(one.name, Action(Verb.MORE, target=digest(one.subject))) for one in shown.topics]
    rows = [*rows_of(buttons, COLUMNS), _turning(shown, visit)]
    return Page(html.joined("\n\n", [title, *entries]).markup, keyboard(rows))


def _turning(shown: TopicsPage, visit: Visit) -> Row:
    back = button(f"◀ {visit.say('chat.button.back')}", Action(Verb.TOPICS, target=str(shown.number - 1)))
    on = button(f"{visit.say('chat.button.on')} ▶", Action(Verb.TOPICS, target=str(shown.number + 1)))
    return [*([back] if shown.number else []), *([on] if shown.number + 1 < shown.pages else [])]
