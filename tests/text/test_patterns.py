"""An expression is only searched where one of its marks occurs, and loses no match by that."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import forms
from bot.text import periods, quantities
from bot.text.patterns import Pattern

PATTERNS = [
    pytest.param(found, id=f"{module.__name__}.{name}")
    for module in (periods, quantities, forms)
    for name, found in vars(module).items()
    if isinstance(found, Pattern)
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_every_match_has_a_mark(pattern: Pattern, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern.expression).map(str.casefold))
    matches = [match.span() for match in re.finditer(pattern.expression, text, re.ASCII)]
    if matches and text.isprintable():
        assert any(mark in text for mark in pattern.marks)


def test_all_matches_are_found() -> None:
    pattern = Pattern(r"\d+年", ("年",))
    assert [match[0] for match in pattern.finditer("2022年到2024年")] == ["2022年", "2024年"]
    assert pattern.search("2022年到2024年", 4) is not None
    assert list(pattern.finditer("2024")) == []
    assert pattern.search("2024") is None
