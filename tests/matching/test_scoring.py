"""How well each fact explains a question, and what speaks against it."""

import pytest

from bot.answering.engine import Engine
from bot.matching.match import CORE, Match


def match(engine: Engine, question: str, fact: str) -> Match:
    return engine.scorer.match(engine.knowledge.facts[fact], engine.reader.read(question))


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("沐曦2024年營收", "metax.revenue.2024"),
        ("沐曦2022年營收", "metax.revenue.2022"),
        ("壁仞2024年營收", "biren.revenue.2024"),
        ("沐曦複合增長率", "metax.revenue-growth-rate.2022-2024"),
        ("廬山光線追蹤提升幾倍", "lushan.ray-tracing-gain"),
        ("廬山3A遊戲提升幾倍", "lushan.game-gain"),
    ],
)
def test_the_fact_that_is_meant_scores_best(engine: Engine, question: str, best: str) -> None:
    assert engine.scorer.matches(engine.reader.read(question))[0].fact.id == best


def test_a_fact_that_is_fully_meant_explains_all(engine: Engine) -> None:
    found = match(engine, "沐曦2024年營收多少", "metax.revenue.2024")
    assert (found.coverage, found.subject, found.attribute, found.unexplained) == (1.0, 1.0, 1.0, ())
    assert (found.off_time, found.off_subject, found.forbidden) == (False, False, False)


@pytest.mark.parametrize(
    ("question", "fact", "off_time"),
    [
        ("沐曦2023年營收", "metax.revenue.2024", True),
        ("沐曦去年營收", "metax.revenue.2024", True),
        ("沐曦24年營收", "metax.revenue.2024", False),
        ("沐曦營收", "metax.revenue.2024", False),
        ("天數智芯2026年上市日期", "iluvatar.listing-date.2026", False),
        ("天數智芯2025年上市日期", "iluvatar.listing-date.2026", True),
        ("MUSA大會2025年辦的嗎", "musa-conference.conference-date.2025", False),
    ],
)
def test_another_time_speaks_against_a_fact(engine: Engine, question: str, fact: str, off_time: bool) -> None:
    assert match(engine, question, fact).off_time == off_time


@pytest.mark.parametrize(
    ("question", "fact", "off_subject"),
    [
        ("壁仞營收", "metax.revenue.2024", True),
        ("寒武紀營收", "metax.revenue.2024", True),
        ("營收", "metax.revenue.2024", False),
        ("摩爾線程的廬山定位", "lushan.positioning", False),
        ("曦雲C500製程", "iluvatar.process", True),
    ],
)
def test_another_subject_speaks_against_a_fact(engine: Engine, question: str, fact: str, off_subject: bool) -> None:
    assert match(engine, question, fact).off_subject == off_subject


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("沐曦2024年淨利潤", "metax.revenue.2024"),
        ("沐曦2024年市值", "metax.revenue.2024"),
        ("摩爾線程股價", "moore-threads.exchange"),
    ],
)
def test_another_named_attribute_forbids_a_fact(engine: Engine, question: str, fact: str) -> None:
    assert match(engine, question, fact).forbidden


@pytest.mark.parametrize(
    ("question", "fact", "fits"),
    [
        ("沐曦營收多少", "metax.revenue.2024", 1),
        ("沐曦營收多少錢", "metax.revenue.2024", 1),
        ("沐曦增長率百分之幾", "metax.revenue-growth-rate.2022-2024", 1),
        ("天數智芯哪天上市", "iluvatar.listing-date.2026", 1),
        ("MUSA大會幾月幾號", "musa-conference.conference-date.2025", -1),
        ("為什麼沐曦營收高", "metax.revenue.2024", -1),
        ("沐曦營收是誰的", "metax.revenue.2024", -1),
        ("天數智芯哪天上市", "iluvatar.exchange.2026", -1),
        ("沐曦營收", "metax.revenue.2024", 0),
    ],
)
def test_the_kind_of_value_asked_for_must_be_the_kind_stated(
    engine: Engine, question: str, fact: str, fits: int
) -> None:
    kind = match(engine, question, fact).kind
    assert (kind > 0) - (kind < 0) == fits


def test_a_product_counts_for_its_maker_as_well(engine: Engine) -> None:
    assert CORE <= match(engine, "摩爾線程定位", "lushan.positioning").subject < 1.0
