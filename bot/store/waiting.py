"""The queue of questions that got no answer, alike ones together."""

import asyncio

from rapidfuzz import fuzz, process
from sqlalchemy import func, select

from bot.answering.model import Addressed, Outcome, Question
from bot.store.database import Database
from bot.store.library import Brain
from bot.store.tables import QuestionRow
from bot.store.values import Unanswered
from bot.text.fold import squeeze

MOST_WORDINGS = 500
ALIKE = 75.0
EXAMPLES = 5

Wording = tuple[str, str, int]
"""A question's id, its text, and how often just this was asked."""


async def unanswered(database: Database, brain: Brain, limit: int) -> tuple[Unanswered, ...]:
    """Questions that got no answer then and get none now, the ones asked most often first."""
    query = (
        select(func.min(QuestionRow.id), QuestionRow.text, func.count())
        .where(QuestionRow.outcome == Outcome.NO_ANSWER.value, QuestionRow.addressed != Addressed.OVERHEARD.value)
        .group_by(QuestionRow.text)
        .order_by(func.count().desc(), func.max(QuestionRow.at).desc())
        .limit(MOST_WORDINGS)
    )
    async with database.reading() as session:
        wordings = [(id_, text, count) for id_, text, count in await session.execute(query)]
    return await asyncio.to_thread(_grouped, wordings, brain, limit)


def _grouped(wordings: list[Wording], brain: Brain, limit: int) -> tuple[Unanswered, ...]:
    groups: dict[str, list[Wording]] = {}
    for wording in wordings:
        # What was taught since needs nobody's care any more, so the queue needs no list of what is done.
        if brain.answer(Question(wording[1])).outcome is Outcome.ANSWER:
            continue
        folded = squeeze(wording[1])
        near = process.extractOne(folded, groups.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
        groups.setdefault(near[0] if near else folded, []).append(wording)
    queue = [
        Unanswered(
            first[0], first[1], sum(count for _, _, count in group), tuple(text for _, text, _ in group[:EXAMPLES])
        )
        for group in groups.values()
        for first in group[:1]
    ]
    return tuple(sorted(queue, key=lambda waiting: -waiting.count)[:limit])
