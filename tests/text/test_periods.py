"""Times as people write them, in three languages and in pinyin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.fold import fold
from bot.text.periods import Period, periods, within


def stated(text: str) -> list[str | None]:
    return [period.iso() for period in periods(fold(text))]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2024年", ["2024"]),
        ("二零二四年", ["2024"]),
        ("二〇二四年十二月", ["2024-12"]),
        ("二四年營收", ["2024"]),
        ("九九年顯卡", ["1999"]),
        ("零六年推出", ["2006"]),
        ("二二年到二四年", ["2022", "2024"]),
        ("近二三年", []),
        ("這一二年", []),
        ("24年業績", ["2024"]),
        ("'24 revenue", ["2024"]),
        ("FY2024", ["2024"]),
        ("FY24 top line", ["2024"]),
        ("from 22 to 24", ["2022", "2024"]),
        ("2024nian", ["2024"]),
        ("沐曦 2024 營收", ["2024"]),
        ("99年", ["1999"]),
        ("1999年", ["1999"]),
        ("22年到24年", ["2022", "2024"]),
        ("2022–2024", ["2022", "2024"]),
        ("2025年底", ["2025"]),
        ("24做到多大", ["2024"]),
        ("2H24 量產", ["2024"]),
        ("2026年1月8日", ["2026-01-08"]),
        ("2026-01-08", ["2026-01-08"]),
        ("2026/1/8", ["2026-01-08"]),
        ("Jan 8, 2026", ["2026-01-08"]),
        ("8 January 2026", ["2026-01-08"]),
        ("Dec 2025", ["2025-12"]),
        ("December 2025", ["2025-12"]),
        ("2025年12月", ["2025-12"]),
        ("1月8日", [None]),
        ("廿四年", ["2024"]),
        ("二十三年", ["2023"]),
        ("二十年", []),
        ("兩千零六年", ["2006"]),
        ("twenty twenty-four", ["2024"]),
        ("nineteen ninety-nine", ["1999"]),
        ("two thousand and six", ["2006"]),
        ("twenty oh six", ["2006"]),
        ("twenty one companies", []),
        ("er ling er si nian", ["2024"]),
        ("er si nian", ["2024"]),
        ("沐曦Dec 2025", ["2025-12"]),
        ("三年複合增長率", []),
        ("年中國", []),
        ("back in '22", ["2022"]),
        ("who earned more in 24", ["2024"]),
        ("in 22 and 24 days", ["2022"]),
        ("in 24 hours", []),
        ("沐曦營收24", ["2024"]),
        ("沐曦營收24億", []),
        ("in '99 Nvidia", ["1999"]),
        ("the '90s", []),
        ("2022的下一年", ["2023"]),
        ("二四年的前一年", ["2023"]),
    ],
)
def test_dates_are_read_as_far_as_stated(text: str, times: list[str | None]) -> None:
    assert stated(text) == times


@pytest.mark.parametrize(
    ("text", "year", "half", "quarter"),
    [
        ("2024H2", 2024, 2, None),
        ("H2 2024", 2024, 2, None),
        ("2024年下半年", 2024, 2, None),
        ("24年上半年", 2024, 1, None),
        ("二四年下半年", 2024, 2, None),
        ("二零二四年第三季", 2024, None, 3),
        ("second half of 2024", 2024, 2, None),
        ("下半年", None, 2, None),
        ("2024Q3", 2024, None, 3),
        ("第三季度", None, None, 3),
        ("沐曦Q1營收", None, None, 1),
        ("沐曦2024H1收入", 2024, 1, None),
        ("年底", None, 2, None),
        ("年初", None, 1, None),
    ],
)
def test_halves_and_quarters(text: str, year: int | None, half: int | None, quarter: int | None) -> None:
    (found,) = periods(fold(text))
    assert (found.year, found.half, found.quarter) == (year, half, quarter)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "去年",
            "旧年",
            "上季",
            "qunian",
            "今日",
            "去年底",
            "大前年",
            "三年前",
            "沐曦5年前",
            "兩個月之前",
            "十二年前",
        ),
        *("last year", "two years ago", "the year before", "YTD", "year to date", "first nine months", "third quarter"),
    ],
)
def test_words_that_depend_on_the_day_are_marked(text: str) -> None:
    (found,) = periods(fold(text))
    assert found.relative
    assert not found.covers(Period(2024))


@pytest.mark.parametrize("text", ["300個", "10515.37億", "3年", "1638億元", "7nm", "S60", "GeForce 256", "2000片"])
def test_amounts_are_no_times(text: str) -> None:
    assert periods(fold(text)) == ()


@pytest.mark.parametrize(
    ("asked", "fact", "covers"),
    [
        ("2024年", "2024年下半年", True),
        ("2024年下半年", "2024年", False),
        ("2024年下半年", "2024年11月", True),
        ("2024年上半年", "2024年11月", False),
        ("2026年", "2026年1月8日", True),
        ("1月8日", "2026年1月8日", True),
        ("2025年", "2026年1月8日", False),
        ("2025年12月", "2026年1月8日", False),
    ],
)
def test_a_time_covers_what_lies_within_it(asked: str, fact: str, covers: bool) -> None:
    (time,) = periods(fold(asked))
    assert within(time, periods(fold(fact))) == covers


@given(st.text(max_size=60))
def test_any_text_has_its_times_within_it(text: str) -> None:
    folded = fold(text)
    assert all(0 <= one.start < one.end <= len(folded) for one in periods(folded))


@pytest.mark.parametrize("text", ["2024年中國GPU市場", "2024年初創公司"])
def test_a_year_does_not_take_what_belongs_to_the_next_word(text: str) -> None:
    assert [fold(text)[period.start : period.end] for period in periods(fold(text))] == ["2024年"]
