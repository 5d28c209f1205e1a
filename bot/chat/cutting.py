"""Fitting text into a platform's limits without breaking a sentence where it can be helped."""

import re

_SENTENCE = re.compile(r".+?(?:[。!?!?…]+[」』”’\"')\)]*|\.(?=\s)|\n+|$)\s*", re.DOTALL)
ELLIPSIS = "…"


def units(text: str) -> int:
    """Length as the platforms count it: UTF-16 units, so that an emoji counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """The text within `limit` units: whole sentences and an ellipsis, or characters when not one sentence fits."""
    if units(text) <= limit:
        return text
    kept, room = "", limit - units(ELLIPSIS)
    for sentence in _SENTENCE.findall(text):
        if units(kept + sentence.rstrip()) > room:
            break
        kept += sentence
    return (kept.rstrip() or _characters(text, room)) + ELLIPSIS


def _characters(text: str, room: int) -> str:
    taken = 0
    for place, character in enumerate(text):
        taken += units(character)
        if taken > room:
            return text[:place].rstrip()
    return text
