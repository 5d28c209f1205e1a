"""What people type in any width, case and script becomes one comparable text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.fold import fold, is_han, squeeze, visible

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("ＭｅｔａＸ　２０２４", "metax 2024"),
        ("沐曦營業收入", "沐曦营业收入"),
        ("晶片、軟體、奈米", "芯片、软件、纳米"),
        ("羣 纔 着", "群 才 着"),
        ("什麼 么", "什么 么"),
        ("投咗", "投"),
        ("  兩  家\n公司\t", "两 家 公司"),
        ("", ""),
    ],
)
def test_one_width_one_case_one_script(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("沐\ud83d曦", "沐曦"),
        ("\udcff", ""),
        ("a\x00b", "a b"),
        ("\u202e沐曦\u202c\u200b", "沐曦"),
        ("\ufeff沐曦", "沐曦"),
        ("沐\ue000曦", "沐曦"),
        ("一\u2028二", "一 二"),
        ("👍🏽 沐曦", "👍🏽 沐曦"),
    ],
)
def test_what_cannot_be_seen_is_left_out(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@given(ANYTHING)
def test_any_text_folds_into_visible_text(text: str) -> None:
    folded = fold(text)
    assert visible(folded) == folded
    assert folded == " ".join(folded.split())
    folded.encode()


@pytest.mark.parametrize(
    "text",
    [
        "沐曦2024年營業收入",
        "摩爾線程係咪喺港交所上市㗎",
        "ＧＰＵ 晶片",
        "How much did MetaX make?",
        "7.43億元,三年複合增長率",
    ],
)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_squeezing_leaves_no_space() -> None:
    assert squeeze("GeForce 256, 第一款\nGPU") == "geforce256,第一款gpu"


@pytest.mark.parametrize(("char", "han"), [("沐", True), ("〇", True), ("㗎", True), ("a", False), ("，", False)])
def test_chinese_characters_are_known(char: str, han: bool) -> None:
    assert is_han(char) == han
