"""Questions: by command, in a private chat, by mention or reply in a group, or overheard. Edited ones as well."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.answering.model import Addressed, Question
from bot.chat.heard import Listening, question_in
from bot.chat.telegram.filters import has_words, is_command
from bot.chat.telegram.reading import heard, replied_words
from bot.chat.telegram.rendering import notice, page
from bot.chat.telegram.visits import Visit


def routes() -> Router:
    """Everything that is a question. Comes last, since any text may be one."""
    router = Router(name="asking")
    for observer in (router.message, router.edited_message):
        observer.register(ask, Command("gpu"))
        observer.register(compare, Command("compare"))
        observer.register(fact, Command("fact"))
        observer.register(unknown_command, is_command)
        observer.register(talk, has_words)
    return router


async def ask(message: Message, command: CommandObject, visit: Visit) -> None:
    """`/gpu QUESTION`, or `/gpu` in reply to somebody's message."""
    await _answer(message, _commanded(command.args or replied_words(message, visit.me), visit), visit)


async def compare(message: Message, command: CommandObject, visit: Visit) -> None:
    """`/compare THIS THAT`."""
    await _answer(message, _commanded(f"比較 {command.args}" if command.args else "", visit), visit)


async def fact(message: Message, command: CommandObject, visit: Visit) -> None:
    """`/fact ID`."""
    if command.args is None:
        await visit.reply(message, notice(visit.say("telegram.fact.usage")))
    else:
        found = await visit.desk.fact(command.args.strip(), visit.asker, visit.language)
        await visit.reply(message, page(found, visit.say))


async def unknown_command(message: Message, visit: Visit) -> None:
    """Point to the help; in a group the command is meant for some other bot."""
    if visit.private:
        await visit.reply(message, notice(visit.say("telegram.unknown-command")))


async def talk(message: Message, visit: Visit) -> None:
    """Any other words: answered when they are meant for the bot, or overheard where that is allowed."""
    listening = Listening(visit.settings.overheard, visit.settings.strictness)
    question = question_in(heard(message, visit.me), listening)
    if question is None:
        await visit.reply(message, None)
    else:
        await _answer(message, question, visit)


def _commanded(words: str, visit: Visit) -> Question:
    """A question put by command. All of a group sees what comes of it, as with a mention."""
    return Question(words, Addressed.PRIVATE if visit.private else Addressed.MENTION)


async def _answer(message: Message, question: Question, visit: Visit) -> None:
    if not visit.replies.unchanged(message):
        outcome = await visit.desk.ask(question, visit.asker, visit.language)
        await visit.reply(message, page(outcome, visit.say))
