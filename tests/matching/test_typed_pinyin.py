"""When a message counts as typed in pinyin, and what its words then mean."""

import pytest

from bot.answering.engine import Engine
from bot.matching.asks import Ask
from bot.matching.typed_pinyin import apart
from bot.text.fold import fold
from bot.text.units import units


def spoken(engine: Engine, text: str) -> bool:
    return engine.reader.pinyin.read(units(fold(text), engine.index.lexicon.stems)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "muxi 2024 yingshou duoshao",
        "zai xianggang shangshi de gpu gongsi you na xie",
        "alexnet shi na yi nian",
        "gpu zuichu shi ganma yong de",
        "quanqiugpu shichang guimo",
        "mtt s80 shi shei jia de xianka",
    ],
)
def test_words_of_syllables_are_pinyin(engine: Engine, text: str) -> None:
    assert spoken(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "How much revenue did MetaX make?",
        "沐曦 yingshou duoshao",
        "MetaX",
        "gm everyone",
        "can he change one line",
        "NVIDIA share in China?",
        "",
    ],
)
def test_english_and_chinese_are_not(engine: Engine, text: str) -> None:
    assert not spoken(engine, text)


@pytest.mark.parametrize(
    ("text", "ask", "attribute"),
    [
        ("muxi 2024 yingshou duoshao", Ask.QUANTITY, "a:revenue"),
        ("muxi weishenme yingshou zhang", Ask.WHY, "a:revenue"),
        ("tianshuzhixin shenme shihou shangshi", Ask.WHEN, None),
        ("zai xianggang shangshi de you na xie", Ask.LIST, None),
    ],
)
def test_its_syllables_mean_words(engine: Engine, text: str, ask: Ask, attribute: str | None) -> None:
    reading = engine.reader.read(text)
    assert ask in reading.asks
    assert attribute is None or attribute in reading.terms


def test_a_year_run_together_is_set_apart() -> None:
    assert apart("muxi2024nianduoda") == "muxi2024nian duoda"
