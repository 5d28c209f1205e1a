"""What features weigh, and tables of numbers."""

from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.weights import table, weights_of

ASKED = (("a", "b"), ("a", "c"), ("a", "b", "d"))


def test_the_rarer_a_feature_the_more_it_weighs() -> None:
    weights = weights_of(ASKED)
    told = weights.of(["a", "b", "d"])
    by_name = {name: told.weights[number] for name, number in weights.numbers.items() if number in told.weights}
    assert by_name["a"] < by_name["b"] < by_name["d"]


def test_what_is_unknown_makes_a_question_longer_and_is_like_nothing() -> None:
    weights = weights_of(ASKED)
    known, more = weights.of(["a", "b"]), weights.of(["a", "b", "?"])
    assert (more.weights, more.squares) == (known.weights, known.squares)
    assert more.norm**2 == pytest.approx(known.norm**2 + log(len(ASKED) + 1) ** 2)


@given(st.lists(st.lists(st.integers(0, 9999), max_size=5), max_size=8))
def test_a_table_gives_back_its_rows(rows: list[list[int]]) -> None:
    starts, members, parts = table(rows, [[0.5] * len(row) for row in rows])
    ends = list(pairwise(starts))
    assert [list(members[begin:end]) for begin, end in ends] == rows
    assert list(parts) == [0.5] * len(members)
