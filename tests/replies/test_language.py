"""The language of a reply is guessed from the script of the question."""

import pytest

from bot.replies.language import of_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("沐曦2024年營收多少", "zh-Hant"),
        ("摩爾線程係咪喺港交所上市㗎", "zh-Hant"),
        ("边间公司佢哋", "zh-Hant"),
        ("沐曦2024年营收多少", "zh-Hans"),
        ("摩尔线程上市了吗", "zh-Hans"),
        ("MetaX 营收", "zh-Hans"),
        ("沐曦", "zh-Hant"),
        ("MetaX revenue 2024", "en"),
        ("muxi 2024 yingshou", "zh-Hans"),
        ("muxi 2024 nian yingshou duoshao", "zh-Hans"),
        ("mtt s80 shi shei jia de xianka", "zh-Hans"),
        ("s60 dingdan duoshao", "zh-Hans"),
        ("muxi yingshou", "zh-Hans"),
        ("Enflame orders", "en"),
        ("banana", "en"),
        ("shanghai guoji jituan tou le shei", "zh-Hans"),
        ("who invested in Biren in Shanghai", "en"),
        ("", "en"),
        ("🙏", "en"),
        ("\ud800", "en"),
    ],
)
def test_the_script_tells_the_language(text: str, language: str) -> None:
    assert of_text(text) == language
