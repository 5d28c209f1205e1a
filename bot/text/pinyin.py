"""Chinese characters → toneless pinyin, and typed pinyin → syllables."""

import os
import unicodedata
from functools import cache


@cache
def _table() -> dict[int, str]:
    # Without its phrase dictionary pypinyin loads in a fifth of the time; single characters are all that is compared.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 - slow to load, needed for slips and typed pinyin only

    return PINYIN_DICT


@cache
def readings(char: str) -> tuple[str, ...]:
    """All toneless readings of one character, the commonest first; empty for what is no Chinese character."""
    return tuple(dict.fromkeys(map(_toneless, filter(None, _table().get(ord(char), "").split(",")))))


def _toneless(reading: str) -> str:
    parts = unicodedata.normalize("NFD", reading.replace("ü", "v").replace("ê", "e"))
    return "".join(part for part in parts.replace("u\u0308", "v") if part.isascii())


@cache
def toned(char: str) -> str:
    """The commonest reading of one character with its tone, or the character itself."""
    return _table().get(ord(char), char).split(",")[0]


def reading(char: str) -> str:
    """The commonest toneless reading of one character, or the character itself."""
    known = readings(char)
    return known[0] if known else char


@cache
def _syllables() -> frozenset[str]:
    common = range(0x4E00, 0x9FA6)
    return frozenset(syllable for code in common for syllable in readings(chr(code)) if syllable.isascii()) - {
        "hm", "hng", "m", "n", "ng", "fiao", "cei", "wong",
    }  # fmt: skip


def prepare() -> None:
    """Loads all readings, which takes a while, before the first text needs one."""
    _syllables()


def segment(word: str, names: frozenset[str] = frozenset()) -> tuple[str, ...] | None:
    """`word` cut into the fewest pinyin syllables and `names` (quanqiugpu → quan qiu gpu), or None when it is no pinyin."""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            before = best[start]
            part = word[start:end]
            if before is None or (part not in _syllables() and part not in names):
                continue
            if (known := best[end]) is None or len(before) + 1 < len(known):
                best[end] = (*before, part)
    return best[len(word)]
