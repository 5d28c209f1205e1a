"""What a question narrows itself to."""

import pytest

from bot.answering.engine import Engine
from bot.answering.narrowing import narrowed, one_of_group


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("四小龍裡誰專門做雲端算力", set()),
        ("who among the four dragons focuses on cloud computing", set()),
        ("四小龍裡有哪些公司", {"s:national-dragons"}),
        ("四小龍是誰", {"s:national-dragons"}),
    ],
)
def test_a_group_is_left_out_where_one_of_it_is_asked_for(engine: Engine, question: str, left: set[str]) -> None:
    reading = one_of_group(engine.reader.read(question), engine.knowledge)
    assert {term for term in reading.subject_terms if "dragons" in term} == left


def test_the_broader_of_two_names_is_left_out(engine: Engine) -> None:
    reading = narrowed(engine.reader.read("中國GPU市場裡AI計算GPU那塊多大"), engine.knowledge)
    assert "s:china-gpu-market" not in reading.subject_terms
