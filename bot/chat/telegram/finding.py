"""Facts that words may mean, for lists to choose from."""

from dataclasses import dataclass

from bot.answering.model import Outcome, Question
from bot.knowledge.model import Fact
from bot.service import Service


@dataclass(frozen=True, slots=True)
class Found:
    """Facts to choose from, best first; `certain` when the words ask for one of them and nothing else."""

    facts: tuple[Fact, ...]
    certain: bool


def find_facts(service: Service, words: str, limit: int) -> Found:
    """What the words answer, then what they come near to, then what they may be the beginning of."""
    if exact := service.fact(words.strip()):
        return Found((exact,), certain=True)
    answer = service.engine.answer(Question(words))
    found = dict.fromkeys(fact.id for fact in (*answer.facts, *answer.related))
    found |= dict.fromkeys(suggestion.value for suggestion in service.suggest(words, limit))
    facts = tuple(fact for fact in map(service.fact, found) if fact)  # a suggested subject is no fact
    return Found(facts[:limit], certain=answer.outcome is Outcome.ANSWER)
