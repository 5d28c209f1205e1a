"""Sentences are cut the same way for sealing and for quoting: verbatim, in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.sentences import paragraphs


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("甲。乙?丙!", [["甲。", "乙?", "丙!"]]),
        ("甲。\n\n  乙。丙\n", [["甲。"], ["乙。", "丙"]]),
        ("他說:「甲。」乙。", [["他說:「甲。」", "乙。"]]),
        ("甲?!乙", [["甲?!", "乙"]]),
        ("\ufeff甲。", [["甲。"]]),
        ("7.43億元,增長62.5%。", [["7.43億元,增長62.5%。"]]),
        ("", []),
        (" \n ", []),
    ],
)
def test_lines_are_paragraphs_and_full_stops_end_sentences(text: str, cut: list[list[str]]) -> None:
    assert [list(sentences) for sentences in paragraphs(text)] == cut


@given(st.text(max_size=80))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    kept = "".join(sentence for sentences in paragraphs(text) for sentence in sentences)
    assert "".join(kept.split()) == "".join(text.lstrip("\ufeff").split())
