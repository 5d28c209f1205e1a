"""Records → an engine, ready to answer."""

from bot.answering.engine import Engine
from bot.knowledge.model import Knowledge
from bot.knowledge.records import Records
from bot.knowledge.verify import verify
from bot.matching import centroids, index
from bot.matching.examples import Examples
from bot.matching.studied import Studied, study


class Thinker:
    """Builds engines over records, and remembers how the known questions were read last time, for most are read the same again."""

    def __init__(self) -> None:
        self._studied: Studied | None = None
        self._engine: Engine | None = None

    def __call__(self, records: Records, version: str) -> Engine:
        """An engine over these records; BrokenFacts when they do not pass verification."""
        knowledge = verify(records, version)
        its_index = index.build(knowledge)
        studied = study(knowledge.examples, its_index.lexicon, self._studied)
        engine = Engine(knowledge, its_index, lambda: self._examples(knowledge, studied))
        engine.prepare()  # here, off the reply path
        self._studied, self._engine = studied, engine
        return engine

    def _examples(self, knowledge: Knowledge, studied: Studied) -> Examples:
        """The examples, weighed anew unless all were read as before and the facts state the same."""
        before, engine = self._studied, self._engine
        if before is None or engine is None or _stated(engine.knowledge) != _stated(knowledge):
            return centroids.weighed(knowledge, studied)
        same = (before.asked, before.features) == (studied.asked, studied.features)
        return engine.examples if same else centroids.weighed(knowledge, studied)


def _stated(knowledge: Knowledge) -> dict[str, tuple[str, str]]:
    return {fact.id: (fact.quote.text, fact.figure) for fact in knowledge.facts.values()}
