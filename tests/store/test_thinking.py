"""Engines are built anew, but what known questions tell is kept where nothing about them has changed."""

from pathlib import Path

from bot.knowledge.files import read
from bot.store.thinking import Thinker
from tests.small import SUBJECTS, write_files

ASKED = "metax.revenue.2024:\n- 曦字頭那家一年進賬幾何\n"


def test_what_known_questions_tell_is_weighed_anew_only_when_it_changes(tmp_path: Path) -> None:
    folder, thinker = write_files(tmp_path), Thinker()
    (folder / "asked").mkdir()
    (folder / "asked" / "one.yaml").write_text(ASKED, encoding="utf-8")
    first = thinker(read(folder), "1").examples
    write_files(folder, subjects=SUBJECTS.replace("[壁仞]", "[壁仞, 大壁]"))
    assert thinker(read(folder), "2").examples is first
    write_files(folder, subjects=SUBJECTS.replace("[沐曦, MetaX]", "[沐曦, MetaX, 曦字頭那家]"))
    again = thinker(read(folder), "3").examples
    assert again is not first
    assert again != first
