"""What a question is compared by with known ones: the terms of its words, alone and in pairs, its Chinese characters, alone and in pairs, and its other words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from bot.matching.lexicon import FILLER
from bot.matching.reading import Reading
from bot.text.units import Sort, Unit

_UNTOLD = frozenset({FILLER, "t:", "q:"})
"""Terms that say nothing here: fillers, and the marks of times and amounts, whose units are compared themselves."""

_PAIRED = frozenset({"s:", "a:", "r:"})
"""The sorts of term that are compared in pairs as well, and so is every ask: who is asked for and of what, together."""


def features(reading: Reading) -> frozenset[str]:
    """What a question is compared by. Pinyin is compared by its words' terms alone."""
    return features_of((piece.terms for piece in reading.pieces), () if reading.spoken else reading.seen)


def features_of(words: Iterable[Sequence[str]], seen: Sequence[Unit]) -> frozenset[str]:
    """What a question of these words, each with its terms, and these units is compared by."""
    told = sorted({term for terms in words for term in terms if term[:2] not in _UNTOLD})
    paired = [term for term in told if term[:2] in _PAIRED or term[0] == "?"]
    return frozenset([*told, *[f"{one}&{other}" for one, other in combinations(paired, 2)], *_of_units(seen)])


def _of_units(seen: Sequence[Unit]) -> Iterator[str]:
    before = ""
    for unit in seen:
        yield unit.key
        if unit.sort is not Sort.HAN:
            before = ""
            continue
        if before:
            yield before + unit.key
        before = unit.key
