"""What a question narrows itself to: the smaller of two names, and one of a group."""

from collections.abc import Sequence
from dataclasses import replace

from bot.knowledge.model import Knowledge
from bot.matching import forms
from bot.matching.asks import Ask
from bot.matching.reading import Reading, Role

_ONE_OF = frozenset({Ask.WHO, Ask.WHAT, Ask.MODEL})
_GROUP = "group"


def narrowest(subjects: Sequence[str], knowledge: Knowledge) -> tuple[str, ...]:
    """`subjects` without those whose name is contained in another's (中國GPU市場 beside its AI part)."""
    parts = {one: frozenset(knowledge.subjects[one].parts) for one in subjects}
    return tuple(one for one in subjects if not any(parts[one] and parts[one] < other for other in parts.values()))


def narrowed(reading: Reading, knowledge: Knowledge) -> Reading:
    """`reading` without the broader of two names where one contains the other (中國 GPU 裡 AI 那塊)."""
    named = {term[2:] for term in reading.subject_terms}
    return _without(reading, named - set(narrowest(tuple(sorted(named)), knowledge)))


def one_of_group(reading: Reading, knowledge: Knowledge) -> Reading:
    """`reading` without the group of which one is asked for by what else is told of it (四小龍裡誰專門搞雲端算力)."""
    if not reading.asks & _ONE_OF or Ask.LIST in reading.asks or not forms.asks_among(reading.folded):
        return reading
    if not any(mention.role is not Role.SUBJECT and not mention.soft for mention in reading.content):
        return reading
    named = {term[2:] for term in reading.subject_terms}
    return _without(reading, {one for one in named if knowledge.subjects[one].type == _GROUP})


def _without(reading: Reading, subjects: set[str]) -> Reading:
    """`reading` without the mentions that name any of these subjects."""
    if not subjects:
        return reading
    terms = {f"s:{one}" for one in subjects}
    kept = tuple(m for m in reading.mentions if m.role is not Role.SUBJECT or m.terms.isdisjoint(terms))
    return replace(reading, mentions=kept)
