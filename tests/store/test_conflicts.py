from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge.files import read
from bot.knowledge.model import Kind, Knowledge
from bot.knowledge.records import Records
from bot.knowledge.verify import verify
from bot.store.conflicts import conflicts
from tests.small import CORRECTED, REVENUE, write_files


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return read(write_files(tmp_path))


def _with_second_article(records: Records, figure: str, quote: str, period: str | None = "2024年") -> Knowledge:
    article, fact = records.articles[0], records.facts[0]
    second = replace(fact, article="two", figure=figure, quote=quote, period=period, id="second")
    articles = [article, replace(article, id="two", published="2025-06-01")]
    return verify(replace(records, articles=articles, facts=[*records.facts, second]))


def test_two_articles_with_two_figures_contradict_each_other(records: Records) -> None:
    (conflict,) = conflicts(_with_second_article(records, "7.44億元", CORRECTED))
    assert (conflict.subject, conflict.attribute, conflict.period) == ("metax", "revenue", "2024年")
    assert [(fact.article, fact.figure) for fact in conflict.facts] == [("one", "7.43億元"), ("two", "7.44億元")]


def test_two_articles_that_agree_do_not(records: Records) -> None:
    assert conflicts(_with_second_article(records, "7.43億元", REVENUE)) == ()


def test_figures_of_different_periods_do_not(records: Records) -> None:
    assert conflicts(_with_second_article(records, "7.44億元", CORRECTED, period=None)) == ()


def test_two_names_of_which_there_may_be_many_do_not(records: Records) -> None:
    knowledge = _with_second_article(records, "7.44億元", CORRECTED)
    attribute = knowledge.attributes["revenue"]._replace(kind=Kind.PRODUCT)
    assert conflicts(replace(knowledge, attributes={"revenue": attribute, "staff": attribute})) == ()


def test_one_article_does_not_contradict_itself(records: Records) -> None:
    second = replace(records.facts[0], figure="7.44億元", quote=CORRECTED, id="second")
    assert conflicts(verify(replace(records, facts=[*records.facts, second]))) == ()
