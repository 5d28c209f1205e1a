"""The card of a subject: what the article states of it, the most telling first."""

from bot.knowledge.model import Fact, Knowledge
from bot.matching.lexicon import subject_term
from bot.matching.scoring import Scorer

LONGEST = 6


def card(subject: str, knowledge: Knowledge, scorer: Scorer, limit: int = LONGEST) -> tuple[Fact, ...]:
    """Up to `limit` facts about `subject`: its own in the order of the fact files, one an attribute, then those that name it."""
    own = [fact for fact in knowledge.facts.values() if fact.subject == subject]
    order = {attribute: at for at, attribute in enumerate(knowledge.attributes)}
    firsts: dict[str, Fact] = {}
    for fact in own:
        firsts.setdefault(fact.attribute, fact)
    telling = sorted(firsts.values(), key=lambda fact: _rank(fact, knowledge, order))
    naming = [
        knowledge.facts[one] for one in scorer.postings.get(subject_term(subject), ())
        if subject_term(subject) in scorer.profiles[one].figure and knowledge.facts[one].subject != subject
    ]  # fmt: skip
    return tuple(dict.fromkeys([*telling, *naming]))[:limit]


def _rank(fact: Fact, knowledge: Knowledge, order: dict[str, int]) -> tuple[int, int]:
    kind = knowledge.attributes[fact.attribute].kind
    return (_TELLING.index(kind) if kind in _TELLING else len(_TELLING), order[fact.attribute])


_TELLING = ("definition", "use", "label", "money", "count", "multiple", "percent", "exchange", "org", "date", "rank")
