"""How like known questions a new one is."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.engine import Engine
from bot.knowledge.loading import load
from bot.knowledge.model import Example
from bot.matching.examples import Likeness
from tests.small import write_files

ASKED = (
    Example("曦字頭那家一年進賬幾何", "metax.revenue.2024"),
    Example("how much does the Xi firm rake in", "metax.revenue.2024"),
    Example("曦字頭那家養着多少號人", "metax.staff"),
    Example("曦字頭那家老闆貴姓", ""),
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("facts")
    return Engine(replace(load(write_files(folder)), examples=ASKED))


def likeness(engine: Engine, question: str) -> Likeness:
    return engine.examples.likeness(engine.reader.read(question))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("曦字頭那家進賬幾何", "metax.revenue.2024"),
        ("曦字头那家一年进账几何啊", "metax.revenue.2024"),
        ("what does the Xi firm rake in", "metax.revenue.2024"),
        ("那家養着幾多號人", "metax.staff"),
    ],
)
def test_the_nearest_example_has_the_largest_share(small: Engine, question: str, fact: str) -> None:
    found = likeness(small, question)
    assert max(found.facts, key=lambda one: found.facts[one]) == fact
    assert found.facts[fact] > 0.5
    assert found.closest(fact) > 0.4


def test_what_nothing_answers_has_a_share_of_its_own(small: Engine) -> None:
    assert likeness(small, "那家老闆貴姓").nothing > 0.5


def test_an_example_itself_is_as_near_as_can_be(small: Engine) -> None:
    for example in ASKED[:3]:
        assert likeness(small, example.question).closest(example.fact) == pytest.approx(1.0)


@given(st.text(max_size=80))
def test_shares_are_shares_whatever_was_typed(small: Engine, text: str) -> None:
    found = likeness(small, text)
    assert sum(found.sentences.values()) + found.nothing == pytest.approx(1.0 if found.facts or found.nothing else 0.0)
    assert 0 <= max(found.near_nothing, *map(found.closest, found.facts), 0.0) <= 1 + 1e-9


def test_what_more_facts_share_says_less_of_each(small: Engine) -> None:
    found = likeness(small, "曦字頭那家")
    assert max(found.facts.values(), default=0.0) < likeness(small, "曦字頭那家養着多少號人").facts["metax.staff"]


def test_without_examples_nothing_is_like_anything(tmp_path: Path) -> None:
    found = likeness(Engine(load(write_files(tmp_path / "facts"))), "沐曦營收")
    assert (found.facts, found.nothing) == ({}, 0.0)
