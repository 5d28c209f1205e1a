"""Raw text → comparable text: one width, one case, one script, nothing invisible."""

import unicodedata
from functools import cache

from opencc import OpenCC

LONGEST = 400
"""Characters of a message that are read; what people ask fits well within, and matching stays fast."""

_VARIANTS = str.maketrans(
    {"妳": "你", "祂": "他", "牠": "它", "喎": "哦", "尓": "尔", "巿": "市", "⼀": "一", "咗": ""}
)
# 咗 only marks what is done (投咗 = 投了) and stands in the middle of words.


# Words that are the mainland's own and that the converter takes for Taiwan's, and the other way round.
_MISTAKEN = (("幺", "么"), ("指针", "指标"), ("内核", "核心"), ("矢量", "向量"), ("资料", "数据"), ("整合", "集成"))


@cache
def _converter() -> OpenCC:
    # tw2sp also turns Taiwanese vocabulary (晶片, 軟體, 奈米) into the mainland's, which the article's wording folds to.
    return OpenCC("tw2sp")


def visible(text: str) -> str:
    """`text` without lone surrogates, control and formatting characters; line breaks and tabs become spaces."""
    if text.isprintable():
        return text
    kept = []
    for char in text:
        category = unicodedata.category(char)
        if category == "Cc" or char in "\u2028\u2029":
            kept.append(" ")
        elif category not in ("Cf", "Cs", "Cn", "Co"):
            kept.append(char)
    return "".join(kept)


def fold(text: str) -> str:
    """Comparable form of `text`: visible, NFKC, case-folded, Simplified Chinese with mainland vocabulary, single spaces.

    Idempotent for what people type; never raises for any string.
    """
    plain = unicodedata.normalize("NFKC", visible(text))
    plain = visible(plain).casefold().translate(_VARIANTS)
    folded = _converter().convert(plain)
    for taken, meant in _MISTAKEN:
        folded = folded.replace(taken, meant)
    return " ".join(folded.split())


def squeeze(text: str) -> str:
    """Folded text without any space, for comparing a figure with its sentence."""
    return "".join(fold(text).split())


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character (CJK unified ideographs and their extension A, or 〇)."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char == "〇"
