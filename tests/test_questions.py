"""The open question set and its floor: right at least 97 in 100, at most one wrong, figures exact."""

import json
from typing import Any

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Addressed, Answer, Outcome, Question
from bot.store.guards import Guard, load
from bot.text.fold import squeeze
from tests.conftest import ROOT

FILE = ROOT / "tests" / "questions" / "open.jsonl"


@pytest.fixture(scope="module")
def guards() -> tuple[Guard, ...]:
    return load(FILE)


@pytest.fixture(scope="module")
def asked() -> list[dict[str, Any]]:
    return [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def test_right_answers_and_hardly_a_wrong_one(engine: Engine, guards: tuple[Guard, ...]) -> None:
    missed: list[str] = []
    wrong: list[str] = []
    for guard in guards:
        answer = engine.answer(Question(guard.question))
        if not guard.right(answer, engine.knowledge):
            (wrong if answer.outcome is Outcome.ANSWER else missed).append(guard.question)
    assert len(wrong) <= 1, wrong
    assert len(missed) + len(wrong) <= 0.03 * len(guards), (missed, wrong)


def test_a_lookup_has_the_asked_figure_in_its_first_fact(engine: Engine, asked: list[dict[str, Any]]) -> None:
    lookups = [one for one in asked if one["kind"] == "lookup" and one["expect"] == "answer"]
    inexact = [one["q"] for one in lookups if not exact(engine.answer(Question(one["q"])), one["must"])]
    assert len(inexact) <= 0.05 * len(lookups), inexact


def exact(answer: Answer, must: list[list[str]]) -> bool:
    figure = squeeze(answer.facts[0].figure) if answer.facts else ""
    return any(squeeze(word) in figure for group in must for word in group)


def test_overheard_it_answers_most_and_none_wrongly(
    engine: Engine, guards: tuple[Guard, ...], asked: list[dict[str, Any]]
) -> None:
    spoken, wrong, answerable = 0, [], sum(one["expect"] == "answer" for one in asked)
    for guard, one in zip(guards, asked, strict=True):
        answer = engine.answer(Question(guard.question, Addressed.OVERHEARD))
        if answer.outcome is Outcome.ANSWER:
            spoken += one["expect"] == "answer"
            if not guard.right(answer, engine.knowledge):
                wrong.append(guard.question)
    assert wrong == []
    assert spoken >= 0.85 * answerable
