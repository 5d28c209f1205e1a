"""Numerals as they are typed and printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.fold import fold
from bot.text.numerals import numeral


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7.43", 7.43),
        ("10,515.37", 10515.37),
        ("十", 10),
        ("二十五", 25),
        ("一百零五", 105),
        ("兩", 2),
        ("三千九百億", 390_000_000_000),
        ("一億二千萬", 120_000_000),
        ("二〇二四", 2024),
        ("二零二四", 2024),
        ("六點五", 6.5),
        ("六十二點五", 62.5),
    ],
)
def test_numerals_are_read(written: str, value: float) -> None:
    assert numeral(fold(written)) == pytest.approx(value)


@pytest.mark.parametrize("written", ["", "abc", "點五", "六點", "很多", "六點很多"])
def test_what_is_no_numeral_has_no_value(written: str) -> None:
    assert numeral(fold(written)) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_a_number_written_with_commas_is_that_number(number: int) -> None:
    assert numeral(f"{number:,}") == number
