"""After a change to the words, known questions are read as if all of them had been read again."""

from dataclasses import replace

import pytest

from bot.answering.engine import Engine
from bot.knowledge.model import Example, Knowledge
from bot.matching.lexicon import Lexicon, build
from bot.matching.studied import Studied, study

EVERY = 40
"""One question of so many is read: enough to have all sorts among them."""


@pytest.fixture(scope="module")
def asked(engine: Engine) -> tuple[Example, ...]:
    return engine.knowledge.examples[::EVERY]


@pytest.fixture(scope="module")
def earlier(engine: Engine, asked: tuple[Example, ...]) -> Studied:
    return study(asked, engine.index.lexicon)


def renamed(knowledge: Knowledge, subject: str, *aliases: str) -> Lexicon:
    old = knowledge.subjects[subject]
    return build(replace(knowledge, subjects={**knowledge.subjects, subject: old._replace(aliases=aliases)}))


def same(one: Studied, other: Studied) -> bool:
    return one.keys == other.keys and list(map(set, one.features)) == list(map(set, other.features))


@pytest.mark.parametrize(
    ("subject", "aliases"),
    [
        ("metax", ("沐曦", "MetaX", "小曦")),
        ("metax", ("收入", "revenue")),
        ("biren", ("壁仞",)),
        ("moore-threads", ("摩爾線程", "多少", "the companies")),
        ("enflame", ()),
    ],
)
def test_a_change_of_names_alters_the_questions_that_have_them(
    engine: Engine, asked: tuple[Example, ...], earlier: Studied, subject: str, aliases: tuple[str, ...]
) -> None:
    lexicon = renamed(engine.knowledge, subject, *aliases)
    assert same(study(asked, lexicon, earlier), study(asked, lexicon))


def test_other_questions_are_read_anew(engine: Engine, asked: tuple[Example, ...], earlier: Studied) -> None:
    fewer = asked[1:]
    assert same(study(fewer, engine.index.lexicon, earlier), study(fewer, engine.index.lexicon))
