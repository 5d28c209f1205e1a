"""Known questions → examples: the centroid of each fact's questions, and tables of the rest."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from math import sqrt

from bot.knowledge.model import Fact, Knowledge
from bot.matching.examples import NOTHING, Examples
from bot.matching.lexicon import Lexicon
from bot.matching.studied import Studied, study
from bot.matching.weights import Table, Weights, table, weights_of

_MOST = 60
"""Features of more facts than this hardly tell them apart, and cost the most."""


def build(knowledge: Knowledge, lexicon: Lexicon) -> Examples:
    """The examples of `knowledge`."""
    return weighed(knowledge, study(knowledge.examples, lexicon))


def weighed(knowledge: Knowledge, studied: Studied) -> Examples:
    """The examples of `knowledge`, which were read before."""
    weights = weights_of(studied.features)
    number = weights.numbers.__getitem__
    asked: dict[str, list[tuple[int, ...]]] = {}
    for (_, fact), its in zip(studied.asked, studied.features, strict=True):
        asked.setdefault(fact, []).append(tuple(map(number, its)))
    questions = [its for of_one in asked.values() for its in of_one]
    ends = tuple(accumulate(map(len, asked.values()), initial=0))
    answered = {fact: its for fact, its in asked.items() if fact != NOTHING}
    return Examples(
        tuple(answered),
        weights,
        _centroids(answered, weights),
        _by_feature(questions, weights),
        _norms(questions, weights),
        {fact: range(begin, end) for fact, (begin, end) in zip(asked, pairwise(ends), strict=True)},
        {fact.id: tuple(_alike(fact, knowledge)) for fact in knowledge.facts.values()},
        {fact.id: fact.quote.text for fact in knowledge.facts.values()},
    )


def _norms(questions: Sequence[Sequence[int]], weights: Weights) -> Sequence[float]:
    square = [weight * weight for weight in weights.each].__getitem__
    return array("d", [sqrt(sum(map(square, features))) or 1.0 for features in questions])


def _centroids(asked: Mapping[str, Sequence[Sequence[int]]], weights: Weights) -> Table:
    """For each feature the facts that have it and its part of their centroids.

    The parts are damped by a square root: what many questions of a fact have counts little more than what some have.
    """
    each = weights.each
    members: list[list[int]] = [[] for _ in each]
    parts: list[list[float]] = [[] for _ in each]
    for number, questions in enumerate(asked.values()):
        damped = {one: sqrt(count * each[one]) for one, count in Counter(chain.from_iterable(questions)).items()}
        length = sqrt(sum([part * part for part in damped.values()])) or 1.0
        for one, part in damped.items():
            members[one].append(number)
            parts[one].append(part / length)
    for one, facts in enumerate(members):
        if len(facts) > _MOST:
            members[one], parts[one] = [], []
    return table(members, parts)


def _by_feature(questions: Sequence[Sequence[int]], weights: Weights) -> Table:
    """For each feature that is not common the questions that have it, in order."""
    rows: list[list[int]] = [[] for _ in weights.each]
    for number, features in enumerate(questions):
        for one in features:
            rows[one].append(number)
    for one, common in enumerate(weights.common):
        if common:
            rows[one] = []
    return table(rows, ())


def _alike(fact: Fact, knowledge: Knowledge) -> Iterator[str]:
    return (one.id for one in knowledge.facts_in[fact.quote] if fact.figure in one.figure)
