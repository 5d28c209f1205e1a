"""Questions typed in pinyin: their syllables are looked up as if each word of the lexicon had been typed so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from bot.matching.lexicon import FILLER, Lexicon, prefixes_of
from bot.matching.spotting import Piece, words_at
from bot.text import pinyin
from bot.text.fold import is_han
from bot.text.units import Sort, Unit

_YEAR = re.compile(r"(?<=\d)(nian)(?=[a-z])")
_INITIAL = re.compile(r"\b([zcs])h")
_READINGS = 8
_ONE_WORD = 4
"""Syllables that a single word needs to be taken for pinyin, unless it is just what something is called."""
_SLIP = 0.3
_ABBREVIATED = 3
_TWO_READINGS = frozenset("什么没得行重长数都种曾还差觉乐谁哪几了地的着过为角")


def apart(folded: str) -> str:
    """`folded` with the year of run-together pinyin set apart: 2024nianduoda → 2024nian duoda."""
    return _YEAR.sub(r"\1 ", folded)


@dataclass(frozen=True, eq=False, repr=False)
class TypedPinyin:
    """Knows when a message is typed in pinyin and reads it. Its table is made when first needed."""

    lexicon: Lexicon

    def prepare(self) -> None:
        """Makes the tables."""
        pinyin.prepare()
        _ = self.sounds, self._softly, self._latin

    @cached_property
    def sounds(self) -> Lexicon:
        """The lexicon by sound: Chinese words as syllables, names in Latin letters as they are."""
        terms: dict[str, dict[str, None]] = {}
        for surface, meant in self.lexicon.terms.items():
            for sound in _sounds(surface):
                terms.setdefault(sound, {}).update(dict.fromkeys(meant))
        settled = {sound: _settled(sound, tuple(meant)) for sound, meant in terms.items()}
        as_they_are = {name: self.lexicon.terms[name] for name in self._latin}
        return Lexicon(settled | as_they_are, prefixes_of(terms), self.lexicon.stems, self.lexicon.longest)

    @cached_property
    def _softly(self) -> Lexicon:
        """What names and tells something by its sound as those type it who do not tell zh from z and ng from n."""
        terms: dict[str, dict[str, None]] = {}
        for sound, meant in self.sounds.terms.items():
            telling = [term for term in meant if term[:2] in ("s:", "a:", "r:", "k:")]
            if telling and " " in sound:
                terms.setdefault(_soft(sound), {}).update(dict.fromkeys(telling))
        return Lexicon(
            {sound: tuple(meant) for sound, meant in terms.items()}, prefixes_of(terms), {}, self.sounds.longest
        )

    def slips(self, spoken: Sequence[Unit], unread: frozenset[int]) -> Iterator[Piece]:
        """Words behind syllables that could not be read (yinshou for yingshou)."""
        soft = [unit._replace(key=_soft(unit.key)) for unit in spoken]
        for start in range(len(soft)):
            for word in words_at(self._softly, soft, start):
                if not unread.isdisjoint(range(word.start, word.end)):
                    yield word._replace(slip=_SLIP)

    @cached_property
    def _latin(self) -> frozenset[str]:
        """Short Latin names and abbreviations that people type in the middle of pinyin: gpu, ai, musa, ceo."""
        return frozenset(
            key
            for key in self.lexicon.terms
            if key.isascii() and key.isalpha() and 2 <= len(key) <= 6 and self._name(key)
        )

    def _name(self, key: str) -> bool:
        terms = self.lexicon.terms[key]
        abbreviates = len(key) <= _ABBREVIATED and any(term.startswith("a:") for term in terms)
        named = any(term.startswith("s:") for term in terms) or key == "ai"
        return named or (abbreviates and pinyin.segment(key) != (key,))

    def read(self, units: Sequence[Unit]) -> tuple[Unit, ...] | None:
        """The message with its pinyin words cut into syllables, or None when it is not typed in pinyin.

        It is when it has no Chinese characters, two words or more that are pinyin, and at most a third that are English.
        """
        if any(unit.sort is Sort.HAN for unit in units):
            return None
        words = [unit for unit in units if unit.sort is Sort.LATIN]
        cut = {unit.at: pinyin.segment(unit.text, self._latin) for unit in words}
        spoken = [unit for unit in words if cut[unit.at] and unit.text not in self._latin]
        known = (self.lexicon.terms, self.lexicon.prefixes)
        foreign = [unit for unit in words if not cut[unit.at] and not any(unit.key in names for names in known)]
        english = [unit for unit in words if (len(unit.text) > 2 or not cut[unit.at]) and self._english(unit)]
        if all(cut[unit.at] for unit in english) and len(english) <= len(words) // 2:
            english = []  # you and can may be either; among other English words they are English
        syllables = sum(len(cut[unit.at] or ()) for unit in spoken)
        if len(words) == 1 and syllables < _ONE_WORD and " ".join(cut[words[0].at] or ()) not in self.sounds.terms:
            return None
        if syllables < 3 or len(foreign) > len(spoken) // 3 or len(english) > len(words) // 4:
            return None
        return tuple(syllable for unit in units for syllable in self._cut(unit, cut.get(unit.at)))

    def _english(self, unit: Unit) -> bool:
        """Whether the lexicon has this as a word, and not as a name or as typed pinyin."""
        terms = self.lexicon.terms.get(unit.key, ())
        return FILLER in terms or (
            bool(terms) and not pinyin.segment(unit.text) and not any(term.startswith("s:") for term in terms)
        )

    def _cut(self, unit: Unit, syllables: tuple[str, ...] | None) -> list[Unit]:
        if not syllables:
            return [unit]
        named = any(term[0] == "s" for term in self.lexicon.terms.get(unit.key, ()))
        if named and " ".join(syllables) not in self.sounds.terms:
            return [unit]  # a name of its own (musa), not one typed in pinyin (shanghai)
        return [
            Unit(text, text, Sort.LATIN, unit.at, unit.breaks if not at else "") for at, text in enumerate(syllables)
        ]


def _soft(sound: str) -> str:
    return _INITIAL.sub(r"\1", sound).replace("ng", "n")


def _sounds(surface: str) -> list[str]:
    """How a surface may be typed: each Chinese character by its commonest reading, some by either of two."""
    keys = [
        pinyin.readings(key)[: 2 if key in _TWO_READINGS else 1] or (key,) if is_han(key) else (key,)
        for key in surface.split()
    ]
    return [" ".join(sounds) for sounds in islice(product(*keys), _READINGS)]


def _settled(sound: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    # A sound shared by a name and by words without content is the name: nobody types a filler that sounds like one.
    # A single syllable that may be without content says nothing.
    names = tuple(term for term in terms if term.startswith("s:"))
    if " " not in sound and any(term == FILLER or term.startswith("?") for term in terms):
        return tuple(term for term in terms if term == FILLER or term.startswith("?"))
    # What asks may name an attribute as well (是指, 市值).
    asks = tuple(term for term in terms if term.startswith(("?", "a:")))
    return names or (asks if any(term.startswith("?") for term in asks) else terms)
