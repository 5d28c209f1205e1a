"""Which language a text is written in, as far as its script tells."""

from functools import cache

from opencc import OpenCC

from bot.text.fold import is_han, visible

_CANTONESE = frozenset("嘅咗喺啲冇嚟係唔佢哋嗰乜噉咁邊嘢啱俾畀攞揾")


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)


def of_text(text: str) -> str:
    """`zh-Hant`, `zh-Hans` or `en`. Chinese that is the same in both scripts counts as Traditional; no Chinese as English."""
    shown = visible(text)
    if not any(map(is_han, shown)):
        return "en"
    if not _CANTONESE.isdisjoint(shown) or _converter("t2s").convert(shown) != shown:
        return "zh-Hant"
    return "zh-Hans" if _converter("s2t").convert(shown) != shown else "zh-Hant"
