"""What is known of one is never told for somebody unknown, nor for another time than was asked."""

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.knowledge.model import Fact
from bot.matching.match import CORE


@pytest.mark.parametrize("name", ["鵬芯微", "睿思芯", "Zyphra", "Graphcore", "商湯", "我們公司", "Quantix"])
@pytest.mark.parametrize(
    "question",
    [
        "{}拿了多少訂單",
        "{}是哪裡的公司",
        "{}的新架構叫什麼",
        "{}量產時間",
        "{}支持多少個應用場景",
        "{}2024年收入多少",
        "{} revenue 2024",
        "where is {} listed",
        "how many orders does {} have",
        "{}外號叫什麼",
        "{}相比上一代卡提升多少",
    ],
)
def test_nothing_is_told_for_somebody_unknown(engine: Engine, name: str, question: str) -> None:
    answer = engine.answer(Question(question.format(name)))
    assert answer.facts == (), [fact.id for fact in answer.facts]


@pytest.mark.parametrize(
    "time",
    [
        *(
            "2023",
            "23年",
            "二三年",
            "廿三年",
            "二〇二三年",
            "2023年上半年",
            "FY23",
            "er san nian",
            "twenty twenty-three",
        ),
        *("去年", "去年底", "前年", "三年前", "5年前", "two years ago", "last year", "YTD", "first nine months"),
        *("Q1", "3Q", "上半年", "年底", "third quarter", "2025", "21年", "今年"),
    ],
)
@pytest.mark.parametrize("question", ["沐曦{}營收多少", "{} biren revenue", "壁仞 {} 收入", "{}中國GPU市場規模"])
def test_a_figure_of_one_time_is_not_told_for_another(engine: Engine, question: str, time: str) -> None:
    asked = question.format(time)
    answer = engine.answer(Question(asked))
    measured = [fact.id for fact in answer.facts if fact.period and isinstance(fact.value, int | float)]
    assert measured == []


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("拿到十萬片訂單的是哪款芯片", "s60.orders"),
        ("支持超過300個場景的是什麼卡", "s60.scenario-count"),
        ("哪家實現了訓練推理雙量產", "iluvatar.first-dual"),
        ("第三場資本盛宴的主角是誰", "domestic-gpu.latest-listing.2026"),
    ],
)
def test_whose_it_is_may_be_asked(engine: Engine, question: str, fact: str) -> None:
    quotes = {one.quote for one in engine.answer(Question(question)).facts}
    assert engine.knowledge.facts[fact].quote in quotes


@pytest.mark.parametrize("company", ["metax", "biren", "moore-threads", "enflame", "iluvatar", "nvidia"])
def test_what_is_stated_of_others_only_is_not_told_of_a_company(engine: Engine, company: str) -> None:
    knowledge = engine.knowledge
    stated = {fact.attribute for fact in knowledge.facts.values()} - knowledge.stated_of[company]
    for attribute in stated:
        asked = f"{knowledge.subjects[company].name.hant}的{knowledge.attributes[attribute].name.hant}"
        told = engine.answer(Question(asked)).facts
        assert all(_concerns(fact, company, engine) for fact in told), (asked, [fact.id for fact in told])


def _concerns(fact: Fact, company: str, engine: Engine) -> bool:
    """Whether a fact is of a company, of what belongs to it, or names it."""
    owner = engine.knowledge.subjects[fact.subject].of
    named = engine.scorer.profiles[fact.id].core.get(f"s:{company}", 0.0) >= CORE
    return company in (fact.subject, owner) or named
