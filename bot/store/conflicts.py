"""Where articles contradict each other: two figures for the same subject, attribute and period."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.model import Fact, Kind, Knowledge
from bot.text.fold import squeeze

ONE_VALUED = {Kind.MONEY, Kind.PERCENT, Kind.SHARE, Kind.MULTIPLE, Kind.COUNT, Kind.LENGTH, Kind.RANK, Kind.DATE,
              Kind.EXCHANGE, Kind.STATUS}  # fmt: skip
"""Kinds of which a subject has one at a time. That two articles name two products is no contradiction."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts of several articles that cannot all be right. Each stays; a reply shows all, with their articles' dates."""

    subject: str
    attribute: str
    period: str | None
    facts: tuple[Fact, ...]


def conflicts(knowledge: Knowledge) -> tuple[Conflict, ...]:
    """Every contradiction between articles, in the order of the facts."""
    alike: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in knowledge.facts.values():
        if knowledge.attributes[fact.attribute].kind in ONE_VALUED:
            alike[fact.subject, fact.attribute, squeeze(fact.period or "")].append(fact)
    return tuple(_contradictions(alike))


def _contradictions(alike: dict[tuple[str, str, str], list[Fact]]) -> Iterator[Conflict]:
    for facts in alike.values():
        said: dict[str, set[object]] = defaultdict(set)
        for fact in facts:
            said[fact.article].add(fact.value if fact.value is not None else squeeze(fact.figure))
        if len(said) > 1 and len({frozenset(values) for values in said.values()}) > 1:
            yield Conflict(facts[0].subject, facts[0].attribute, facts[0].period, tuple(facts))
