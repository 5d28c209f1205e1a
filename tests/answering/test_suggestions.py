"""Autocomplete in any script and in pinyin: names first, then what is stated of them."""

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Question


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("沐", "metax"),
        ("muxi", "metax"),
        ("MetaX", "metax"),
        ("ｍｅｔａ", "metax"),
        ("Bi", "biren"),
        ("摩尔", "moore-threads"),
        ("摩爾", "moore-threads"),
        ("moore t", "moore-threads"),
        ("上海國資", "state-capital"),
        ("metax rev", "metax.revenue.2024"),
        ("沐曦收入", "metax.revenue.2024"),
        ("沐曦2024", "metax.revenue.2024"),
        ("沐曦营收", "metax.revenue.2024"),
    ],
)
def test_the_first_choice(engine: Engine, typed: str, first: str) -> None:
    assert engine.suggest(typed)[0].value == first


def test_nothing_typed_yet_offers_the_subjects_in_order(engine: Engine) -> None:
    assert [one.value for one in engine.suggest("", 5)] == ["metax", "biren", "moore-threads", "enflame", "iluvatar"]


@pytest.mark.parametrize("typed", ["不存在的東西", "\ud800", "💬💬"])
def test_what_begins_no_name_offers_no_detail(engine: Engine, typed: str) -> None:
    assert all(one.attribute is None for one in engine.suggest(typed))


@pytest.mark.parametrize("typed", ["", "沐曦", "s", "上海", "GPU"])
def test_choices_are_few_distinct_and_short(engine: Engine, typed: str) -> None:
    values = [one.value for one in engine.suggest(typed, 25)]
    assert len(values) == len(set(values)) <= 25
    assert all(0 < len(value) <= 100 for value in values)


def test_each_choice_leads_to_an_answer_about_it(engine: Engine) -> None:
    for typed in ("", "沐曦", "上海", "GPU", "S60"):
        for choice in engine.suggest(typed):
            answer = engine.answer(Question(choice.value))
            assert answer.facts, choice
            assert choice.attribute is None or [fact.id for fact in answer.facts] == [choice.value]
