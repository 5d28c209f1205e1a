"""What is kept between runs makes opening fast, and is never trusted further than it should be."""

import os
import pickle
from dataclasses import asdict
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.answering.model import Question
from bot.answering.snapshot import open_engine
from bot.knowledge.model import Kind
from bot.knowledge.records import BrokenFacts
from tests.small import QUOTES, write_files

KEPT = "engine.pickle"
ASKED = ("沐曦2024年營收", "沐曦員工", "壁仞", "沐曦淨利潤", "metax.revenue.2024")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "gpubot"


def answers(engine: Engine) -> list[object]:
    return [engine.answer(Question(text)) for text in ASKED]


def test_the_second_opening_reads_what_was_kept_and_answers_the_same(tmp_path: Path, cache: Path) -> None:
    folder = write_files(tmp_path / "facts")
    first = open_engine(folder)
    written = {kept: kept.stat().st_mtime_ns for kept in cache.iterdir()}
    second = open_engine(folder)
    assert {kept: kept.stat().st_mtime_ns for kept in cache.iterdir()} == written
    assert second.knowledge.facts == first.knowledge.facts
    assert asdict(second.index) == asdict(first.index)
    assert asdict(second.examples) == asdict(first.examples)
    assert all(type(profile.kind) is Kind for profile in second.index.profiles.values())
    assert answers(second) == answers(first)


@pytest.mark.parametrize("broken", [b"", b"garbage", b"\x80\x05", pickle.dumps(None), pickle.dumps((1, 2, 3))])
def test_a_broken_snapshot_is_made_anew(tmp_path: Path, cache: Path, broken: bytes) -> None:
    folder = write_files(tmp_path / "facts")
    first = open_engine(folder)
    kept = cache / KEPT
    kept.write_bytes(broken)
    assert answers(open_engine(folder)) == answers(first)
    assert kept.read_bytes() != broken


def test_a_snapshot_that_was_cut_off_is_made_anew(tmp_path: Path, cache: Path) -> None:
    folder = write_files(tmp_path / "facts")
    first = open_engine(folder)
    kept = cache / KEPT
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    assert answers(open_engine(folder)) == answers(first)


@pytest.mark.parametrize("broken", [b"", b"garbage", pickle.dumps(None)])
def test_broken_examples_are_made_anew(tmp_path: Path, cache: Path, broken: bytes) -> None:
    first = open_engine(write_files(tmp_path / "facts"))
    (cache / "examples.pickle").write_bytes(broken)
    assert asdict(open_engine(tmp_path / "facts").examples) == asdict(first.examples)


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can give a file away")
def test_a_snapshot_of_somebody_else_is_not_read(tmp_path: Path, cache: Path) -> None:
    folder = write_files(tmp_path / "facts")
    open_engine(folder)
    kept = cache / KEPT
    kept.write_bytes(pickle.dumps(("not", "ours")))
    os.chown(kept, 65534, 65534)
    assert open_engine(folder).knowledge.facts


def test_changed_facts_are_read_anew_and_only_the_last_are_kept(tmp_path: Path, cache: Path) -> None:
    open_engine(write_files(tmp_path / "facts"))
    changed = open_engine(
        write_files(tmp_path / "facts", quotes=QUOTES.replace("figure: 800人", "figure: 有員工800人"))
    )
    assert changed.knowledge.facts["metax.staff"].figure == "有員工800人"
    assert {kept.name for kept in cache.iterdir()} == {KEPT, "examples.pickle"}


def test_broken_facts_are_told_and_not_kept(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(BrokenFacts):
        open_engine(write_files(tmp_path / "facts", quotes=QUOTES.replace("7.43億元}", "9億元}")))
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, cache: Path) -> None:
    cache.parent.write_text("in the way")
    assert open_engine(write_files(tmp_path / "facts")).knowledge.facts
