"""The card of a subject: what the article states of it, the most telling first; and which messages ask for one."""

from collections.abc import Sequence

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.matching.asks import NARROW, Ask
from bot.matching.kinds import MEASURED
from bot.matching.lexicon import subject_term
from bot.matching.reading import Mention, Reading, Role
from bot.matching.scoring import Scorer

LONGEST = 6
_LEFT = 0.3
"""The weight of other words that a message may have and yet ask for nothing but the subject."""

_LONGEST_NAME = 4
"""The words of a message that only names something: a name may be said with 那家 or 公司."""

_INTRODUCED = frozenset({Ask.DEFINE, Ask.SHOW, Ask.WHAT, Ask.WHO})
_TELLING = ("definition", "use", "label", "money", "count", "multiple", "percent", "exchange", "org", "date", "rank")


def card(subject: str, knowledge: Knowledge, scorer: Scorer, limit: int = LONGEST) -> tuple[Fact, ...]:
    """Up to `limit` facts about `subject`: its own in the order of the fact files, one an attribute, then those that name it."""
    own = knowledge.facts_of.get(subject, ())
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


def alone(reading: Reading, scorer: Scorer) -> str | None:
    """The subject that a message names beside nothing else that has content, if that is all it does."""
    common = _one_subject(reading, scorer)
    narrow = NARROW - {Ask.WHO} if reading.bare else NARROW  # 沐曦是誰 asks what it is
    if not common or reading.asks & (narrow | {Ask.LIST}) or (reading.checks and _everyday(common, scorer)):
        return None
    if (reading.chatty or len(reading.pieces) > _LONGEST_NAME) and not reading.asks & _INTRODUCED:
        return None  # 摩爾線程好酷
    others = [m for m in reading.mentions if m.role is not Role.SUBJECT and not m.soft]
    if reading.checks and any(not m.terms.isdisjoint(scorer.hint_terms) for m in reading.all_of(Role.WORD)):
        return None  # listed了沒
    if sum(mention.weight for mention in others if not _asks_what_for(mention, reading, scorer)) >= _LEFT:
        return None
    asked = {term[2:] for m in reading.content for term in m.terms if term.startswith("a:")}
    kinds = {scorer.knowledge.attributes[one].kind for one in asked}
    if Kind.PERSON in kinds or kinds & MEASURED:
        return None  # AlexNet作者
    named = sorted(term[2:] for term in common if term.startswith("s:"))
    return next(
        (one for one in named if _has_card(one, scorer) and asked.isdisjoint(scorer.knowledge.stated_of[one])), None
    )


def _has_card(subject: str, scorer: Scorer) -> bool:
    return bool(card(subject, scorer.knowledge, scorer, limit=1))


def _everyday(terms: frozenset[str], scorer: Scorer) -> bool:
    """Whether the name is a word of everyday speech, so that a check that says no more is of something else."""
    return any(scorer.knowledge.subjects[term[2:]].common for term in terms if term.startswith("s:"))


def _asks_what_for(mention: Mention, reading: Reading, scorer: Scorer) -> bool:
    """Whether it asks what a subject is for, of which no fact tells that (… 是做什麼的): then all that is known tells it."""
    about = {term[2:] for term in reading.subject_terms}
    if not mention.terms or not mention.terms <= scorer.describing:
        return False
    stated = scorer.knowledge.stated_of
    return not any(f"a:{attribute}" in mention.terms for one in about for attribute in stated[one])


def products(reading: Reading, scorer: Scorer) -> tuple[Fact, ...]:
    """What a subject makes, for a question that names it, and at most a sort of thing, and asks for a list; empty if that is but one."""
    named = {term[2:] for term in reading.subject_terms}
    listed = Ask.LIST in reading.asks and not reading.asks & NARROW
    if not listed or len(named) != 1:
        return ()
    attributes = scorer.knowledge.attributes
    made = [
        fact for one in named for fact in scorer.knowledge.facts_of.get(one, ())
        if attributes[fact.attribute].kind is Kind.PRODUCT
    ]  # fmt: skip
    profiles = [scorer.profiles[fact.id] for fact in made]
    asking = frozenset().union(*(one.sorts | one.near | {one.attribute} for one in profiles))
    rest = [m for m in reading.content if not any(term.startswith("s:") for term in m.terms)]
    if any(mention.terms.isdisjoint(asking) for mention in rest) or _tells_all(named, rest, scorer.knowledge):
        return ()
    sorts = frozenset(term for mention in rest for term in mention.terms if not term.startswith("a:"))
    told = {fact.figure: fact for fact, one in zip(made, profiles, strict=True) if not sorts or sorts & one.sorts}
    return tuple(told.values())[:LONGEST] if len(told) > 1 else ()


def _tells_all(subjects: set[str], words: Sequence[Mention], knowledge: Knowledge) -> bool:
    """Whether a fact of the subject states all at once what is asked for (燧原的產品線)."""
    asked = {term[2:] for mention in words for term in mention.terms if term.startswith("a:")}
    lists = {one for one in asked if knowledge.attributes[one].kind is Kind.LIST}
    return any(not lists.isdisjoint(knowledge.stated_of[one]) for one in subjects)


def bare_name(reading: Reading, scorer: Scorer) -> tuple[Fact, ...]:
    """For a message that is nothing but a name which facts state (張江, 敏捷突破者): those facts."""
    content = [mention for mention in reading.content if not mention.soft]
    if len(content) != 1 or content[0].role is not Role.WORD or reading.asks & NARROW:
        return ()
    named = {term for term in content[0].terms if term.startswith("f:") or "place" in scorer.types.get(term, ())}
    facts = scorer.knowledge.facts.values()
    return tuple(fact for fact in facts if named & scorer.profiles[fact.id].figure)[:LONGEST]


def _one_subject(reading: Reading, scorer: Scorer) -> frozenset[str]:
    """The terms that all names in the message share; names of what another named thing belongs to left out (上海 … 飛輪)."""
    if not reading.subjects and Ask.DEFINE in reading.asks:
        return reading.terms & scorer.field  # GPU是什麼
    own = [
        m.terms for m in reading.subjects
        if not any(_owners(other, scorer) & m.terms for other in reading.subjects if other is not m)
    ]  # fmt: skip
    return frozenset.intersection(*own) if own else frozenset()


def _owners(mention: Mention, scorer: Scorer) -> frozenset[str]:
    """The terms of what the things that it may name belong to."""
    named = (scorer.knowledge.subjects[term[2:]] for term in mention.terms if term.startswith("s:"))
    return frozenset(subject_term(one.of) for one in named if one.of)
