"""What examples may add to the words of a question, and what they may not."""

from dataclasses import replace

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Outcome, Question, Shape
from bot.knowledge.model import Example

WORDING = "把{}的家底抖落抖落,一載流水是個什麼光景"


@pytest.fixture(scope="module")
def told(engine: Engine) -> Engine:
    """The real engine that knows only one unheard-of way to ask for revenue, and one to ask for what nothing states."""
    asked = (
        *(
            Example(WORDING.format(name), f"{fact}.revenue.2024")
            for name, fact in (("沐曦", "metax"), ("壁仞", "biren"))
        ),
        Example("沐曦的糧草官是哪位好漢", ""),
        Example("壁仞的糧草官是哪位好漢", ""),
    )
    return Engine(replace(engine.knowledge, examples=asked), engine.index)


def test_a_wording_that_only_examples_know_is_answered(engine: Engine, told: Engine) -> None:
    asked = Question("那沐曦的家底抖落抖落,一載流水是個啥光景")
    assert Engine(replace(engine.knowledge, examples=()), engine.index).answer(asked).outcome is Outcome.NO_ANSWER
    assert [fact.id for fact in told.answer(asked).facts] == ["metax.revenue.2024"]


@pytest.mark.parametrize(
    "question",
    [
        WORDING.format("寒武紀"),
        WORDING.format("摩爾線程"),
        WORDING.format("沐曦2023年"),
        WORDING.format("沐曦").replace("流水", "淨利潤"),
        "沐曦的糧草官是哪位好漢啊",
        "把隔壁老王的家底抖落抖落,昨夜打麻將是個什麼光景",
    ],
    ids=["unknown company", "another company", "another year", "what no fact states", "like what nothing answers", "off topic"],
)  # fmt: skip
def test_however_like_an_example_another_thing_is_not_answered(told: Engine, question: str) -> None:
    answer = told.answer(Question(question))
    assert (answer.outcome, answer.facts) == (Outcome.NO_ANSWER, ())


def test_an_answer_that_examples_contradict_is_not_given(engine: Engine) -> None:
    question = "燧原賣的一體機是給誰家定做的"
    plain = Engine(replace(engine.knowledge, examples=()), engine.index)
    assert plain.answer(Question(question)).outcome is Outcome.ANSWER
    asked = tuple(
        Example(f"{name}是給誰家定做的", "") for name in ("燧原賣的一體機", "燧原這台一體機", "燧原的整套機器")
    )
    warned = Engine(replace(engine.knowledge, examples=asked), engine.index)
    assert warned.answer(Question(question)).outcome is Outcome.NO_ANSWER


def test_a_claim_that_only_examples_understand_is_corrected(engine: Engine) -> None:
    claim = Question("沐曦的家底抖落出來,一載流水也就1億元吧")
    assert Engine(replace(engine.knowledge, examples=()), engine.index).answer(claim).shape is not Shape.CORRECTION
    asked = tuple(
        Example(f"{name}的家底抖落出來一載流水有{much}", f"{fact}.revenue.2024")
        for name, fact in (("沐曦", "metax"), ("壁仞", "biren"))
        for much in ("多少", "幾何", "5億元")
    )
    answer = Engine(replace(engine.knowledge, examples=asked), engine.index).answer(claim)
    assert (answer.shape, [fact.id for fact in answer.facts]) == (Shape.CORRECTION, ["metax.revenue.2024"])


@pytest.mark.parametrize(
    ("fact", "name", "answered"),
    [("iluvatar.migration-cost", "天數智芯", True), ("shanghai-ic.national-share.2024", "上海集成電路產業", False)],
    ids=["words where a number was expected", "another number"],
)
def test_another_kind_of_number_is_never_told(engine: Engine, fact: str, name: str, answered: bool) -> None:
    asked = tuple(Example(f"{name}的家底{way}", fact) for way in ("抖落抖落", "抖落出來看看", "抖落乾淨"))
    sure = Engine(replace(engine.knowledge, examples=asked), engine.index)
    answer = sure.answer(Question(f"{name}的家底抖落出來是幾億"))
    assert ([one.id for one in answer.facts] == [fact]) is answered


def test_what_nearly_all_mean_goes_before_what_the_words_name(engine: Engine) -> None:
    asked = Question("華山對標國際先進的是哪項指標")
    answer = engine.answer(asked)
    assert [fact.id for fact in answer.facts] == ["huashan.benchmark-metric"]


def test_an_unknown_name_is_not_taken_for_a_known_one(told: Engine, engine: Engine) -> None:
    for one in (told, engine):
        assert one.answer(Question("Moree Thrads exchange")).outcome is Outcome.NO_ANSWER
