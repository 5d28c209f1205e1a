"""What a question is compared by with known ones: the terms of its words, its Chinese characters in pairs and its other words."""

from collections.abc import Iterable, Iterator, Sequence

from bot.matching.lexicon import FILLER
from bot.matching.reading import Reading
from bot.text.units import Sort, Unit

_UNTOLD = frozenset({FILLER, "t:", "q:"})
"""Terms that say nothing here: fillers, and the marks of times and amounts, whose units are compared themselves."""


def features(reading: Reading) -> frozenset[str]:
    """What a question is compared by. Pinyin is compared by its words' terms alone."""
    return features_of((terms for _, terms in reading.words), () if reading.spoken else reading.seen)


def features_of(words: Iterable[Sequence[str]], seen: Sequence[Unit]) -> frozenset[str]:
    """What a question of these words, each with its terms, and these units is compared by."""
    told = (term for terms in words for term in terms if term[:2] not in _UNTOLD)
    return frozenset([*told, *_of_units(seen)])


def _of_units(seen: Sequence[Unit]) -> Iterator[str]:
    for at, unit in enumerate(seen):
        if unit.sort is not Sort.HAN:
            yield unit.key
        elif at + 1 < len(seen) and seen[at + 1].sort is Sort.HAN:
            yield unit.key + seen[at + 1].key
