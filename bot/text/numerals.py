"""Chinese and Arabic numerals → numbers."""

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

_LONGEST = 24
"""Digits in the longest numeral that is read as a number; nothing that is counted needs more."""

HAN_NUMERALS = "零〇一二两三四五六七八九十百千万亿"


def numeral(text: str) -> float | None:
    """The number that a folded numeral stands for (7.43, 10,515, 二十五, 三千九百亿, 二〇二四, 6点5), or None."""
    if len(text) > _LONGEST:
        return None
    try:
        return float(text.replace(",", ""))
    except ValueError:
        pass
    whole, point, part = text.partition("点")
    if point:
        return _decimal(whole, part)
    text = text.replace("廿", "二十")
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return float("".join(str(_DIGITS[char]) for char in text))
    return _counted(text)


def _decimal(whole: str, part: str) -> float | None:
    before = numeral(whole)
    if before is None or not part or any(char not in _DIGITS and not char.isdecimal() for char in part):
        return None
    return before + float("0." + "".join(str(_DIGITS.get(char, char)) for char in part))


def _counted(text: str) -> float | None:
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        elif char == "万":
            total += (section + digit or 1) * _MYRIADS[char]
            section = digit = 0
        elif char == "亿":
            total = (total + section + digit or 1) * _MYRIADS[char]
            section = digit = 0
        else:
            return None
    return float(total + section + digit) if text else None
