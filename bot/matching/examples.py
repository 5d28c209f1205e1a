"""Questions as people ask them, each with the fact that answers it: how like those of each fact a new question is.

A question is compared by its features, weighted by how rare they are (inverse document frequency). The questions of a fact
make its centroid (Rocchio 1971; as a classifier, Han & Karypis 2000), and a high power of the cosines with all centroids makes
shares of them. What nothing answers has no centre: its share is how near the nearest of those questions are, beside the
nearest ones of the likeliest facts (Cover & Hart 1967).
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nlargest

from bot.matching.likening import features
from bot.matching.reading import Reading
from bot.matching.weights import Table, Told, Weights

NOTHING = ""
"""Stands for the fact of questions that nothing answers."""

_POWER, _NEAR_POWER = 8, 4
_NEAREST, _LIKELIEST = 3, 3
"""So many nearest questions, of so many likeliest facts, are set beside the nearest that nothing answers."""

_NEGLIGIBLE = 0.4
"""Below this part of the highest cosine a fact's share is next to nothing: less than a thousandth of the highest."""


@dataclass(frozen=True, eq=False, repr=False)
class Examples:
    """Known questions by the facts that answer them.

    `facts`: those that have examples; `weights`: what features weigh; `centroids`: for each feature the facts that have it, by
    their place in `facts`, and its part of their centroids. `having`: for each feature that is not common the examples that
    have it, by number, of which `norms` are the norms; `ranges`: for each fact, and for NOTHING, which are its own.
    `alike`: fact → those that state the same or more in the same sentence, itself among them; `sentences`: fact → its sentence.
    Which examples that nothing answers have a feature is asked by every question that needs any: what was looked up is kept.
    """

    facts: tuple[str, ...]
    weights: Weights
    centroids: Table
    having: Table
    norms: Sequence[float]
    ranges: Mapping[str, range]
    alike: Mapping[str, tuple[str, ...]]
    sentences: Mapping[str, str]
    _unanswered: dict[int, Sequence[int]] = field(default_factory=dict)

    def likeness(self, reading: Reading) -> "Likeness":
        """How like the examples a question is."""
        told = self.weights.of(features(reading))
        own = self._votes(told)
        votes = {fact: sum([own.get(one, 0.0) for one in self.alike[fact]]) for fact in own}
        order = sorted(votes, key=lambda fact: (-votes[fact], -own[fact]))
        return Likeness({fact: votes[fact] for fact in order}, own, self, told)

    def _votes(self, told: Told) -> dict[str, float]:
        """For each fact its part of all votes, if it is worth mentioning."""
        starts, members, parts = self.centroids
        sums = [0.0] * len(self.facts)
        for feature, weight in told.weights.items():
            begin, end = starts[feature], starts[feature + 1]
            for fact, part in zip(members[begin:end], parts[begin:end], strict=True):
                sums[fact] += weight * part
        least = _NEGLIGIBLE * max(sums, default=0.0)
        votes = {self.facts[fact]: one**_POWER for fact, one in enumerate(sums) if one > least}
        total = sum(votes.values())
        return {fact: vote / total for fact, vote in votes.items()}

    def cosines(self, fact: str, told: Told) -> Sequence[float]:
        """How like a question those examples of a fact, or of NOTHING, are that have anything in common with it."""
        own = self.ranges.get(fact)
        if own is None:
            return ()
        having = self._kept_having if fact == NOTHING else self._having
        products: dict[int, float] = {}
        before = products.get
        for feature, square in told.squares.items():
            for example in having(feature, own):
                products[example] = before(example, 0.0) + square
        norm, norms = told.norm, self.norms
        return [product / (norm * norms[example]) for example, product in products.items()]

    def _kept_having(self, feature: int, own: range) -> Sequence[int]:
        if feature not in self._unanswered:  # as a tuple, for an array makes its numbers anew each time
            self._unanswered[feature] = tuple(self._having(feature, own))
        return self._unanswered[feature]

    def _having(self, feature: int, own: range) -> Sequence[int]:
        """Which of these examples have a feature."""
        starts, members, _ = self.having
        end = starts[feature + 1]
        begin = bisect_left(members, own.start, starts[feature], end)
        return members[begin : bisect_left(members, own.stop, begin, end)]


def _nearness(cosines: Iterable[float]) -> float:
    return sum(cosine**_NEAR_POWER for cosine in nlargest(_NEAREST, cosines))


@dataclass(frozen=True, eq=False, repr=False)
class Likeness:
    """How like the examples a question is.

    `votes`: fact → its part of the votes of all facts (0 to 1), with that of facts that state the same or more, the likeliest
    first; `own`: without. What single examples tell is worked out when it is first asked for.
    """

    votes: Mapping[str, float]
    own: Mapping[str, float]
    _examples: Examples
    _told: Told
    _cosines: dict[str, Sequence[float]] = field(default_factory=dict)

    @cached_property
    def facts(self) -> Mapping[str, float]:
        """Fact → its share of all likeness (0 to 1), that of what nothing answers taken off; the likeliest first."""
        return {fact: vote * (1 - self.nothing) for fact, vote in self.votes.items()}

    @cached_property
    def sentences(self) -> Mapping[str, float]:
        """Sentence → the share of all its facts."""
        found: dict[str, float] = {}
        for fact, vote in self.own.items():
            sentence = self._examples.sentences[fact]
            found[sentence] = found.get(sentence, 0.0) + vote * (1 - self.nothing)
        return found

    @cached_property
    def nothing(self) -> float:
        """The share of what nothing answers."""
        for_nothing, for_something = _nearness(self._unanswered), _nearness(self._answered)
        return for_nothing / (for_nothing + for_something) if for_nothing else 0.0

    @cached_property
    def near_nothing(self) -> float:
        """The cosine of the nearest example that nothing answers."""
        return max(self._unanswered, default=0.0)

    @cached_property
    def nearest(self) -> float:
        """The cosine of the nearest example, of the likeliest facts or of nothing."""
        return max(self.near_nothing, max(self._answered, default=0.0))

    @cached_property
    def _unanswered(self) -> Sequence[float]:
        return self._cosines_of(NOTHING)

    @cached_property
    def _answered(self) -> Sequence[float]:
        likeliest = nlargest(_LIKELIEST, self.own, key=lambda fact: self.own[fact])
        return [cosine for fact in likeliest for cosine in self._cosines_of(fact)]

    def closest(self, fact: str) -> float:
        """The cosine of the nearest example of this fact or of one that states the same or more."""
        return max(max(self._cosines_of(one), default=0.0) for one in self._examples.alike[fact])

    def _cosines_of(self, fact: str) -> Sequence[float]:
        if fact not in self._cosines:
            self._cosines[fact] = self._examples.cosines(fact, self._told)
        return self._cosines[fact]
