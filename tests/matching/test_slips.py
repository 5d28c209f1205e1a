"""Slips of the hand in names, and names typed in pinyin; everyday words are no slips."""

import pytest

from bot.answering.engine import Engine


def named(engine: Engine, text: str) -> set[str]:
    return {
        term[2:] for mention in engine.reader.read(text).subjects for term in mention.terms if term.startswith("s:")
    }


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("木曦營收", "metax"),
        ("沐熙營收", "metax"),
        ("璧仞收入", "biren"),
        ("壁韧收入", "biren"),
        ("碧仞科技", "biren"),
        ("遂原多轮融资", "enflame"),
        ("燧源S60", "s60"),
        ("天數智心用幾奈米", "iluvatar"),
        ("摩尔线城上市", "moore-threads"),
        ("摩爾縣程", "moore-threads"),
        ("犀雲C500", "c500"),
        ("芦山芯片主攻什么", "lushan"),
        ("智凱", "zhikai"),
    ],
)
def test_homophones_and_look_alikes_are_the_name(engine: Engine, typed: str, subject: str) -> None:
    assert subject in named(engine, typed)


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("Iluvitar listing", "iluvatar"),
        ("Illuvatar CoreX", "iluvatar"),
        ("Metaxx revenue", "metax"),
        ("Birenn IPO", "biren"),
        ("Enflamme", "enflame"),
        ("MooreThread exchange", "moore-threads"),
        ("birensuppa", "birensupa"),
    ],
)
def test_a_wrong_letter_or_two_is_forgiven(engine: Engine, typed: str, subject: str) -> None:
    assert subject in named(engine, typed)


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("muxi 2024 yingshou", "metax"),
        ("biren 2022nian shouru duoshao", "biren"),
        ("suiyuan keji bei jiaozuo shenme zhe?", "enflame"),
        ("moer xiancheng zai na shangshi", "moore-threads"),
        ("tianshuzhixin faxingjia duoshao", "iluvatar"),
        ("huashan xinpian", "huashan"),
        ("pudong chuangtou tou le muxi duoshao qian", "pudong-vc"),
    ],
)
def test_names_typed_in_pinyin(engine: Engine, typed: str, subject: str) -> None:
    assert subject in named(engine, typed)


@pytest.mark.parametrize(
    ("typed", "attribute"),
    [
        ("高端GPU被誰拢断", "monopolist"),
        ("全球GPU市場归模", "market-size"),
        ("MetaX reveneu 2024", "revenue"),
        ("wich exchange is Biren on", "exchange"),
        ("metax 3 year compund growth rate", "revenue-growth-rate"),
        ("muxi 2024 nian yinshou", "revenue"),
    ],
)
def test_slips_in_what_is_asked_are_seen_through(engine: Engine, typed: str, attribute: str) -> None:
    assert f"a:{attribute}" in engine.reader.read(typed).terms


@pytest.mark.parametrize("typed", ["patient capital", "a new processor", "any dentist here", "the radio station"])
def test_words_of_their_own_are_no_slips(engine: Engine, typed: str) -> None:
    assert not any(term.startswith("a:") for term in engine.reader.read(typed).terms - {"a:capital-label"})


@pytest.mark.parametrize(
    "typed", ["隨緣吧", "母系社會", "路上塞車", "划算嗎", "more threads please", "I love mutant films", "東西南北"]
)
def test_everyday_words_are_no_names(engine: Engine, typed: str) -> None:
    assert named(engine, typed) == set()


def test_a_slip_is_marked_as_such(engine: Engine) -> None:
    marks = {text: engine.reader.read(text).subjects[0].slip > 0 for text in ("沐曦營收", "木曦營收", "Iluvitar IPO")}
    assert marks == {"沐曦營收": False, "木曦營收": True, "Iluvitar IPO": True}


def test_the_nearest_names_to_an_unknown_one(engine: Engine) -> None:
    assert engine.reader.slips.nearest("mooore threds")[0] == "s:moore-threads"
    assert engine.reader.slips.nearest("zzzz") == ()
