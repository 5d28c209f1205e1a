"""A taught phrase means its fact, whatever it would have meant otherwise."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Outcome, Question
from bot.knowledge.files import read
from bot.knowledge.verify import verify
from tests.small import write_files


@pytest.fixture
def taught(tmp_path: Path) -> Engine:
    records = read(write_files(tmp_path / "facts"))
    revenue, staff = records.facts
    phrases = ("那家曦字頭的賺多少", "營收幾多先")
    return Engine(verify(replace(records, facts=[replace(revenue, phrases=phrases), staff])))


@pytest.mark.parametrize("text", ["那家曦字頭的賺多少", "那家曦字头的赚多少", " 那家曦字頭的 賺多少 ", "營收幾多先"])
def test_a_taught_phrase_is_answered_in_any_script(taught: Engine, text: str) -> None:
    answer = taught.answer(Question(text))
    assert [fact.id for fact in answer.facts] == ["metax.revenue.2024"]
    assert answer.score == 1.0


def test_only_the_whole_phrase_was_taught(taught: Engine) -> None:
    assert taught.answer(Question("那家曦字頭的不賺多少")).outcome is Outcome.NO_ANSWER
