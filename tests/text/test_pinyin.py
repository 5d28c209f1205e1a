"""Sounds of characters, and pinyin cut into syllables."""

import pytest

from bot.text.pinyin import reading, readings, segment


@pytest.mark.parametrize(
    ("typed", "syllables"),
    [
        ("muxi", "mu xi"),
        ("yingshou", "ying shou"),
        ("tianshuzhixin", "tian shu zhi xin"),
        ("xian", "xian"),
        ("quanqiugpu", "quan qiu gpu"),
    ],
)
def test_pinyin_is_cut_into_the_fewest_syllables_and_names(typed: str, syllables: str) -> None:
    assert segment(typed, frozenset({"gpu"})) == tuple(syllables.split())


@pytest.mark.parametrize("typed", ["metax", "revenue", "xyz", "quanqiugpu"])
def test_what_is_no_pinyin_is_not_cut(typed: str) -> None:
    assert segment(typed) is None


@pytest.mark.parametrize(("one", "other"), [("曦", "西"), ("仞", "認"), ("芯", "心"), ("程", "城")])
def test_homophones_sound_the_same(one: str, other: str) -> None:
    assert reading(one) == reading(other)


def test_a_character_has_all_its_readings_without_tones() -> None:
    assert set(readings("长")) >= {"chang", "zhang"}
    assert "nv" in readings("女")


def test_what_is_no_character_sounds_as_it_is_written() -> None:
    assert readings("a") == ()
    assert reading("a") == "a"
