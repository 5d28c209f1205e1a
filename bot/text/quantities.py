"""Numbers with their units, as they stand in figures and in questions."""

import math
import re
from typing import NamedTuple

from bot.text.numerals import HAN_NUMERALS, numeral
from bot.text.patterns import Pattern

_NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|[零〇一二两三四五六七八九十百千]+(?:万[零〇一二两三四五六七八九十百千]+(?=[多几余来]?个?亿))?(?:点[零一二三四五六七八九]+)?)"
)
_SCALES = {
    "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "十亿": 1e9, "亿": 1e8, "千万": 1e7, "百万": 1e6, "十万": 1e5, "万": 1e4, "wan yi": 1e12, "qian yi": 1e11, "bai yi": 1e10, "yi": 1e8, "wan": 1e4,
    "trillion": 1e12, "hundred million": 1e8, "hundred thousand": 1e5, "thousand": 1e3, "billion": 1e9, "bn": 1e9, "million": 1e6, "mn": 1e6, "m": 1e6, "b": 1e9, "k": 1e3,
}  # fmt: skip
_UNITS = {
    "元": "元", "块": "元", "人民币": "元", "rmb": "元", "yuan": "元", "cny": "元",
    "%": "%", "percent": "%", "per cent": "%", "倍": "倍", "times": "倍", "x": "倍", "fold": "倍",
    "片": "片", "nm": "nm", "纳米": "nm", "nanometer": "nm", "nanometre": "nm",
    "点": "%", "个点": "%", "趴": "%", "个": "个", "家": "家", "间": "家", "款": "款", "颗": "款", "代": "代", "台": "台", "席": "席", "场": "场", "条": "条",
}  # fmt: skip
_LARGE = 1e4
"""From this scale on a single digit stands for all that begins with it."""

_TELLING = 2
"""So many decimals tell a rounded value from its neighbours."""

_POWERS = ("十", "百", "千", "十几")
_OVER = re.compile(r"(?<![快将要近未没不])(?:破|超过?|过|逾|上|越)$")
"""What stands before a power of ten that is exceeded (破千億)."""

_SCALE = "|".join(_SCALES)
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True)).replace("场", "场(?![景合面所])").replace("块", "块(?![a-z])")
_LATIN_END = r"(?![a-z0-9])"

_FRACTION = Pattern(
    r"([零一二三四五六七八九十百]+|\d+)分之([零一二两三四五六七八九十百千万]+(?:点[零一二三四五六七八九]+)?|\d+(?:\.\d+)?)([多几])?",
    ("分之",),
)
_PART = Pattern(
    r"一半|\bhalf\b|\b(?:a|one)[ -](third|quarter|fourth|fifth|tenth)\b|(?<![一二三四五六七八九十])([一二三四五六七八九])成(?![立为功长熟员本])",
    ("一半", "half", "third", "quarter", "fourth", "fifth", "tenth", "成"),
)
_PARTS = {"third": 1 / 3, "quarter": 0.25, "fourth": 0.25, "fifth": 0.2, "tenth": 0.1}
_SLASH = Pattern(r"(?<![\d/.])(\d)/(\d{1,2})(?![\d/])", ("/",))
_RANK = Pattern(
    r"第([零一二两三四五六七八九十]+|\d+)|首(?=[个届款家次场])|头一(?=[个届款家次场])|\b(\d{1,2})(?:st|nd|rd|th)\b",
    ("第", "首", "头一", "st", "nd", "rd", "th"),
)
_PLAIN = Pattern(
    rf"(?<![\d.a-z])({_NUMBER})\s*(万(?=[多几余]亿))?个?([多几余来])?个?({_SCALE})?([多几余]|出头)?"
    rf"\s*(?:美?({_UNIT})(?:人民币)?|{_LATIN_END})",
    (*"0123456789", *HAN_NUMERALS),
)


class Quantity(NamedTuple):
    """A number in a unit (元, %, 倍, 片, nm, a counting word, 第 for ranks, '' for none), standing at [start:end] of a text.

    `loose` numbers leave their last digits open (四千多, 三百幾億), `several` also the first (幾十萬, 數百億).
    """

    value: float
    unit: str
    start: int
    end: int
    loose: bool = False
    scale: float = 1.0
    several: bool = False

    def fits(self, value: float) -> bool:
        """Whether `value` is this number, as far as it is stated: 四千多 fits 4074.52, and so do 4074 and 4100."""
        digits = round(self.value / self.scale, 6)
        if digits == 0:
            return value == 0
        if self.several:
            return self.value <= value < 10 * self.value
        if self.loose:
            return self.value <= value < self.value + _last_digit(digits) * self.scale
        rounded = digits == round(value / self.scale, _decimals(digits))
        if rounded and (digits >= 100 or _decimals(digits) >= _TELLING):
            return True  # 163.8bn for 1638.17億, 1.05 trillion for 10515.37億
        whole = digits == int(digits) and (digits >= 100 or (digits < 10 and self.scale >= _LARGE))  # 七億 for 7.43億
        cut = whole and math.floor(value / self.scale) == digits
        rough = len(f"{digits:g}".replace(".", "").rstrip("0")) <= 2 and abs(self.value - value) <= 0.05 * abs(value)
        return abs(self.value - value) <= 1e-6 * abs(value) or cut or (rough and digits != value)


def _last_digit(digits: float) -> float:
    """What the last digit counts that is not a zero: 10 in 140, 100 in 10500, 0.1 in 7.4."""
    if digits != int(digits):
        return 10.0 ** -_decimals(digits)
    step = 1.0
    while digits % (10 * step) == 0:
        step *= 10
    return step


def _decimals(digits: float) -> int:
    return len(f"{digits:.6f}".rstrip("0").partition(".")[2])


def quantities(folded: str) -> tuple[Quantity, ...]:
    """The quantities of a folded text in order: amounts, percentages, multiples, counts, fractions and ranks.

    A bare Chinese numeral without scale or unit (四小龙) is no quantity; a bare number is one without a unit.
    """
    found: list[Quantity] = []
    for pattern, reader in ((_FRACTION, _fraction), (_PART, _part), (_SLASH, _slash), (_RANK, _rank), (_PLAIN, _plain)):
        for match in pattern.finditer(folded):
            taken = any(match.start() < q.end and q.start < match.end() for q in found)
            if not taken and (quantity := reader(match)) is not None:
                found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _fraction(match: re.Match[str]) -> Quantity | None:
    below, above = numeral(match[1]), numeral(match[2])
    if not below or above is None:
        return None
    return _percent_or_share(above, below, match)._replace(loose=bool(match[3]))


def _percent_or_share(above: float, below: float, match: re.Match[str]) -> Quantity:
    if below == 100:
        return Quantity(above, "%", match.start(), match.end())
    return Quantity(above / below, "", match.start(), match.end())


def _part(match: re.Match[str]) -> Quantity:
    tenths = numeral(match[2]) if match[2] else None
    value = tenths / 10 if tenths else _PARTS[match[1]] if match[1] else 0.5
    return Quantity(value, "", match.start(), match.end())


def _slash(match: re.Match[str]) -> Quantity | None:
    below = float(match[2])
    return _percent_or_share(float(match[1]), below, match) if below else None


def _rank(match: re.Match[str]) -> Quantity | None:
    counted = match[1] or match[2]
    value = numeral(counted) if counted else 1.0
    return None if value is None else Quantity(value, "第", match.start(), match.end())


def _plain(match: re.Match[str]) -> Quantity | None:
    digits, scale, unit = match[1], match[4], match[6]
    value = numeral(digits)
    if match[0] == "一点" or value is None or (not scale and not unit and not match[3] and not digits[0].isdecimal()):
        return None
    times = _SCALES.get(scale, 1.0) * (_SCALES["万"] if match[2] else 1.0)
    before = match.string[: match.start()]
    vague = digits in _POWERS and before.endswith(("几", "数"))
    several = vague or (digits in _POWERS and _OVER.search(before) is not None)
    return Quantity(
        round(value * times, 2),
        _UNITS[unit] if unit else "",
        match.start() - vague,
        match.end(),
        several or bool(match[3] or match[5]),
        times,
        several,
    )
