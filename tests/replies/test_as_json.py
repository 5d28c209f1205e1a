"""The objects that other programs rely on."""

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.replies.as_json import answer_object, fact_object


def test_an_answer_has_exactly_the_promised_fields(engine: Engine) -> None:
    answer = engine.answer(Question("沐曦2024年營收"))
    found = answer_object(answer, "said", engine.knowledge)
    assert list(found) == ["question", "outcome", "text", "facts", "related", "score"]
    assert (found["question"], found["outcome"], found["text"], found["score"]) == (
        "沐曦2024年營收",
        "answer",
        "said",
        1.0,
    )
    assert (found["facts"], found["related"]) == ([fact_object(answer.facts[0], engine.knowledge)], [])


def test_what_is_merely_offered_is_related(engine: Engine) -> None:
    found = answer_object(engine.answer(Question("沐曦2023年營收")), "", engine.knowledge)
    assert found["outcome"] == "no_answer"
    assert found["facts"] == []
    assert found["related"]


def test_a_fact_with_its_evidence_and_source(engine: Engine) -> None:
    fact = engine.knowledge.facts["s60.orders"]
    assert fact.context is not None
    assert fact_object(fact, engine.knowledge) == {
        "id": "s60.orders",
        "subject": "燧原S60",
        "attribute": "訂單",
        "period": None,
        "figure": "10萬片",
        "value": 100_000.0,
        "unit": "片",
        "hedge": "據報道、超過",
        "quote": fact.quote.text,
        "context": fact.context.text,
        "source": {
            "article": "shanghai-gpu",
            "publisher": "張通社",
            "author": "晝嶼",
            "published": None,
            "url": "zhangtongshe.com",
            "paragraph": 25,
            "sentence": 1,
        },
    }


def test_what_a_fact_has_not_is_null(engine: Engine) -> None:
    fact = engine.knowledge.facts["s60.orders"]._replace(context=None, hedge=None, value=None, unit=None)
    found = fact_object(fact, engine.knowledge)
    assert [found[key] for key in ("context", "hedge", "value", "unit")] == [None] * 4
