"""What the features of questions weigh, by how rare they are among known ones, and tables of numbers by feature."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import log, sqrt
from typing import NamedTuple

_COMMON, _LITTLE = 0.05, 20
"""Features in more than this share of the examples, and in more than so many, tell next to nothing where questions are compared one by one."""


class Told(NamedTuple):
    """The known features of a question: `weights`, and `squares` of those that are not common; `norm` counts unknown ones as well."""

    weights: Mapping[int, float]
    squares: Mapping[int, float]
    norm: float


@dataclass(frozen=True)
class Weights:
    """`numbers`: feature → its number, by which `each` has what it weighs and `common` whether it is common. `unseen`: what others weigh."""

    numbers: Mapping[str, int]
    each: Sequence[float]
    common: Sequence[int]
    unseen: float

    def of(self, features: Iterable[str]) -> Told:
        """What these features weigh."""
        weights, squares, total = {}, {}, 0.0
        for feature in features:
            number = self.numbers.get(feature)
            weight = self.unseen if number is None else self.each[number]
            total += weight * weight
            if number is not None:
                weights[number] = weight
                if not self.common[number]:
                    squares[number] = weight * weight
        return Told(weights, squares, sqrt(total) or 1.0)


def weights_of(examples: Sequence[Sequence[str]]) -> Weights:
    """What the features of these questions weigh: their inverse document frequency, and a little for those that all have."""
    counts, most = Counter(chain.from_iterable(examples)), max(_COMMON * len(examples), _LITTLE)
    each = array("d", [log(len(examples) / count) + 0.1 for count in counts.values()])
    common = bytes(count > most for count in counts.values())
    return Weights({one: at for at, one in enumerate(counts)}, each, common, log(len(examples) + 1))


class Table(NamedTuple):
    """Rows of numbers, one row a feature, behind each other: row `at` is members[starts[at]:starts[at + 1]]. `parts` go with `members`."""

    starts: Sequence[int]
    members: Sequence[int]
    parts: Sequence[float]


def table(members: Sequence[Sequence[int]], parts: Iterable[Sequence[float]]) -> Table:
    """These rows as a table. Arrays lie together in memory, where tuples of objects would be fetched one by one."""
    starts = array("I", accumulate(map(len, members), initial=0))
    return Table(starts, array("I", chain.from_iterable(members)), array("f", chain.from_iterable(parts)))
