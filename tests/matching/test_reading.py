"""What a message mentions, what it asks for, for which time, and in which form."""

import pytest

from bot.answering.engine import Engine
from bot.matching.asks import Ask
from bot.matching.reading import Role


@pytest.mark.parametrize(
    ("text", "subjects", "attributes", "years"),
    [
        ("沐曦2024年營收多少?", {"metax"}, {"revenue"}, [2024]),
        ("How much revenue did MetaX make in 2024?", {"metax"}, {"revenue"}, [2024]),
        ("壁仞从22年到24年收入", {"biren"}, {"revenue"}, [2022, 2024]),
        ("天數智芯上市日期", {"iluvatar"}, {"listing-date"}, []),
        ("沐曦和壁仞的營收", {"metax", "biren"}, {"revenue"}, []),
        ("沐曦24年淨利潤", {"metax"}, {"profit"}, [2024]),
        ("寒武紀營收", {"cambricon"}, {"revenue"}, []),
        ("今天天氣很好", set(), set(), [None]),
    ],
)
def test_what_is_mentioned(
    engine: Engine, text: str, subjects: set[str], attributes: set[str], years: list[int | None]
) -> None:
    reading = engine.reader.read(text)
    assert {term[2:] for mention in reading.subjects for term in mention.terms if term[:2] == "s:"} == subjects
    assert attributes <= {term[2:] for term in reading.terms if term[:2] == "a:"}
    assert [period.year for period in reading.periods] == years


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("領投的是誰", Ask.WHO),
        ("邊間公司最早量產", Ask.WHO),
        ("what company made it", Ask.WHO),
        ("什麼時候上市", Ask.WHEN),
        ("幾時上市", Ask.WHEN),
        ("when did it list", Ask.WHEN),
        ("沐曦在哪座城市", Ask.WHERE),
        ("總共多少錢", Ask.MONEY),
        ("營收多少", Ask.QUANTITY),
        ("增長百分之幾", Ask.PERCENT),
        ("提升幾倍", Ask.MULTIPLE),
        ("有多少款顯卡", Ask.COUNT),
        ("how many of them", Ask.COUNT),
        ("第幾代", Ask.RANK),
        ("有哪些公司", Ask.LIST),
        ("有邊啲產品", Ask.LIST),
        ("出咗邊兩隻晶片", Ask.LIST),
        ("哪三顆是新的", Ask.LIST),
        ("為什麼去香港", Ask.WHY),
        ("點解去香港", Ask.WHY),
        ("why Hong Kong", Ask.WHY),
        ("MUSA是什麼", Ask.DEFINE),
        ("沐曦和壁仞對比", Ask.COMPARE),
        ("MetaX vs Biren", Ask.COMPARE),
        ("沐曦上市了嗎", Ask.CHECK),
    ],
)
def test_what_is_asked_for(engine: Engine, text: str, ask: Ask) -> None:
    assert ask in engine.reader.read(text).asks


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("摩爾線程是不是在港交所上市", "checks"),
        ("摩爾線程係咪喺港交所上市㗎", "checks"),
        ("MUSA is Biren's architecture right", "checks"),
        ("沐曦拿了10個億對吧", "checks"),
        ("智鎧是訓練還是推理", "choice"),
        ("is it for training or inference", "choice"),
        ("壁仞收入從多少到多少", "span"),
        ("MetaX revenue from 2022 to 2024", "span"),
        ("沐曦太猛了", "remarks"),
        ("恭喜沐曦上市!", "remarks"),
        ("昨晚跟燧原的朋友喝到三點 頭好痛", "remarks"),
        ("沐曦營收?", "marked"),
    ],
)
def test_its_form(engine: Engine, text: str, form: str) -> None:
    assert getattr(engine.reader.read(text), form)


@pytest.mark.parametrize("text", ["沐曦2024年營收多少", "有哪些公司在上海", "MetaX revenue 2024"])
def test_a_plain_question_has_no_special_form(engine: Engine, text: str) -> None:
    reading = engine.reader.read(text)
    assert [reading.checks, reading.choice, reading.span, reading.remarks] == [False] * 4


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("中國GPU市場整體的增速,不是AI那塊", "ai那块"),
        ("沐曦營收,不是壁仞", "壁仞"),
        ("GPU market growth excluding AI", "ai"),
        ("the S60, not the S80", "s80"),
        ("國產四小龍裡不是上海的是哪個", "上海"),
    ],
)
def test_what_is_denied_is_no_content(engine: Engine, text: str, denied: str) -> None:
    reading = engine.reader.read(text)
    assert [mention.text for mention in reading.mentions if mention.negated] == [denied]
    assert denied not in [mention.text for mention in reading.content]


def test_several_that_are_counted_by_nobody_are_not_asked_for(engine: Engine) -> None:
    assert Ask.COUNT not in engine.reader.read("高端GPU市場被幾家壟斷").asks


@pytest.mark.parametrize(
    "text", ["小弟在寫研究報告,沐曦2024年營收多少", "I'm writing a report, MetaX revenue in 2024?"]
)
def test_what_somebody_tells_of_himself_is_no_content(engine: Engine, text: str) -> None:
    assert {term for mention in engine.reader.read(text).content for term in mention.terms if term[:2] != "r:"} <= {
        "s:metax",
        "a:revenue",
    }


def test_what_somebody_wants_to_know_is_content_all_the_same(engine: Engine) -> None:
    assert "a:profit" in engine.reader.read("我想知道毛利率,沐曦去年的是多少").terms


def test_a_premise_to_confirm_is_not_denied(engine: Engine) -> None:
    assert not any(mention.negated for mention in engine.reader.read("曦云C500不是对标H100的吗").mentions)


def test_amounts_are_read_but_small_counts_say_little(engine: Engine) -> None:
    assert [amount.value for amount in engine.reader.read("沐曦拿了10個億").amounts] == [1e9]
    assert engine.reader.read("這兩家公司的營收").amounts == ()


def test_a_number_in_a_name_is_part_of_the_name(engine: Engine) -> None:
    (name,) = engine.reader.read("GeForce 256").mentions
    assert (name.role, name.amount) == (Role.SUBJECT, None)


def test_a_product_may_stand_for_its_maker(engine: Engine) -> None:
    (mention,) = engine.reader.read("做廬山那家公司").subjects
    assert {"s:lushan", "s:moore-threads"} <= mention.terms


def test_a_long_message_is_read_up_to_a_limit(engine: Engine) -> None:
    assert len(engine.reader.read("沐曦營收" * 5000).folded) <= 400
