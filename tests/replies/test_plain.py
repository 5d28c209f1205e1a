"""The whole reply as plain text."""

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.replies.plain import plain


def said(engine: Engine, catalogue: Catalogue, question: str, language: str) -> list[str]:
    return plain(
        compose(engine.answer(Question(question)), engine.knowledge, catalogue, language), catalogue
    ).splitlines()


def test_a_figure_its_hedge_its_sentence_and_where_it_stands(engine: Engine, catalogue: Catalogue) -> None:
    heading, figure, quote, context, source = said(engine, catalogue, "S60有多少訂單", "zh-Hant")
    fact = engine.knowledge.facts["s60.orders"]
    assert fact.context is not None
    assert heading == "燧原S60 · 訂單"
    assert figure == "10萬片 (據報道、超過)"
    assert quote == f"  │ {fact.quote.text}"
    assert context == f"  前文: {fact.context.text}"
    assert source == "  — 張通社,文字:晝嶼,第 25 段第 1 句 (zhangtongshe.com)"


def test_a_sentence_that_several_facts_share_is_shown_once(engine: Engine, catalogue: Catalogue) -> None:
    lines = said(engine, catalogue, "MetaX revenue 2022 vs 2024?", "en")
    assert lines[0].split() == ["Subject", "Period", "As", "stated"]
    assert sum(line.startswith("  │ ") for line in lines) == 1


@pytest.mark.parametrize(
    ("language", "heading"),
    [("zh-Hant", "文章有說明的:"), ("zh-Hans", "文章有说明的:"), ("en", "What the article does state:")],
)
def test_what_is_known_instead_is_offered(engine: Engine, catalogue: Catalogue, language: str, heading: str) -> None:
    lines = said(engine, catalogue, "沐曦2023年營收", language)
    at = lines.index(heading)
    assert lines[at + 1].startswith("  · ")
    assert not any(line.startswith("  │ ") for line in lines)


def test_a_card_is_headed_by_its_subject(engine: Engine, catalogue: Catalogue) -> None:
    lines = said(engine, catalogue, "沐曦", "en")
    assert lines[0] == "MetaX 沐曦股份"
    assert "MetaX · revenue · 2024: 7.43億元" in lines
