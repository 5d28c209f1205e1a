"""Text cut into what the matcher compares: characters, Latin words by their stem, numbers."""

import pytest

from bot.text.units import Sort, stem, units


def test_characters_words_and_numbers_are_units() -> None:
    found = units("沐曦2024 revenues")
    assert [(unit.text, unit.sort) for unit in found] == [
        ("沐", Sort.HAN),
        ("曦", Sort.HAN),
        ("2024", Sort.NUMBER),
        ("revenues", Sort.LATIN),
    ]


def test_each_unit_knows_where_it_stands_and_what_breaks_before_it() -> None:
    found = units("a,「花」?b")
    assert [(unit.text, unit.at, unit.breaks) for unit in found] == [("a", 0, ""), ("花", 3, ","), ("b", 6, "?")]


def test_numbers_are_compared_without_their_commas() -> None:
    (number, percent) = units("1,638.17%")
    assert (number.text, number.key, percent.key) == ("1,638.17", "1638.17", "%")


@pytest.mark.parametrize("word", ["launch", "launched", "launches", "launching"])
def test_forms_of_a_word_are_one(word: str) -> None:
    assert stem(word) == "launch"


def test_known_stems_come_first() -> None:
    assert units("musa", {"musa": "music"})[0].key == "music"


@pytest.mark.parametrize("text", ["", "  ", "🙏🙏", "「」", "???"])
def test_text_without_words_has_no_units(text: str) -> None:
    assert units(text) == ()
