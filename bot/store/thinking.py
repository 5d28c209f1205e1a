"""Records → an engine, ready to answer."""

from bot.answering.engine import Engine
from bot.knowledge.records import Records
from bot.knowledge.verify import verify


def think(records: Records, version: str) -> Engine:
    """An engine over these records; BrokenFacts when they do not pass verification."""
    engine = Engine(verify(records, version))
    engine.prepare()  # here, off the reply path
    return engine
