"""What holds for every answer, whatever is typed."""

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.engine import Engine
from bot.answering.model import Addressed, Answer, Outcome, Question, Shape
from bot.knowledge.model import Knowledge
from bot.knowledge.seal import digest
from tests.conftest import ROOT

ASKED = [
    json.loads(line)["q"] for line in (ROOT / "tests/questions/open.jsonl").read_text(encoding="utf-8").splitlines()
]
PIECES = sorted({piece for question in ASKED for piece in (question[:4], question[4:9], question[-5:])})
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=120)
MIXED = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
QUESTIONS = st.builds(Question, ANYTHING | MIXED, st.sampled_from(Addressed))
WITH_FIXTURES = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def assert_honest(answer: Answer, knowledge: Knowledge) -> None:
    assert (answer.outcome is Outcome.ANSWER) == bool(answer.facts)
    assert (answer.shape is Shape.NOTHING) == (not answer.facts)
    assert 0.0 <= answer.score <= 1.0 + 1e-9
    assert not set(answer.facts) & set(answer.related)
    for fact in (*answer.facts, *answer.related):
        assert knowledge.facts[fact.id] is fact
        assert fact.figure in fact.quote.text
        sealed = {one for paragraph in knowledge.articles[fact.article].seal for one in paragraph}
        assert digest(fact.quote.text) in sealed
    asserted = {fact.id for fact in answer.facts}
    assert all({one.first, one.second} <= asserted for one in answer.calculations)


@WITH_FIXTURES
@given(question=QUESTIONS)
def test_any_text_gets_an_honest_answer(engine: Engine, question: Question) -> None:
    answer = engine.answer(question)
    assert_honest(answer, engine.knowledge)
    assert answer.outcome is not Outcome.SILENCE or question.addressed is Addressed.OVERHEARD


@WITH_FIXTURES
@given(question=st.sampled_from(ASKED), seed=st.integers(0, 2**16), cut=st.sampled_from(["", " "]))
def test_a_shuffled_question_gets_an_honest_answer(engine: Engine, question: str, seed: int, cut: str) -> None:
    parts = question.split(cut) if cut else list(question)
    random.Random(seed).shuffle(parts)
    assert_honest(engine.answer(Question(cut.join(parts))), engine.knowledge)


@WITH_FIXTURES
@given(typed=ANYTHING | MIXED)
def test_any_text_can_be_completed(engine: Engine, typed: str) -> None:
    assert all(one.subject in engine.knowledge.subjects for one in engine.suggest(typed))


@pytest.mark.parametrize("question", ASKED)
def test_the_same_question_always_gets_the_same_answer(engine: Engine, question: str) -> None:
    again = Engine(engine.knowledge, engine.index)
    assert engine.answer(Question(question)) == again.answer(Question(question))


def test_every_fact_can_be_had_by_its_id(engine: Engine) -> None:
    assert all(engine.answer(Question(one)).facts == (fact,) for one, fact in engine.knowledge.facts.items())


def test_every_subject_that_has_facts_has_a_card(engine: Engine) -> None:
    for subject in {fact.subject for fact in engine.knowledge.facts.values()}:
        card = engine.about(subject)
        assert_honest(card, engine.knowledge)
        assert (card.shape, card.facts[0].subject) == (Shape.CARD, subject)
    assert engine.about("cambricon").outcome is Outcome.NO_ANSWER
