"""Comparable text → units: single Chinese characters, runs of Latin letters, numbers."""

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.text.fold import is_han

if TYPE_CHECKING:
    from snowballstemmer import english_stemmer

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_LATIN = re.compile(r"[a-zà-ÿ]+(?:'[a-z]+)?")
_BREAKS = frozenset(",.;:!?，。；：！？、…~|/\n")


class Sort(StrEnum):
    """What a unit is made of."""

    HAN = "han"
    LATIN = "latin"
    NUMBER = "number"


class Unit(NamedTuple):
    """One unit of folded text: `text` as written, `key` as compared (Latin words by their stem), `at` its offset.

    `breaks` holds the clause punctuation that stands right before it.
    """

    text: str
    key: str
    sort: Sort
    at: int
    breaks: str = ""


@cache
def _stemmer() -> "english_stemmer.EnglishStemmer":
    import snowballstemmer  # noqa: PLC0415 - takes longer than a whole answer; needed for English words only

    return snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """English `word` by its stem (Porter's "Snowball" English stemmer), so that launched, launches and launch are one."""
    if len(word) < 4:
        return word
    return str(_stemmer().stemWord(word.removesuffix("'s").removesuffix("'d")))


def units(folded: str, stems: dict[str, str] | None = None) -> tuple[Unit, ...]:
    """The units of `folded` text, in order. `stems` holds stems known beforehand, which saves loading the stemmer."""
    known = stems if stems is not None else {}
    found: list[Unit] = []
    at, breaks = 0, ""
    while at < len(folded):
        char = folded[at]
        if is_han(char):
            found.append(Unit(char, char, Sort.HAN, at, breaks))
            at, breaks = at + 1, ""
        elif word := _LATIN.match(folded, at):
            text = word[0]
            key = known.get(text) or stem(text)
            found.append(Unit(text, key, Sort.LATIN, at, breaks))
            at, breaks = word.end(), ""
        elif number := _NUMBER.match(folded, at):
            found.append(Unit(number[0], number[0].replace(",", ""), Sort.NUMBER, at, breaks))
            at, breaks = number.end(), ""
        elif char == "%":
            found.append(Unit(char, char, Sort.LATIN, at, breaks))
            at, breaks = at + 1, ""
        else:
            breaks += char if char in _BREAKS else ""
            at += 1
    return tuple(found)
