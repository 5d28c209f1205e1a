"""Calculated values in words; stated figures are never written anew."""

import pytest

from bot.replies.amounts import amount, ratio


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (406_000_000, "zh-Hant", "4.06億元"),
        (406_000_000, "zh-Hans", "4.06亿元"),
        (406_000_000, "en", "406 million yuan"),
        (72_600, "zh-Hant", "7.26萬元"),
        (72_600, "zh-Hans", "7.26万元"),
        (72_600, "en", "0.0726 million yuan"),
        (742_573_600, "zh-Hant", "7.4257億元"),
        (887_720_000_000, "zh-Hant", "8,877.2億元"),
        (12, "zh-Hant", "12元"),
        (0, "zh-Hant", "0元"),
    ],
)
def test_amounts_of_money(value: float, language: str, words: str) -> None:
    assert amount(value, "元", language) == words


@pytest.mark.parametrize(("value", "words"), [(2.2047, "2.2"), (12.34, "12.3"), (1742.495, "1,742"), (1.0, "1")])
def test_ratios(value: float, words: str) -> None:
    assert ratio(value) == words
