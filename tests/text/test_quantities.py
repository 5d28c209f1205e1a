"""Numbers with their units, as figures print them and people ask with them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.fold import fold
from bot.text.quantities import Quantity, quantities


def only(text: str) -> Quantity:
    (found,) = quantities(fold(text))
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("7.43億元", 743_000_000, "元"),
        ("42.64萬元", 426_400, "元"),
        ("10515.37億元人民幣", 1_051_537_000_000, "元"),
        ("1,638.17億元", 163_817_000_000, "元"),
        ("743 million yuan", 743_000_000, "元"),
        ("10個億", 1_000_000_000, ""),
        ("五億", 500_000_000, ""),
        ("62.5%", 62.5, "%"),
        ("100%", 100, "%"),
        ("百分之六十二點五", 62.5, "%"),
        ("四分之一", 0.25, ""),
        ("1/4", 0.25, ""),
        ("15倍", 15, "倍"),
        ("2.5x", 2.5, "倍"),
        ("10萬片", 100_000, "片"),
        ("7nm", 7, "nm"),
        ("7奈米", 7, "nm"),
        ("第三場", 3, "第"),
        ("首屆", 1, "第"),
        ("5th gen", 5, "第"),
        ("10 thousand", 10_000, ""),
        ("一半", 0.5, ""),
        ("a tenth", 0.1, ""),
        ("三成", 0.3, ""),
        ("三家GPU企業", 3, "家"),
        ("10萬片S60", 100_000, "片"),
    ],
)
def test_amounts_are_read_with_their_unit(text: str, value: float, unit: str) -> None:
    found = only(text)
    assert found.value == pytest.approx(value)
    assert (found.unit, found.loose) == (unit, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("四千多", 4000),
        ("三百幾億", 30_000_000_000),
        ("十幾億", 1_000_000_000),
        ("七個多億", 700_000_000),
        ("一萬零五百多億", 1_050_000_000_000),
    ],
)
def test_loose_amounts_leave_their_last_digits_open(text: str, value: float) -> None:
    found = only(text)
    assert (found.value, found.loose) == (value, True)


@pytest.mark.parametrize(
    ("text", "fitting", "other"),
    [
        ("幾十萬", 426_400, 4_264_000),
        ("數百億", 38_477_000_000, 163_817_000_000),
        ("一百四十來億", 14_286_000_000, 16_200_000_000),
        ("七億", 743_000_000, 817_000_000),
        ("384億", 38_477_000_000, 38_577_000_000),
    ],
)
def test_some_tens_or_hundreds_leave_even_the_first_digit_open(text: str, fitting: float, other: float) -> None:
    found = only(text)
    assert (found.start, found.fits(fitting), found.fits(other)) == (0, True, False)


@pytest.mark.parametrize("text", ["四小龍", "成立", "長一點", "S60", "A100", "沐曦", "", "3/0"])
def test_numerals_in_names_are_no_amounts(text: str) -> None:
    assert [one for one in quantities(fold(text)) if one.unit or one.scale > 1] == []


@pytest.mark.parametrize(
    ("asked", "stated", "fits"),
    [
        ("1.05 trillion yuan", 10515.37e8, True),
        ("1.06 trillion yuan", 10515.37e8, False),
        ("破千億", 1638.17e8, True),
        ("破千億", 384.77e8, False),
        ("快破千億", 1638.17e8, False),
        ("超過百億", 384.77e8, True),
        ("四千多%", 4074.52, True),
        ("4074%", 4074.52, True),
        ("4100%", 4074.52, True),
        ("5000%", 4074.52, False),
        ("7.43億", 743_000_000, True),
        ("7.4億", 743_000_000, True),
        ("10個億", 500_000_000, False),
        ("3.37億", 743_000_000, False),
        ("0倍", 0, True),
        ("0倍", 15, False),
    ],
)
def test_an_amount_fits_as_far_as_it_is_stated(asked: str, stated: float, fits: bool) -> None:
    assert only(asked).fits(stated) == fits


def test_amounts_stand_in_order_and_do_not_overlap() -> None:
    found = quantities(fold("營收從42.64萬元到7.43億元,增長4074.52%,約佔四分之一"))
    assert [one.value for one in found] == pytest.approx([426_400, 743_000_000, 4074.52, 0.25])
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@given(st.text(max_size=60))
def test_any_text_has_its_amounts_within_it(text: str) -> None:
    folded = fold(text)
    assert all(0 <= one.start < one.end <= len(folded) for one in quantities(folded))
