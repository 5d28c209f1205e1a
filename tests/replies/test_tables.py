"""Tables stay aligned although Chinese characters are two cells wide, and fit the screen they are for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.replies.catalogue import Catalogue
from bot.replies.compose import compose
from bot.replies.model import Table
from bot.replies.tables import layout

SMALL = Table(("對象", "As stated"), (("沐曦股份", "7.43億元"), ("Biren", "3.37億元")))


def test_columns_begin_at_the_same_cell() -> None:
    assert layout(SMALL, 72).splitlines() == [
        "對象      As stated",
        "────────  ─────────",
        "沐曦股份  7.43億元",
        "Biren     3.37億元",
    ]


def test_what_does_not_fit_is_broken_over_lines() -> None:
    _, rule, *rows = layout(Table(("一", "二"), (("沐曦", "高性能通用GPU的研發"),)), 16).splitlines()
    begins = rule.index(" ") + 2
    assert rows[0].startswith("沐曦  高性能")
    assert "".join([rows[0].removeprefix("沐曦  "), *(row[begins:] for row in rows[1:])]) == "高性能通用GPU的研發"


@pytest.mark.parametrize("width", [30, 72])
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans", "en"])
@pytest.mark.parametrize(
    "question",
    [
        "沐曦和壁仞2024年營收對比",
        "MetaX revenue 2022 vs 2024?",
        "廬山和華山定位有什麼不同",
        "Moore Threads vs Enflame 定位差在哪",
    ],
)
def test_real_comparisons_fit_a_phone_and_a_terminal(
    engine: Engine, catalogue: Catalogue, question: str, language: str, width: int
) -> None:
    table = compose(engine.answer(Question(question)), engine.knowledge, catalogue, language).table
    assert table is not None
    lines = layout(table, width).splitlines()
    assert max(map(cell_len, lines)) <= width
    text = "".join("".join(lines).split())
    assert all(char in text for row in table.rows for cell in row for char in "".join(cell.split()))


CELLS = st.text("沐曦GPU 2024,億元", min_size=1, max_size=30)


@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4), width=st.integers(14, 80))
def test_no_line_is_wider_than_asked(rows: list[tuple[str, str]], width: int) -> None:
    laid_out = layout(Table(("對象", "文章所述"), tuple(rows)), width)
    assert all(cell_len(line) <= width for line in laid_out.splitlines())
