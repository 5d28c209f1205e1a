"""Slips of the hand: homophones (木曦), look-alikes (摩尔线城), misspelt names (Iluvitar), names typed in pinyin."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from bot.matching.lexicon import FILLER, Lexicon
from bot.matching.spotting import Piece
from bot.text import pinyin
from bot.text.fold import is_han
from bot.text.units import Sort, Unit

_SHORTEST_LATIN, _LONG_LATIN = 5, 8
_LONG = 4
_PARTICLES = frozenset("的在了是一")
_WORDS_AS_COMMON = frozenset(
    [
        "随缘",
        "母系",
        "支开",
        "只开",
        "比人",
        "避人",
        "逼人",
        "路上",
        "陆上",
        "路善",
        "划算",
        "画扇",
        "话山",
        "花岗岩",
    ]
)


@cache
def _all_readings(char: str) -> frozenset[str]:
    return frozenset(pinyin.readings(char))


def _same_sound(one: str, other: str) -> bool:
    return one == other or not _all_readings(one).isdisjoint(_all_readings(other))


Pairs = Mapping[str, tuple[tuple[str, int], ...]]
"""Two characters that stand together in a long name → those names, and where in them."""


def pairs(lexicon: Lexicon, stated: frozenset[str]) -> Pairs:
    """The pairs of characters in long Chinese names of `stated` subjects: a slip of one or two characters keeps some pair."""
    names = (surface.replace(" ", "") for surface, terms in lexicon.terms.items() if not stated.isdisjoint(terms))
    found: dict[str, list[tuple[str, int]]] = {}
    for name in names:
        if len(name) >= _LONG and all(map(is_han, name)):
            for at, (first, second) in enumerate(pairwise(name)):
                found.setdefault(first + second, []).append((name, at))
    return {pair: tuple(its) for pair, its in found.items()}


@dataclass(frozen=True, eq=False, repr=False)
class Slips:
    """Finds names behind slips: those of `stated` subjects, as terms; nobody's slip means what no fact is about.

    `pairs` are those of characters in long names. The other tables are made when first needed: most questions have no slip.
    """

    lexicon: Lexicon
    stated: frozenset[str]
    pairs: Pairs

    def prepare(self) -> None:
        """Makes the tables."""
        pinyin.prepare()
        _ = self._sounds, self._word_sounds, self._latin
        self.nearest("names")

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return {
            surface: tuple(term for term in terms if term in self.stated)
            for surface, terms in self.lexicon.terms.items()
            if not self.stated.isdisjoint(terms)
        }

    @cached_property
    def _han(self) -> Mapping[str, tuple[str, ...]]:
        return {
            surface.replace(" ", ""): terms
            for surface, terms in self._names.items()
            if all(map(is_han, surface.replace(" ", "")))
        }

    @cached_property
    def _sounds(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], list[str]] = {}
        for name in self._han:
            if len(name) >= 2:
                found.setdefault(tuple(map(pinyin.reading, name)), []).append(name)
        return {sound: tuple(names) for sound, names in found.items()}

    @cached_property
    def _word_sounds(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        """The sound of each Chinese word of two to four characters that tells something → such words."""
        found: dict[tuple[str, ...], list[str]] = {}
        for surface, terms in self.lexicon.terms.items():
            telling = any(term[:2] in ("a:", "r:", "k:") for term in terms)
            if telling and 3 <= len(surface) < 2 * _LONG and all(map(is_han, surface[::2])):
                found.setdefault(tuple(map(pinyin.reading, surface[::2])), []).append(surface)
        return {sound: tuple(words) for sound, words in found.items()}

    @cached_property
    def _latin(self) -> Mapping[str, str]:
        words = (surface for surface in self._names if surface.replace(" ", "").isalpha() and surface.isascii())
        whole = {stem: word for word, stem in self.lexicon.stems.items() if "'" not in word}
        written = {"".join(whole.get(key, key) for key in surface.split()): surface for surface in words}
        return {name: surface for name, surface in written.items() if len(name) >= _SHORTEST_LATIN}

    def look_alikes(self, units: Sequence[Unit]) -> Iterator[Piece]:
        """Long names of which one or two characters are wrong and sound the same, though every character may be a word of its own.

        Some two that stand together are still right: where such a pair stands, the names are held against what is around it.
        """
        done: set[tuple[int, str]] = set()
        for at, (first, second) in enumerate(pairwise(units)):
            for name, offset in self.pairs.get(first.key + second.key, ()):
                start, end = at - offset, at - offset + len(name)
                if start < 0 or end > len(units) or (start, name) in done:
                    continue
                done.add((start, name))
                text = "".join([unit.key for unit in units[start:end]])
                if text != name and len(text) == len(name) and (cost := self._likeness(text, name)):
                    yield Piece(start, end, self._han[name], cost)

    def _likeness(self, text: str, name: str) -> float:
        """The cost of taking `text` for a slip of `name`, 0 when it is none; a little word in place of a character is no slip."""
        wrong = [at for at, (typed, meant) in enumerate(zip(text, name, strict=True)) if typed != meant]
        if not 1 <= len(wrong) <= 2 or text in self._han:
            return 0.0
        if len(wrong) == 1:
            typed = text[wrong[0]]
            meant = self.lexicon.terms.get(typed, ())
            slip = FILLER not in meant and (not meant or _same_sound(typed, name[wrong[0]]))
            return 0.3 if slip else 0.0
        # Two wrong ones cost less than one, or the halves of the name would be read as words of their own (摩尔现成).
        return 0.1 if all(_same_sound(text[at], name[at]) for at in wrong) else 0.0

    def homophones(self, units: Sequence[Unit], unread: frozenset[int]) -> Iterator[Piece]:
        """Names typed with characters that sound the same, where some unit was left unread.

        A name of two characters must keep one of them, or stand where both were left unread.
        """
        for start in range(len(units)):
            for length in range(2, min(6, len(units) - start) + 1):
                window = units[start : start + length]
                if window[-1].sort is not Sort.HAN:
                    break
                span = range(start, start + length)
                if unread.isdisjoint(span) or window[0].sort is not Sort.HAN:
                    continue
                text = "".join(unit.key for unit in window)
                for name in self._sounds.get(tuple(map(pinyin.reading, text)), ()):
                    kept = sum(a == b for a, b in zip(text, name, strict=True))
                    if (
                        text not in _WORDS_AS_COMMON
                        and (kept or length > 2 or unread.issuperset(span))
                        and kept < length
                    ):
                        yield Piece(start, start + length, self._han[name], 0.3 if kept else 0.5)

    def like_sounding(self, units: Sequence[Unit], unread: frozenset[int]) -> Iterator[Piece]:
        """Words of which some characters were typed as others that sound the same (拢断, 归模): those that could not be read."""
        for start in range(len(units)):
            for end in range(start + 2, min(len(units), start + _LONG) + 1):
                span = range(start, end)
                if unread.isdisjoint(span) or any(units[at].sort is not Sort.HAN for at in span):
                    continue
                for word in self._word_sounds.get(tuple(pinyin.reading(units[at].key) for at in span), ()):
                    wrong = {at for at, char in zip(span, word[::2], strict=True) if units[at].key != char}
                    right = {at for at in span if at not in wrong}
                    kept = {units[at].key for at in right} - _PARTICLES
                    strange = wrong <= unread or right <= unread
                    toned = all(pinyin.toned(units[at].key) == pinyin.toned(word[2 * (at - start)]) for at in wrong)
                    if wrong and kept and strange and (toned or len(span) > 2):
                        yield Piece(start, end, self.lexicon.terms[word], 0.4)

    def misspelt(self, units: Sequence[Unit], unread: frozenset[int]) -> Iterator[Piece]:
        """Latin names with a wrong, missing or extra letter, as one word or two."""
        from rapidfuzz import process  # noqa: PLC0415 - only a misspelt name needs it
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

        for start in range(len(units)):
            for length in (1, 2, 3):
                window = units[start : start + length]
                if len(window) < length or any(unit.sort is not Sort.LATIN for unit in window):
                    break
                if unread.isdisjoint(range(start, start + length)) or not (
                    start in unread or self._begins_name(units[start])
                ):
                    continue
                text = "".join(unit.text.removesuffix("'s") for unit in window)
                if len(text) < _SHORTEST_LATIN:
                    continue
                allowed = 1 if len(text) < _LONG_LATIN else 2
                close = process.extractOne(text, self._latin.keys(), scorer=OSA.distance, score_cutoff=allowed)
                if close and text[0] == close[0][0]:
                    name, end = self._latin[close[0]], start + length
                    if end < len(units) and (longer := f"{name} {units[end].key}") in self._names:
                        name, end = longer, end + 1  # gefroce 256
                    yield Piece(start, end, self._names[name], 0.3 + 0.1 * close[1])

    def _begins_name(self, unit: Unit) -> bool:
        return any(term in self.stated for term in self.lexicon.terms.get(unit.key, ()))

    def nearest(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Subject terms whose names are nearest to an unknown name, for "did you mean"; a short Latin word is near to too many."""
        latin = text.isascii()
        if latin and len(text) < _SHORTEST_LATIN:
            return ()
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - as above

        names = {surface.replace(" ", ""): terms for surface, terms in self._names.items()}
        close = process.extract(
            text.replace(" ", ""), names.keys(), scorer=fuzz.ratio, score_cutoff=72 if latin else 60, limit=limit * 3
        )
        found = dict.fromkeys(term for name, _, _ in close for term in names[name])
        return tuple(found)[:limit]
