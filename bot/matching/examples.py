"""Questions as people ask them, each with the fact that answers it: how like those of each fact a new question is.

A question is compared by the terms of its words, its Chinese characters in pairs and its other words, weighted by how rare
they are (inverse document frequency). The cosines with all examples of a fact add up, cubed so that the near ones count
most: a nearest-neighbour vote (Cover & Hart 1967) with a polynomial kernel.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.knowledge.model import Fact, Knowledge
from bot.matching.lexicon import Lexicon
from bot.matching.likening import features
from bot.matching.reading import Reading
from bot.matching.studied import Studied, study

NOTHING = ""
"""Stands for the fact of questions that nothing answers."""

_COMMON = 0.02
"""Features in more than this share of the examples are not looked up: they tell next to nothing and cost the most."""


class Likeness(NamedTuple):
    """How like the examples a question is.

    `facts`: fact → its share of all likeness (0 to 1), with that of facts that state the same; `nearest`: the cosine of
    its nearest example; `sentences`: sentence → the share of all its facts. `nothing`: the share of what nothing answers.
    """

    facts: Mapping[str, float]
    nearest: Mapping[str, float]
    sentences: Mapping[str, float]
    nothing: float
    alike: Mapping[str, tuple[str, ...]]

    def closest(self, fact: str) -> float:
        """The cosine of the nearest example of this fact or of one that states the same."""
        return max(self.nearest.get(one, 0.0) for one in self.alike[fact])


@dataclass(frozen=True)
class Examples:
    """`facts`: the fact of each example, `lengths`: its norm; `weights`: feature → weight; `postings`: feature → examples that have it.

    `alike`: fact → those that state the same in the same sentence, itself among them; `sentences`: fact → its sentence.
    """

    facts: tuple[str, ...]
    lengths: tuple[float, ...]
    weights: Mapping[str, float]
    postings: Mapping[str, tuple[int, ...]]
    alike: Mapping[str, tuple[str, ...]]
    sentences: Mapping[str, str]

    def likeness(self, reading: Reading) -> Likeness:
        """How like the examples a question is."""
        votes, nearest = self._votes(features(reading))
        total = sum(votes.values()) or 1.0
        sentences: dict[str, float] = {}
        for fact, vote in votes.items():
            if fact != NOTHING:
                sentence = self.sentences[fact]
                sentences[sentence] = sentences.get(sentence, 0.0) + vote / total
        shares = {
            fact: sum(votes.get(one, 0.0) for one in self.alike[fact]) / total for fact in votes if fact != NOTHING
        }
        return Likeness(shares, nearest, sentences, votes.get(NOTHING, 0.0) / total, self.alike)

    def _votes(self, held: frozenset[str]) -> tuple[dict[str, float], dict[str, float]]:
        """For each fact its vote, and the cosine of its nearest example."""
        unseen, length = math.log(len(self.facts) + 1), 0.0
        products: dict[int, float] = {}
        for feature in held:
            square = self.weights.get(feature, unseen) ** 2
            length += square
            for example in self.postings.get(feature, ()):
                products[example] = products.get(example, 0.0) + square
        norm = math.sqrt(length) or 1.0
        votes: dict[str, float] = {}
        nearest: dict[str, float] = {}
        for example, product in products.items():
            cosine, fact = product / (norm * self.lengths[example]), self.facts[example]
            votes[fact] = votes.get(fact, 0.0) + cosine**3
            if cosine > nearest.get(fact, 0.0):
                nearest[fact] = cosine
        return votes, nearest


def build(knowledge: Knowledge, lexicon: Lexicon) -> Examples:
    """The examples of `knowledge`."""
    return weighed(knowledge, study(knowledge.examples, lexicon))


def weighed(knowledge: Knowledge, studied: Studied) -> Examples:
    """The examples of `knowledge`, which were read before."""
    held = studied.features
    having: dict[str, list[int]] = {}
    for example, its in enumerate(held):
        for feature in its:
            having.setdefault(feature, []).append(example)
    weights = {feature: math.log(len(held) / len(its)) + 0.1 for feature, its in having.items()}
    return Examples(
        tuple(fact for _, fact in studied.asked),
        tuple(math.sqrt(sum(weights[one] ** 2 for one in its)) or 1.0 for its in held),
        weights,
        {feature: tuple(its) for feature, its in having.items() if len(its) <= max(_COMMON * len(held), 20)},
        {fact.id: tuple(_alike(fact, knowledge)) for fact in knowledge.facts.values()},
        {fact.id: fact.quote.text for fact in knowledge.facts.values()},
    )


def _alike(fact: Fact, knowledge: Knowledge) -> Iterator[str]:
    for one in knowledge.facts.values():
        if one.quote == fact.quote and (one.figure in fact.figure or fact.figure in one.figure):
            yield one.id
