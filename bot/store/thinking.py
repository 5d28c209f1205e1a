"""Records → an engine, ready to answer."""

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.knowledge.records import Records
from bot.knowledge.verify import verify


def think(records: Records, version: str) -> Engine:
    """An engine over these records; BrokenFacts when they do not pass verification."""
    engine = Engine(verify(records, version))
    # What the engine builds at its first question is built here, off the reply path.
    engine.answer(Question("?"))
    return engine
