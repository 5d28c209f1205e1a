"""Fact files are laid out one way only: writing what was read changes no byte."""

from pathlib import Path

from bot.knowledge.files import fact_files, read
from bot.knowledge.loading import load
from bot.knowledge.writing import write
from tests.conftest import ROOT
from tests.small import QUOTES, write_files


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in fact_files(folder)}


def test_the_reviewed_facts_are_written_back_byte_for_byte(tmp_path: Path) -> None:
    write(read(ROOT / "facts"), tmp_path)
    assert contents(tmp_path) == contents(ROOT / "facts")


def test_written_files_say_the_same(tmp_path: Path) -> None:
    quotes = QUOTES.replace(
        "figure: 800人", "figure: 800人, hedge: 有, keys: ['a: b', '#c'], phrases: ['幾人?'], id: own"
    )
    folder = write_files(tmp_path / "facts", quotes=quotes)
    write(read(folder), tmp_path / "again")
    assert load(tmp_path / "again") == load(folder)


def test_questions_stand_with_their_article_and_those_without_answer_apart(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "facts")
    (folder / "asked").mkdir()
    (folder / "asked" / "all.yaml").write_text(
        "nothing: [沐曦老闆是誰]\nmetax.staff: ['幾人: 沐曦?']\n", encoding="utf-8"
    )
    write(read(folder), tmp_path / "again")
    assert load(tmp_path / "again") == load(folder)
    assert "幾人" in (tmp_path / "again" / "asked" / "one.yaml").read_text()
    assert "老闆" in (tmp_path / "again" / "asked" / "nothing.yaml").read_text()


def test_what_no_fact_states_stands_apart(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "facts")
    write(read(folder), folder)
    assert "biren" in (folder / "unstated.yaml").read_text()
    assert "biren" not in (folder / "subjects.yaml").read_text()


def test_an_article_that_is_gone_loses_its_files(tmp_path: Path) -> None:
    old, new = write_files(tmp_path / "old"), write_files(tmp_path / "new", article="two")
    write(read(new), old)
    assert [path.name for path in sorted(old.glob("*/*.yaml"))] == ["two.yaml", "two.yaml"]
