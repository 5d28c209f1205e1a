"""Inline mode: `@bot QUESTION` in any chat offers facts to post there, each with its quote and source."""

from aiogram import Router
from aiogram.types import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, InputTextMessageContent

from bot.answering.model import Answer, Outcome, Shape
from bot.chat.actions import digest
from bot.chat.cutting import cut
from bot.chat.desk import LONGEST_QUESTION
from bot.chat.telegram.finding import Found, find_facts
from bot.chat.telegram.rendering import message
from bot.chat.telegram.visits import Visit
from bot.knowledge.model import Fact
from bot.replies.compose import compose

MOST_RESULTS = 10
CACHED_SECONDS = 60
LONGEST_PREVIEW = 200
START = "inline"


def routes() -> Router:
    """Inline queries."""
    router = Router(name="inline")
    router.inline_query.register(offer)
    return router


async def offer(query: InlineQuery, visit: Visit) -> None:
    """Offer up to ten facts; where the article does not answer, also the way to the private chat."""
    words = query.query.strip()[:LONGEST_QUESTION]
    found = find_facts(visit.service, words, MOST_RESULTS) if words else Found((), certain=False)
    ask_there = InlineQueryResultsButton(text=visit.say("telegram.inline.ask"), start_parameter=START)
    await query.answer(
        [_result(fact, visit) for fact in found.facts],
        cache_time=CACHED_SECONDS,
        is_personal=True,
        button=None if found.certain else ask_there,
    )


def _result(fact: Fact, visit: Visit) -> InlineQueryResultArticle:
    """One fact: its heading and figure to choose by, and the whole reply to post."""
    answer = Answer("", Outcome.ANSWER, Shape.SINGLE, (fact,), score=1.0)
    reply = compose(answer, visit.service.engine.knowledge, visit.service.catalogue, visit.language)
    cited = reply.cited[0]
    figure = " · ".join(filter(None, (cited.figure, cited.hedge)))
    return InlineQueryResultArticle(
        id=digest(fact.id),
        title=cited.heading,
        description=cut(f"{figure}\n{fact.quote.text}", LONGEST_PREVIEW),
        input_message_content=InputTextMessageContent(message_text=message(reply, visit.say).markup),
    )
