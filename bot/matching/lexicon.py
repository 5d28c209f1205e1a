"""The lexicon: every surface form that means something to the bot, and what it means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.knowledge.model import Kind, Knowledge
from bot.matching import asks, fillers
from bot.text.fold import fold
from bot.text.units import units

FILLER = "-"
"""The term of words without content."""

_NAMING = frozenset({Kind.LABEL, Kind.NAME, Kind.PRODUCT, Kind.ORG, Kind.PLACE, Kind.PERSON})
_LONGEST_NAME = 14

Surface = tuple[str, ...]
"""A word or phrase as the keys of its units."""


def subject_term(subject: str) -> str:
    """The term of a subject."""
    return f"s:{subject}"


def attribute_term(attribute: str) -> str:
    """The term of an attribute named by one of its aliases."""
    return f"a:{attribute}"


def ask_term(ask: asks.Ask) -> str:
    """The term of an asking word."""
    return f"?{ask.value}"


@dataclass(frozen=True, eq=False, repr=False)
class Lexicon:
    """`terms`: surface (keys joined by a space) → the terms it may mean. `prefixes`: every proper prefix of a surface.

    `stems`: Latin word → its stem, for all words that occur in surfaces. `longest`: units in the longest surface.
    `everyday`: surfaces without content of their own that yet say something (好酷, 上班). `asking`: the units that asking words begin with.
    """

    terms: Mapping[str, tuple[str, ...]]
    prefixes: frozenset[str]
    stems: dict[str, str]
    longest: int
    everyday: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()


def build(knowledge: Knowledge) -> Lexicon:
    """The lexicon of `knowledge` together with the language's own asking words and fillers."""
    found: dict[str, dict[str, None]] = {}
    stems: dict[str, str] = {}
    written = list(_written(knowledge))
    for folded, (text, term) in zip(_fold_all([text for text, _ in written]), written, strict=True):
        if text.isupper() and text.isascii() and text.isalpha():
            stems[folded] = folded  # TOPS are no tops
        surface = units(folded, stems)
        if len(folded) == 1 < len(text):
            continue  # what folding left of it (上咗 → 上) no longer says what was meant
        stems.update((unit.text, unit.key) for unit in surface if unit.key != unit.text)
        if surface:
            found.setdefault(" ".join(unit.key for unit in surface), {})[term] = None
    longest = max((surface.count(" ") + 1 for surface in found), default=0)
    terms = {surface: tuple(its) for surface, its in found.items()}
    return Lexicon(terms, prefixes_of(found), stems, longest, _everyday(terms), _asking(terms))


def prefixes_of(surfaces: Iterable[str]) -> frozenset[str]:
    """Every proper prefix of these surfaces, whole units at a time."""
    return frozenset(" ".join(keys[:end]) for keys in map(str.split, surfaces) for end in range(1, len(keys)))


def _asking(terms: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    return frozenset(
        surface.partition(" ")[0] for surface, its in terms.items() if any(term.startswith("?") for term in its)
    )


def _everyday(terms: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    plain = {*fillers.WORDS, *fillers.LATIN}
    words = [word for word in (*fillers.LIGHT, *fillers.LATIN_LIGHT) if word not in plain]
    surfaces = (" ".join(unit.key for unit in units(folded)) for folded in _fold_all(words))
    return frozenset(surface for surface in surfaces if terms.get(surface) == (FILLER,))


def _fold_all(texts: list[str]) -> Iterator[str]:
    # One conversion of everything is twenty times faster than one for each word.
    lines = fold("\u2029".join(texts).replace(" ", "\u00b7").replace("\u2029", " ␞ ")).split("␞")
    return (line.strip().replace("·", " ") for line in lines)


def _written(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for subject in knowledge.subjects.values():
        names = (*subject.aliases, subject.name.hant, subject.name.en) if not subject.common else subject.aliases
        yield from ((name, subject_term(subject.id)) for name in names)
    for attribute in knowledge.attributes.values():
        yield from ((alias, attribute_term(attribute.id)) for alias in (*attribute.aliases, attribute.name.hant))
    for number, ring in enumerate(knowledge.rings):
        yield from ((word, f"r:{number}") for word in ring.words)
    yield from _loose_words(knowledge)
    yield from _language_words()


def _loose_words(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Words that facts, attributes and subjects rely on, each a term of its own beside the rings it stands in."""
    words: dict[str, None] = {}
    for fact in knowledge.facts.values():
        words.update(dict.fromkeys(fact.keys))
    for attribute in knowledge.attributes.values():
        words.update(dict.fromkeys(attribute.words))
    for subject in knowledge.subjects.values():
        words.update(dict.fromkeys(subject.parts))
    yield from ((word, f"k:{word}") for word in words)
    named = {fact.figure for fact in knowledge.facts.values() if knowledge.attributes[fact.attribute].kind in _NAMING}
    yield from ((figure, f"f:{figure}") for figure in sorted(named) if len(figure) <= _LONGEST_NAME)


def _language_words() -> Iterator[tuple[str, str]]:
    yield from ((word, ask_term(asks.Ask.LIST)) for word in asks.counted())
    for ask, words in asks.WORDS.items():
        yield from ((word, ask_term(ask)) for word in split_words(words))
    yield from ((word, FILLER) for word in (*fillers.WORDS, *fillers.LIGHT, *fillers.LATIN, *fillers.LATIN_LIGHT))


def split_words(words: str) -> Iterable[str]:
    """The words of an asks table: Chinese ones apart by white space, those in Latin letters by |."""
    for line in words.splitlines():
        for part in map(str.strip, line.split("|")):
            if part.isascii() and part:
                yield part
            else:
                yield from part.split()


def keys_of(text: str, lexicon: Lexicon | None = None) -> Surface:
    """The unit keys of any text."""
    return tuple(unit.key for unit in units(fold(text), lexicon.stems if lexicon else None))
