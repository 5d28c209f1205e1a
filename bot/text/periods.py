"""Times as people write them: years, months, days, halves, quarters, and words such as 去年."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.text.numerals import numeral
from bot.text.patterns import Pattern
from bot.text.relative_times import AGO, RELATIVE
from bot.text.year_words import ENGLISH_YEAR, PINYIN_YEAR, english_year, pinyin_year

_MONTHS = {
    name: n
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_MONTH = (
    "january|february|march|april|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec"
)
_YEAR = r"(?:(?:fy|'|’)?((?:19|20)\d\d|(?<![\d.])(?:[0-4]|9(?=\d\s*年))\d)(?!\d))"
_HAN_IN_FULL = r"[二一][零〇九][零〇一二三四五六七八九]{2}"
# In full or by its last two digits (二四年, 廿四年), which are neither a number nor some two or three years (近二三年).
_HAN_YEAR = (
    rf"({_HAN_IN_FULL}|[二两]千(?:零|〇)?(?:[一二]?十)?[一二三四五六七八九](?=\s*年)|"
    r"(?<![这近每去几两十百千零〇一二三四五六七八九\d])(?:[零〇一二九][零〇一二三四五六七八九]|(?:廿|二十)[一二三四五六七八九])(?=\s*年))"
)

_MONTH_MARKS = tuple(_MONTHS)

_DATE = Pattern(
    rf"(?:{_YEAR}|{_HAN_YEAR})\s*(?:年|nian)?\s*[-/.]?(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*(?:月|yue|[-/.](?=\d))"
    rf"\s*(?:(\d{{1,2}}|[一二三四五六七八九十]{{1,3}})\s*(?:日|号|hao|ri)?)?",
    ("月", "yue", "-", "/", "."),
)
_ENGLISH = Pattern(rf"(?a)\b({_MONTH})\.?\s+(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?((?:19|20)\d\d)\b", _MONTH_MARKS)
_ENGLISH_DAY_FIRST = Pattern(rf"(?a)\b(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})\.?,?\s+((?:19|20)\d\d)\b", _MONTH_MARKS)
_HALF = Pattern(
    rf"(?a)(?:{_YEAR}|{_HAN_YEAR})?\s*(?:年|nian)?\s*(?:(上半年|h1\b|first half|shangbannian)|(下半年|h2\b|second half|xiabannian))"
    rf"(?:\s*(?:of\s*)?((?:19|20)\d\d))?|\b([12])h\s?(2\d|20\d\d)\b",
    ("半年", "h1", "h2", "1h", "2h", " half", "bannian"),
)
_QUARTER = Pattern(
    rf"(?a)(?:{_YEAR}|{_HAN_YEAR})?\s*年?\s*(?:第?([一二三四1-4])季度?|q([1-4])\b|([1-4])q\b)(?:\s*((?:19|20)\d\d))?",
    ("季", "q"),
)
_YEAR_BESIDE = Pattern(
    rf"(?:{_YEAR}|{_HAN_YEAR})\s*年?的?(?:((?:下|后|隔)一年|次年|翌年)|(?:上|前)一年)", ("一年", "次年", "翌年")
)
_MARKED_YEAR = Pattern(
    rf"(?:{_YEAR}|{_HAN_YEAR})\s*(?:年(?:[度底末]|初(?!创)|中(?!国))?|财年|nian(?:du)?)", ("年", "nian")
)
_BARE_YEAR = Pattern(
    rf"(?<![\d.a-z])(?:fy)?((?:19|20)\d\d)(?![\d.]|\s*(?:[个家片倍元亿万款%台]|nm))|({_HAN_IN_FULL})",
    ("19", "20", "二零", "二〇", "二九", "一零", "一〇", "一九"),
)
_SHORT_YEAR = Pattern(
    r"(?<![a-z\d])['’]([0-4]\d|9\d)(?![\d.]|s\b)|"
    r"(?<![a-z])(?:in|for|during)\s(2[0-9])(?=\s*(?:$|[?!,;。]|vs|and|to|or|compared|right|huh))|"
    r"(?:营收|收入|业绩|revenue)\s*'?(2[0-9])\s*[?。]?$|(?<![a-z])fy\s?'?(2[0-9])(?![\d.])|"
    r"(?<![\d.a-z])(?:fy)?'?(2[0-9])(?=\s*(?:年|到|至|vs|to\s+'?2[0-9]|跟|和|同|与|[-–~]|营收|收入|业绩|revenue|做|达|赚|收|卖))(?![\d.])",
    ("2", "'", "’"),
)
_SECOND_YEAR = Pattern(
    r"(?:vs|to|和|跟|到|同|与|至|[-–~])\s*'?(2[0-9])(?![\d.]|\s*(?:[个家片倍元亿万款%台]|nm))",
    ("vs", "to", *"和跟到同与至-–~"),
)
_END_OF_YEAR = Pattern(r"(?<![\d去今明前后大零〇一二三四五六七八九十两几])年(?:([底末尾])|初(?!创)|头)", ("年",))
_MONTH_DAY = Pattern(
    r"(?<!\d)(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?", ("月",)
)


class Period(NamedTuple):
    """A time as stated: any part may be missing. `relative` marks words that depend on the day they are said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    half: int | None = None
    quarter: int | None = None
    relative: bool = False
    start: int = 0
    end: int = 0

    def covers(self, other: "Period") -> bool:
        """Whether `other` lies within this time or is the same, as far as both are stated."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day),
                 (self.half, other.half or _half_of(other.month)), (self.quarter, other.quarter))  # fmt: skip
        return not self.relative and all(mine is None or mine == theirs for mine, theirs in pairs)

    def iso(self) -> str | None:
        """The ISO form of year, month and day as far as stated."""
        if self.year is None:
            return None
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


def _half_of(month: int | None) -> int | None:
    return None if month is None else (1 if month <= 6 else 2)


def periods(folded: str) -> tuple[Period, ...]:
    """The times in a folded text, in order; overlapping readings are resolved in favour of the more exact one."""
    found: list[Period] = []
    for pattern, reader in _READERS:
        for match in pattern.finditer(folded):
            if not any(match.start() < p.end and p.start < match.end() for p in found) and (period := reader(match)):
                found.append(period)
    return tuple(sorted(found, key=lambda period: period.start))


def _number(text: str | None) -> int | None:
    value = numeral(text) if text else None
    return None if value is None else int(value)


def _full_year(*texts: str | None) -> int | None:
    year = next((_number(text) for text in texts if text), None)
    if year is None or year >= 100:
        return year
    return 2000 + year if year < 50 else 1900 + year


def _valid(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def _date(match: re.Match[str]) -> Period | None:
    month, day = _number(match[3]), _number(match[4])
    if not _valid(month, day):
        return None
    return Period(_full_year(match[1], match[2]), month, day, start=match.start(), end=match.end())


def _english(match: re.Match[str]) -> Period | None:
    return Period(int(match[3]), _MONTHS[match[1][:3]], _number(match[2]), start=match.start(), end=match.end())


def _english_day_first(match: re.Match[str]) -> Period | None:
    return Period(int(match[3]), _MONTHS[match[2][:3]], int(match[1]), start=match.start(), end=match.end())


def _half(match: re.Match[str]) -> Period:
    first = bool(match[3]) or match[6] == "1"
    year = _full_year(match[1], match[2], match[5], match[7])
    return Period(year, half=1 if first else 2, start=match.start(), end=match.end())


def _quarter(match: re.Match[str]) -> Period:
    quarter = next(_number(text) for text in (match[3], match[4], match[5]) if text)
    return Period(_full_year(match[1], match[2], match[6]), quarter=quarter, start=match.start(), end=match.end())


def _year(match: re.Match[str]) -> Period:
    return Period(_full_year(*match.groups()), start=match.start(), end=match.end())


def _year_beside(match: re.Match[str]) -> Period | None:
    """2022年的下一年: 2023."""
    year = _full_year(match[1], match[2])
    return None if year is None else Period(year + (1 if match[3] else -1), start=match.start(), end=match.end())


def _second_year(match: re.Match[str]) -> Period:
    return Period(_full_year(match[1]), start=match.start(1), end=match.end(1))


def _end_of_year(match: re.Match[str]) -> Period:
    return Period(half=2 if match[1] else 1, start=match.start(), end=match.end())


def _in(year: int | None, match: re.Match[str]) -> Period:
    return Period(year, start=match.start(), end=match.end())


def _relative(match: re.Match[str]) -> Period:
    return Period(relative=True, start=match.start(), end=match.end())


def _month_day(match: re.Match[str]) -> Period | None:
    month, day = _number(match[1]), _number(match[2])
    return Period(month=month, day=day, start=match.start(), end=match.end()) if _valid(month, day) else None


_READERS: tuple[tuple[Pattern, Callable[[re.Match[str]], Period | None]], ...] = (
    (AGO, _relative),
    (_YEAR_BESIDE, _year_beside),
    (_DATE, _date),
    (_ENGLISH_DAY_FIRST, _english_day_first),
    (_ENGLISH, _english),
    (_HALF, _half),
    (_QUARTER, _quarter),
    (ENGLISH_YEAR, lambda match: _in(english_year(match), match)),
    (PINYIN_YEAR, lambda match: _in(_full_year(str(pinyin_year(match))), match)),
    (_MARKED_YEAR, _year),
    (_BARE_YEAR, _year),
    (_SHORT_YEAR, _year),
    (_MONTH_DAY, _month_day),
    (_SECOND_YEAR, _second_year),
    (RELATIVE, _relative),
    (_END_OF_YEAR, _end_of_year),
)
"""The more exact forms first: what one has read is not read again."""


def within(asked: Period, stated: Iterator[Period] | tuple[Period, ...]) -> bool:
    """Whether any stated time lies within the asked one."""
    return any(asked.covers(time) for time in stated)
