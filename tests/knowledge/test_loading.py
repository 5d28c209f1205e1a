"""A version stands for the contents of the fact files."""

from pathlib import Path

from bot.knowledge.loading import load, seed_folder, version_of
from tests.conftest import ROOT
from tests.small import QUOTES, write_files


def test_the_same_files_are_the_same_version(tmp_path: Path) -> None:
    assert version_of(write_files(tmp_path / "a" / "facts")) == version_of(write_files(tmp_path / "b" / "facts"))


def test_a_changed_or_renamed_file_is_another_version(tmp_path: Path) -> None:
    first = version_of(write_files(tmp_path / "a" / "facts"))
    changed = version_of(write_files(tmp_path / "b" / "facts", quotes=QUOTES + "\n"))
    renamed = version_of(write_files(tmp_path / "c" / "facts", article="two"))
    assert len({first, changed, renamed}) == 3


def test_knowledge_knows_its_version(tmp_path: Path) -> None:
    folder = write_files(tmp_path)
    assert load(folder).version == version_of(folder)


def test_a_checkout_has_its_facts_beside_the_package() -> None:
    assert seed_folder() == ROOT / "facts"
