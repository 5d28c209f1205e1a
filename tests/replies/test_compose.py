"""Every word a reader sees, in three languages; figures, hedges and sentences stay the article's."""

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Question, Suggestion
from bot.replies.catalogue import LANGUAGES, Catalogue
from bot.replies.compose import cite, compose, label, stretches
from bot.replies.model import Reply


def reply(engine: Engine, catalogue: Catalogue, question: str, language: str) -> Reply:
    return compose(engine.answer(Question(question)), engine.knowledge, catalogue, language)


@pytest.mark.parametrize(
    ("language", "heading", "period"),
    [
        ("zh-Hant", "沐曦股份 · 營業收入 · 2024年", "2024年"),
        ("zh-Hans", "沐曦股份 · 营业收入 · 2024年", "2024年"),
        ("en", "MetaX · revenue · 2024", "2024"),
    ],
)
def test_the_words_around_follow_the_reader_and_the_figure_does_not(
    engine: Engine, catalogue: Catalogue, language: str, heading: str, period: str
) -> None:
    (cited,) = reply(engine, catalogue, "沐曦2024年營收", language).cited
    assert (cited.heading, cited.period, cited.figure) == (heading, period, "7.43億元")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_cited_verbatim_with_its_source(engine: Engine, catalogue: Catalogue, language: str) -> None:
    for fact in engine.knowledge.facts.values():
        cited = cite(fact, engine.knowledge, catalogue, language)
        assert cited.quote_text == fact.quote.text
        assert [part.text for part in cited.quote if part.figure] == [fact.figure]
        assert (cited.figure, cited.hedge) == (fact.figure, fact.hedge)
        assert cited.context == (fact.context.text if fact.context else None)
        assert all(str(word) in cited.source for word in ("張通社", fact.quote.paragraph, fact.quote.sentence))


def test_only_the_first_place_of_a_figure_stands_out() -> None:
    parts = stretches("一家,又一家。", "一家")
    assert [(part.text, part.figure) for part in parts] == [("一家", True), (",又一家。", False)]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("沐曦2024年營收", None),
        ("沐曦", "MetaX 沐曦股份"),
        ("摩爾線程係咪喺港交所上市㗎", "The article states otherwise:"),
        ("沐曦2024年營收是7.43億嗎", "This is how the article puts it:"),
        ("沐曦2023年營收多少?", "The article does not state the revenue of MetaX for 2023."),
        ("摩爾線程2024年營收", "The article does not state the revenue of Moore Threads for 2024."),
        ("寒武紀2024年營收", "The article does not mention Cambricon."),
        ("明天輪到誰值日", "The article does not answer that."),
    ],
)
def test_the_opening_line_says_what_kind_of_answer_it_is(
    engine: Engine, catalogue: Catalogue, question: str, lead: str | None
) -> None:
    assert reply(engine, catalogue, question, "en").lead == lead


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("zh-Hant", "文章沒有說明沐曦股份2023年的營業收入。"),
        ("zh-Hans", "文章没有说明沐曦股份2023年的营业收入。"),
        ("en", "The article does not state the revenue of MetaX for 2023."),
    ],
)
def test_what_is_not_stated_is_said_in_the_readers_language(
    engine: Engine, catalogue: Catalogue, language: str, lead: str
) -> None:
    said = reply(engine, catalogue, "沐曦2023年營收多少?", language)
    assert said.lead == lead
    assert said.cited == ()
    assert said.offers[0].fact == "metax.revenue.2024"


def test_names_that_may_have_been_meant_are_offered(engine: Engine, catalogue: Catalogue) -> None:
    said = reply(engine, catalogue, "Moree Thrads exchange", "en")
    assert said.suggestions[0] == "Moore Threads"
    assert said.notes[0].startswith("Did you mean: Moore Threads")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_is_a_table_whose_sums_are_marked_as_calculated(
    engine: Engine, catalogue: Catalogue, language: str
) -> None:
    said = reply(engine, catalogue, "沐曦和壁仞2024年營收對比", language)
    assert said.table is not None
    assert [row[-1] for row in said.table.rows] == ["7.43億元", "3.37億元"]
    marks = {"zh-Hant": "計算所得", "zh-Hans": "计算所得", "en": "calculated"}
    assert len(said.table.footer) == 2
    assert all(marks[language] in line for line in said.table.footer)


def test_a_comparison_of_years_shows_the_years(engine: Engine, catalogue: Catalogue) -> None:
    table = reply(engine, catalogue, "MetaX revenue 2022 vs 2024?", "en").table
    assert table is not None
    assert table.header == ("Subject", "Period", "As stated")
    assert [row[1:] for row in table.rows] == [("2022", "42.64萬元"), ("2024", "7.43億元")]


def test_the_ratio_is_said_of_the_larger_amount(engine: Engine, catalogue: Catalogue) -> None:
    table = reply(engine, catalogue, "MetaX revenue 2022 vs 2024?", "en").table
    assert table is not None
    assert not any(line.startswith("The first is about 1,742 times") for line in table.footer)


def test_a_comparison_keeps_the_hedges(engine: Engine, catalogue: Catalogue) -> None:
    table = reply(engine, catalogue, "2024年全球和中國GPU市場規模差多遠", "zh-Hant").table
    assert table is not None
    assert any("約" in cell for row in table.rows for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_offers_fit_on_a_button(engine: Engine, catalogue: Catalogue, language: str) -> None:
    for question in ("沐曦股價", "沐曦2023年營收多少?", "2024年營收多少"):
        offers = reply(engine, catalogue, question, language).offers
        assert offers
        assert all(0 < len(offer.label) <= 80 for offer in offers)


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hant", "沐曦股份 · 營業收入 · 2024年"), ("en", "MetaX · revenue · 2024年")]
)
def test_a_suggestion_has_a_label(engine: Engine, language: str, words: str) -> None:
    choice = Suggestion("metax.revenue.2024", "metax", "revenue", "2024年")
    assert label(choice, engine.knowledge, language) == words
