"""Whether to speak up when nobody spoke to the bot. Silence is the default; only a sure answer to a real question breaks it."""

from bot.answering.model import Answer, Outcome, Shape, Strictness
from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching.asks import Ask
from bot.matching.reading import Mention, Reading, Role

_COVERED = {Strictness.NORMAL: 0.7, Strictness.STRICT: 0.85}
_NO_QUESTION = frozenset({Ask.CHECK, Ask.SHOW, Ask.REMARK, Ask.HOW})


def speaks_up(answer: Answer, reading: Reading, knowledge: Knowledge, strictness: Strictness) -> bool:
    """Whether an overheard message gets `answer`."""
    if answer.outcome is not Outcome.ANSWER or reading.remarks:
        return False
    if answer.shape is Shape.CARD:
        return _looks_up(reading, knowledge) and (strictness is Strictness.NORMAL or reading.marked)
    if Ask.WHY in reading.asks and not any(_gives_reason(fact, knowledge) for fact in answer.facts):
        return False
    covered = answer.score >= _COVERED[strictness] or (answer.shape is Shape.CORRECTION and reading.checks)
    if not covered or not _in_the_field(reading, knowledge):
        return False
    return _asks(reading) or _keywords(answer, reading)


def _gives_reason(fact: Fact, knowledge: Knowledge) -> bool:
    return knowledge.attributes[fact.attribute].kind is Kind.REASON


def _asks(reading: Reading) -> bool:
    return bool(reading.asks - _NO_QUESTION) or reading.marked or reading.checks


def _keywords(answer: Answer, reading: Reading) -> bool:
    """Words as typed into a search box: all of them explained, none telling what the fact states."""
    states = any(mention.amount and not mention.soft for mention in reading.content)
    unread = any(mention.role is Role.UNREAD for mention in reading.content)
    return answer.score >= 0.9 and not states and not unread and len(reading.content) <= 4


def _looks_up(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the whole message is a name of the field, or asks what that name is."""
    if reading.asks & {Ask.REMARK, Ask.HOW}:
        return False
    names = [mention for mention in reading.subjects if not _is_common(mention, knowledge)]
    bare = all(mention.role is Role.SUBJECT or mention.soft for mention in reading.content)
    return bool(names) and bare and not any(mention.slip > 0.45 for mention in names)


def _in_the_field(reading: Reading, knowledge: Knowledge) -> bool:
    """Whether the message names something that only people who mean this field would name."""
    named = [mention for mention in reading.content if any(term.startswith("s:") for term in mention.terms)]
    telling = [mention for mention in named if not _is_common(mention, knowledge)]
    telling += [mention for mention in reading.content if any(term.startswith("f:") for term in mention.terms)]
    technical = [
        m for m in reading.content if (m.role is Role.AMOUNT and not m.soft) or (m.role is Role.WORD and not m.soft)
    ]
    return bool(telling) or (bool(named) and len(technical) >= 1) or len(technical) >= 3


def _is_common(mention: Mention, knowledge: Knowledge) -> bool:
    return any(knowledge.subjects[term[2:]].common for term in mention.terms if term.startswith("s:"))
