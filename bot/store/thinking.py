"""Records → an engine, ready to answer."""

from bot.answering.engine import Engine
from bot.knowledge.records import Records
from bot.knowledge.verify import verify
from bot.matching import centroids, index
from bot.matching.studied import Studied, study


class Thinker:
    """Builds engines over records, and remembers how the known questions were read last time, for most are read the same again."""

    def __init__(self) -> None:
        self._studied: Studied | None = None

    def __call__(self, records: Records, version: str) -> Engine:
        """An engine over these records; BrokenFacts when they do not pass verification."""
        knowledge = verify(records, version)
        its_index = index.build(knowledge)
        self._studied = studied = study(knowledge.examples, its_index.lexicon, self._studied)
        engine = Engine(knowledge, its_index, lambda: centroids.weighed(knowledge, studied))
        engine.prepare()  # here, off the reply path
        return engine
