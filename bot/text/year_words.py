"""Years spelt out in words: twenty twenty-four, nineteen ninety-nine, er ling er si nian."""

import re

from bot.text.patterns import Pattern

_UNITS = {word: at for at, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {
    word: at
    for at, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {word: at * 10 for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_CENTURIES = {"nineteen": 1900, "twenty": 2000}
_DIGITS = {word: at for at, word in enumerate("ling yi er san si wu liu qi ba jiu".split())}


def _any_of(words: dict[str, int]) -> str:
    return "|".join(words)


ENGLISH_YEAR = Pattern(
    rf"(?a)\b(nineteen|twenty)[ -](?:({_any_of(_TEENS)})|({_any_of(_TENS)})(?:[ -]({_any_of(_UNITS)}))?|oh?[ -]({_any_of(_UNITS)}))\b"
    rf"|\btwo thousand(?: and)? (?:({_any_of(_TEENS)})|({_any_of(_UNITS)}))\b",
    ("nineteen", "twenty", "thousand"),
)
PINYIN_YEAR = Pattern(rf"(?a)\b((?:(?:{_any_of(_DIGITS)}) ?){{4}}|(?:(?:{_any_of(_DIGITS)}) ?){{2}})nian", ("nian",))


def english_year(match: re.Match[str]) -> int:
    """The year of a match of ENGLISH_YEAR."""
    century = _CENTURIES.get(match[1], 2000)
    known = _UNITS | _TEENS | _TENS
    return century + sum(known[word] for word in match.groups()[1:] if word)


def pinyin_year(match: re.Match[str]) -> int:
    """The year of a match of PINYIN_YEAR, of two digits or four."""
    digits = re.findall(_any_of(_DIGITS), match[1])
    return int("".join(str(_DIGITS[digit]) for digit in digits))
