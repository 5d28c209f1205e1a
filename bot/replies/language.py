"""Which language a text is written in, as far as its script tells."""

import re
from functools import cache

from opencc import OpenCC

from bot.text.fold import is_han, visible
from bot.text.pinyin import segment

_WORD = re.compile(r"[a-z]{2,}")
_FEWEST, _MOST, _SYLLABLES, _LONGEST = 3, 0.75, 4, 400
_CANTONESE = frozenset("嘅咗喺啲冇嚟係唔佢哋嗰乜噉咁邊嘢啱俾畀攞揾")


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def _is_pinyin(text: str) -> bool:
    """Whether most of at least three words are pinyin, or both of two long ones: English has few such words, and seldom in a row."""
    words = _WORD.findall(text[:_LONGEST].casefold())
    cut = [syllables for word in words if (syllables := segment(word))]
    if len(words) < _FEWEST:
        return len(cut) == 2 and sum(map(len, cut)) >= _SYLLABLES
    return len(cut) >= _MOST * len(words)


def of_text(text: str) -> str:
    """`zh-Hant`, `zh-Hans` or `en`. Chinese that is the same in both scripts counts as Traditional, pinyin as Simplified."""
    shown = visible(text)
    if not any(map(is_han, shown)):
        return "zh-Hans" if _is_pinyin(shown) else "en"
    if not _CANTONESE.isdisjoint(shown) or _converter("t2s").convert(shown) != shown:
        return "zh-Hant"
    return "zh-Hans" if _converter("s2t").convert(shown) != shown else "zh-Hant"
