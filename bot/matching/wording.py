"""Question words as one: 賣什麼, 賣些啥 and 賣嘅係咩 ask the same, and so do which chips and what kinds of chips.

Aliases of attributes often hold the word that asks (支持什麼). They are found however that word is put.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.matching.lexicon import FILLER, Lexicon, Surface, keys_of, prefixes_of
from bot.matching.spotting import Piece, words_at
from bot.text.fold import is_han
from bot.text.units import Sort, Unit

_WAYS = {
    "?what": """
        什麼 啥 咩 乜 乜嘢 咩嘢 哪些 邊啲 些什麼 些啥 啲咩 啲乜 什麼樣 什麼樣的 怎樣的 怎麼樣的 咩樣 點樣嘅 啥樣的 哪種 哪類 哪一種 哪一類 哪幾種 哪幾類 邊種 邊類 邊幾種
        哪個 哪一個 哪幾個 邊個 邊一個 邊幾個 哪樣 哪幾樣 邊樣 哪項 哪一項 哪幾項 邊項 哪款 哪一款 哪幾款 邊款 什麼類型的 什麼種類的 何種 |
        what|which|whats|wat|which of the|what kind of|what kinds of|which kind of|which kinds of|what type of|what types of|which types of|what sort of|what sorts of""",
    "?who": """
        誰 誰人 邊個 邊位 哪個 哪位 哪家 哪一家 哪間 哪一間 邊間 邊家 邊一間 哪家公司 哪間公司 邊間公司 哪個公司 什麼公司 啥公司 哪家廠商 哪家企業 哪幾家 哪幾間 邊幾間 哪些公司 邊啲公司|
        who|which company|what company|which firm|what firm|which companies|which maker|which vendor""",
    "?many": "多少 幾多|how many|how much",
    "?where": "哪裡 哪兒 邊度 邊處 何處 什麼地方 啥地方 咩地方 哪個地方 邊個地方|where|which place|what place",
    "?when": "什麼時候 啥時候 咩時候 幾時 何時 哪時候 什麼時間 哪年 哪一年 邊年 何年|when|what year|which year",
}
"""Each way to ask; Chinese ones apart by white space, those in Latin letters by |. Some words stand for two ways."""

_LOOSE = frozenset("了些的是过到嘅啲紧系得")
"""What may stand between a verb and the word that asks, or not: 投了誰, 賣的是啥."""

_REWORDED = 0.05
"""How far a rewording is from the alias: as it is written, an alias is preferred."""

_ARTICLES = frozenset({"the", "its", "their", "of"})


Words = Mapping[str, tuple[Surface, ...]]
"""Question words by their first unit, the longest first."""


def ways() -> dict[str, Words]:
    """For each way to ask its words, as the keys of their units."""
    found: dict[str, Words] = {}
    for way, words in _WAYS.items():
        han, _, latin = words.partition("|")
        surfaces = sorted((keys_of(word) for word in (*han.split(), *latin.split("|")) if word), key=len, reverse=True)
        firsts = dict.fromkeys(surface[0] for surface in surfaces)
        found[way] = {first: tuple(one for one in surfaces if one[0] == first) for first in firsts}
    return found


@dataclass(frozen=True, eq=False, repr=False)
class Wording:
    """Finds aliases that hold a question word, however it is put.

    `phrases`: those aliases with the word put in one way; `ways`: the words of each way to ask.
    """

    phrases: Lexicon
    ways: Mapping[str, Words]

    def read(self, seen: Sequence[Unit]) -> Iterator[Piece]:
        """The aliases in a message, as pieces of its units."""
        keys = {unit.key for unit in seen}
        for way, words in self.ways.items():
            if not keys.isdisjoint(words) and (ends := _ends(seen, words)):
                yield from self._found(_put(seen, way, ends), way)

    def _found(self, put: Sequence["_Put"], way: str) -> Iterator[Piece]:
        plain = [one.unit for one in put]
        asked = [at for at, unit in enumerate(plain) if unit.key == way]
        for start in range(asked[-1] + 1):
            if plain[start].key not in self.phrases.prefixes:
                continue
            for word in words_at(self.phrases, plain, start):
                if any(word.start <= at < word.end for at in asked):
                    yield Piece(put[word.start].start, put[word.end - 1].end, word.terms, _REWORDED)


class _Put(NamedTuple):
    """A unit and the units of the message that it stands for."""

    unit: Unit
    start: int
    end: int


def phrases(lexicon: Lexicon, asking: Mapping[str, Words]) -> Lexicon:
    """The aliases of attributes in `lexicon` that hold a question word, with that word put in one way."""
    terms: dict[str, dict[str, None]] = {}
    for surface, meant in lexicon.terms.items():
        named = [term for term in meant if term.startswith("a:")]
        if not named:
            continue
        seen = tuple(Unit(key, key, Sort.HAN if is_han(key) else Sort.LATIN, 0) for key in surface.split())
        for way, words in asking.items():
            ends = _ends(seen, words)
            put = _put(seen, way, ends) if ends else []
            if put and not _empty(put, way, lexicon):
                terms.setdefault(" ".join(one.unit.key for one in put), {}).update(dict.fromkeys(named))
    longest = max((surface.count(" ") + 1 for surface in terms), default=0)
    return Lexicon({surface: tuple(meant) for surface, meant in terms.items()}, prefixes_of(terms), {}, longest)


def _empty(put: Sequence["_Put"], way: str, lexicon: Lexicon) -> bool:
    """Whether there is nothing beside the question word but words without content (是誰的)."""
    rest = " ".join(one.unit.key for one in put if one.unit.key != way)
    if whole := lexicon.terms.get(rest):
        return FILLER in whole
    return all(FILLER in lexicon.terms.get(key, ()) for key in rest.split())


def _put(seen: Sequence[Unit], way: str, ends: Mapping[int, int]) -> list[_Put]:
    """`seen` with every word of this way to ask, from start to end, as one unit, without what may stand before it or not."""
    put: list[_Put] = []
    at = 0
    while at < len(seen):
        end = ends.get(at)
        if end is None:
            put.append(_Put(seen[at], at, at + 1))
            at += 1
            continue
        start, breaks = at, seen[at].breaks
        while len(put) > 1 and put[-1].unit.key in _LOOSE and not breaks:
            start, breaks = put[-1].start, put[-1].unit.breaks
            put.pop()
        while seen[end - 1].sort is Sort.LATIN and end < len(seen) and seen[end].key in _ARTICLES:
            end += 1
        put.append(_Put(Unit(way, way, Sort.HAN, seen[start].at, breaks), start, end))
        at = end
    return put


def _ends(seen: Sequence[Unit], words: Words) -> dict[int, int]:
    """Where words of a way to ask stand: their starts and ends."""
    starts = [at for at, unit in enumerate(seen) if unit.key in words]
    return {at: end for at in starts if (end := _end_of_word(seen, at, words)) is not None}


def _end_of_word(seen: Sequence[Unit], start: int, words: Words) -> int | None:
    """Where the longest of `words` that begins at `start` ends."""
    for word in words.get(seen[start].key, ()):
        end = start + len(word)
        if end <= len(seen) and all(unit.key == key for unit, key in zip(seen[start:end], word, strict=True)):
            return end
    return None
