"""Misspelt English words in what is asked (reveneu, compund growth, wich); names have slips of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.matching.lexicon import FILLER, Lexicon
from bot.text.units import Sort, Unit, units

_SHORTEST, _LONG = 5, 8


@dataclass(frozen=True, eq=False, repr=False)
class Spelling:
    """Puts words right that are none. Its tables are made when first needed."""

    lexicon: Lexicon

    def prepare(self) -> None:
        """Makes the tables."""
        self.respelt(units("misspelling"), frozenset({0}))

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """Every English word in what asks and names attributes → its stem."""
        plain = dict.fromkeys(
            key
            for surface, terms in self.lexicon.terms.items()
            if surface[0].isascii() and not all(term.startswith("s:") for term in terms)
            for key in surface.split()
        )
        whole = {word: stem for word, stem in self.lexicon.stems.items() if stem in plain}
        return {key: key for key in plain if len(key) >= _SHORTEST - 1 and key.isascii() and key.isalpha()} | whole

    @cached_property
    def _known(self) -> frozenset[str]:
        """Every Latin word within anything the lexicon has: what it knows is no slip."""
        return frozenset(key for surface in self.lexicon.terms if surface[0].isascii() for key in surface.split())

    def respelt(self, seen: tuple[Unit, ...], unread: frozenset[int]) -> tuple[Unit, ...]:
        """The units with misspelt English words (reveneu, compund) read as the words they are nearest to."""
        strange = (at for at in unread if seen[at].sort is Sort.LATIN and seen[at].key not in self._known)
        found = {at: word for at in strange if (word := self._nearest(seen[at].text))}
        if not found:
            return seen
        return tuple(unit._replace(key=self._words[found[at]]) if at in found else unit for at, unit in enumerate(seen))

    def _nearest(self, text: str) -> str | None:
        """The word that `text` is a slip of: a letter missing, extra or swapped with its neighbour; in long words also a wrong one."""
        from rapidfuzz import process  # noqa: PLC0415 - only a misspelt word needs it
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

        close = process.extract(text, self._words.keys(), scorer=OSA.distance, score_cutoff=2)
        likely = (
            word
            for word, distance, _ in close
            if word[0] == text[0] and (distance < 2 or max(len(text), len(word)) >= _LONG)
        )
        return min(
            (word for word in likely if self._likely(text, word)), key=lambda word: len(word) == len(text), default=None
        )

    def _likely(self, text: str, word: str) -> bool:
        if sorted(text) == sorted(word):
            return True
        if text.startswith(word) or word.startswith(text):
            return False  # processor is no slip of process
        if len(text) < _SHORTEST:  # short words are near to many others
            return len(word) > len(text) and self._empty(word)
        return len(word) != len(text) or len(text) >= _LONG - 1

    def _empty(self, word: str) -> bool:
        terms = self.lexicon.terms.get(self._words[word], ())
        return FILLER in terms or any(term.startswith("?") for term in terms)
